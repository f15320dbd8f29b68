import { beforeEach, expect, it, vi } from 'vitest';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';

/** A store of releases that numbers what is done, and tells the window of each change before it answers, as the engine does. */
const store = { releases: new Set<string>(), entries: 0, tells: async () => {} };
const entries = () => ({ entry: store.entries, through: store.entries, revision: store.entries });
const changed = async (change: () => void) => {
  change();
  store.entries += 1;
  await store.tells();
};
const gone = (id: string) => fail('notFound', `“${id}” was removed.`, id);

const answers: Readonly<Record<string, (input: { readonly release: string; readonly entry?: number }) => unknown>> = {
  'release.open': ({ release }) =>
    store.releases.has(release)
      ? ok({ id: release, archived: false, facts: factsWith(), readiness: {}, revision: store.entries })
      : gone(release),
  'release.list': () => ok([...store.releases].map((id) => ({ id }))),
  'release.remove': async ({ release }) => {
    await changed(() => store.releases.delete(release));
    return ok({ id: release, name: release, ...entries() });
  },
  'release.archive': async ({ release }) => {
    await changed(() => undefined);
    return ok({ id: release, ...entries() });
  },
  'record.undo': async () => {
    await changed(() => store.releases.delete('made'));
    return ok({ releaseId: 'made', changes: [], readiness: null, ...entries() });
  },
};

vi.stubGlobal('window', {
  golive: { call: async (name: string, input: never) => answers[name]?.(input) },
  matchMedia: () => ({ matches: false }),
});
vi.stubGlobal('navigator', { platform: 'Linux' });
/** What stands on the screen: an offer to take back leaves with what it offers. */
let shown: string[] = [];
const errors: string[] = [];
vi.mock('../../renderer/stores/notify.tsx', () => ({
  forgetOffers: () => {
    shown = [];
  },
  tellDone: (sentence: string) => void shown.push(sentence),
  tellError: ({ message }: { message: string }) => void errors.push(message),
}));
const { openRelease, refreshRelease, useReleaseStore } = await import('../../renderer/stores/releaseStore.ts');
const { goTo, loadReleases, useAppStore } = await import('../../renderer/stores/appStore.ts');
const { removeRelease } = await import('../../renderer/stores/removeRelease.ts');
const { archiveRelease } = await import('../../renderer/stores/fileActions.ts');
const { undoLast } = await import('../../renderer/stores/takeBack.ts');
const { noteMade } = await import('../../renderer/stores/noteDeeds.ts');
const { doing } = await import('../../renderer/stores/underWay.ts');

/** As the window does: what is told of is read anew, and where nothing is open the first of the list is opened. */
useReleaseStore.subscribe(({ open }, before) => {
  const first = useAppStore.getState().releases[0]?.id;
  if (open === null && before.open !== null && first !== undefined) void openRelease(first);
});
store.tells = () => refreshRelease(store.entries);
const isOpen = (id: string) => vi.waitFor(() => expect(useReleaseStore.getState().open?.id).toBe(id));
/** Until nothing that was asked is unanswered any more. */
const quiet = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  store.releases = new Set(['made', 'other']);
  useReleaseStore.setState({ open: null, revision: 0, undoable: [], redoable: [] });
  await loadReleases();
  await openRelease('made');
  await isOpen('made');
  goTo('criteria');
  shown = [];
  errors.length = 0;
});

it('a release that is removed here is told as that alone, which stays while another one is opened', async () => {
  expect(await removeRelease('made')).toBeNull();
  await isOpen('other');
  await quiet();
  expect([shown, errors]).toEqual([['Removed made. Ctrl+Z brings it back.'], []]);
});

it('a new release that is taken back is told as that alone', async () => {
  await doing(async (underWay) => noteMade(underWay, { id: 'made', entry: 1, through: 1 }));
  await undoLast();
  await isOpen('other');
  await quiet();
  expect([shown, errors]).toEqual([['Took back: the new release. Ctrl+Shift+Z does it again.'], []]);
});

it('archiving stays told while the release is read anew', async () => {
  await archiveRelease('made', true);
  await quiet();
  expect([shown, errors]).toEqual([['Archived; it stays in All releases.'], []]);
});

it('an offer leaves as soon as something else would be taken back', async () => {
  await archiveRelease('made', true);
  await quiet();
  await doing(async (underWay) => noteMade(underWay, { id: 'other', entry: 9, through: 9 }));
  expect(shown).toEqual([]);
});

it('after the open release is gone, another one never stands at its place', async () => {
  store.releases.delete('made');
  await refreshRelease(null);
  await isOpen('other');
  expect([useAppStore.getState().screen, errors]).toEqual(['portfolio', ['“made” was removed.']]);
});
