import { expect, it, vi } from 'vitest';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';

/** What the store still holds; another process takes releases away. */
const store = new Set(['here', 'other']);
const sentence = '“One” was removed by Dai Jones, DCC, on 12 May 2026.';

const answers: Readonly<Record<string, (input: { readonly release: string }) => unknown>> = {
  'release.open': ({ release }) =>
    store.has(release)
      ? ok({ id: release, archived: false, facts: factsWith(), readiness: {}, revision: 1 })
      : fail('notFound', sentence),
  'release.list': () => ok([...store].map((id) => ({ id }))),
};

vi.stubGlobal('window', {
  golive: { call: async (name: string, input: never) => answers[name]?.(input) },
  matchMedia: () => ({ matches: false }),
});
vi.stubGlobal('navigator', { platform: 'Linux' });
const told: string[] = [];
vi.mock('../../renderer/stores/notify.tsx', () => ({
  forgetOffers: () => undefined,
  tellDone: () => undefined,
  tellError: ({ message }: { message: string }) => void told.push(message),
}));
const { openRelease, refreshRelease, useReleaseStore } = await import('../../renderer/stores/releaseStore.ts');
const { useAppStore } = await import('../../renderer/stores/appStore.ts');

const opens = async (release: string) => {
  await openRelease(release);
  await vi.waitFor(() => expect(useReleaseStore.getState().open?.id).toBe(release));
};

it('a release that was removed elsewhere is left, and told of once; the list goes first', async () => {
  await opens('here');
  store.delete('here');
  const listedWhenLeft: string[][] = [];
  const stop = useReleaseStore.subscribe(({ open }) => {
    if (open === null) listedWhenLeft.push(useAppStore.getState().releases.map(({ id }) => id));
  });
  await refreshRelease(2);
  await vi.waitFor(() => expect(useReleaseStore.getState().open).toBeNull());
  stop();
  expect(listedWhenLeft[0]).toEqual(['other']);
  await refreshRelease(3);
  expect(told).toEqual([sentence]);
});

it('another release that is no longer there leaves the open one as it is', async () => {
  await opens('other');
  await openRelease('here');
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(useReleaseStore.getState().open?.id).toBe('other');
});
