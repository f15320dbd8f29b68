import { expect, it, vi } from 'vitest';
import { ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';

let entries = 5;
const reads: unknown[] = [];
const changed = () => ({
  releaseId: 'r',
  revision: entries,
  changes: [],
  readiness: {},
  entry: entries,
  through: entries,
});
const answers: Readonly<Record<string, (input: never) => unknown>> = {
  'release.open': () => ok({ id: 'r', archived: false, facts: factsWith(), readiness: {}, revision: entries }),
  'release.list': () => ok([{ id: 'r' }]),
  'record.undo': () => {
    entries += 1;
    return ok(changed());
  },
  'import.read': (input) => {
    reads.push(input);
    return ok({ token: `read ${reads.length}` });
  },
  'import.forget': () => ok({}),
};
const answer = async (name: string, input: never) => answers[name]?.(input);
vi.stubGlobal('window', { golive: { call: answer, ask: answer }, matchMedia: () => ({ matches: false }) });
vi.stubGlobal('navigator', { platform: 'Linux' });
vi.mock('../../renderer/stores/notify.tsx', () => ({
  forgetOffers: () => undefined,
  tellDone: () => undefined,
  tellError: ({ message }: { message: string }) => expect.unreachable(message),
}));
const { openRelease, noteDone, useReleaseStore } = await import('../../renderer/stores/releaseStore.ts');
const { useExchangeStore } = await import('../../renderer/stores/exchangeStore.ts');
const { useImportStore } = await import('../../renderer/stores/importStore.ts');
const { undoLast, redoLast } = await import('../../renderer/stores/takeBack.ts');
const { doing } = await import('../../renderer/stores/underWay.ts');

const note = (entry: number) =>
  doing(async (underWay) =>
    noteDone(underWay, { releaseId: 'r', entry, through: entry, reach: 'wide', what: 'all that was taken in' }),
  );

it('a bundle that is taken back by its key is shown as applied no longer; what is taken back beside it leaves it so', async () => {
  await openRelease('r');
  await vi.waitFor(() => expect(useReleaseStore.getState().open?.id).toBe('r'));
  const applied = { entry: 4, through: 4 } as never;
  useExchangeStore.setState({ applied, inspected: {} as never });
  await note(4);
  await note(5);
  await undoLast();
  expect(useExchangeStore.getState().applied).toBe(applied);
  await undoLast();
  expect(useExchangeStore.getState()).toMatchObject({ applied: null, inspected: null });
});

it('a table that waits is compared anew with what stands after a step back and one forth', async () => {
  await openRelease('r');
  await note(7);
  useImportStore.setState({ held: { token: 'read 0' } as never, text: 'Reference' });
  await undoLast();
  await vi.waitFor(() => expect(useImportStore.getState().held).toEqual({ token: 'read 1' }));
  await redoLast();
  await vi.waitFor(() => expect(useImportStore.getState().held).toEqual({ token: 'read 2' }));
});
