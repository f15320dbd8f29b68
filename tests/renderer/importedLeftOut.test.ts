import { expect, it, vi } from 'vitest';
import { ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';

let leftOut: readonly string[] = [];
const answers: Readonly<Record<string, () => unknown>> = {
  'release.importFile': () => ok({ kind: 'imported', id: 'one', name: 'One', leftOut, entry: 1, through: 2 }),
  'release.open': () => ok({ id: 'one', archived: false, facts: factsWith(), readiness: {}, revision: 1 }),
  'release.list': () => ok([{ id: 'one' }]),
};

vi.stubGlobal('window', {
  golive: { call: async (name: string) => answers[name]?.(), ask: async (name: string) => answers[name]?.() },
  matchMedia: () => ({ matches: false }),
});
vi.stubGlobal('navigator', { platform: 'Linux' });
vi.mock('../../renderer/stores/notify.tsx', () => ({
  forgetOffers: () => undefined,
  tellDone: () => undefined,
  tellError: ({ message }: { message: string }) => expect.unreachable(message),
}));
const { importRelease } = await import('../../renderer/stores/fileActions.ts');
const { useReplaceStore } = await import('../../renderer/stores/replaceStore.ts');
const { useModalStore } = await import('../../renderer/stores/modalStore.ts');

it('names what an import left as it stood, for it is the other side’s, and opens nothing where it took all', async () => {
  await importRelease();
  expect(useModalStore.getState().name).toBeNull();
  leftOut = ['criterion:AC-01#rationale'];
  await importRelease();
  expect(useModalStore.getState().name).toBe('replaceRelease');
  expect(useReplaceStore.getState()).toMatchObject({ known: null, done: { name: 'One', leftOut } });
});
