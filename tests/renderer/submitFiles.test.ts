import { beforeEach, expect, it, vi } from 'vitest';
import { ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';

/** What the window asked the engine for, in order. */
const asked: (readonly [string, readonly string[]])[] = [];

vi.stubGlobal('window', {
  golive: {
    call: async (_name: string, { status, ids }: { readonly status: string; readonly ids: readonly string[] }) => {
      asked.push([status, ids]);
      return ok({ releaseId: 'r', revision: 1, changes: [], readiness: {}, entry: 1, through: 1 });
    },
  },
  matchMedia: () => ({ matches: false }),
});
vi.stubGlobal('navigator', { platform: 'Linux' });
vi.mock('../../renderer/stores/notify.tsx', () => ({ forgetOffers: () => undefined, tellError: () => undefined }));
const { useReleaseStore } = await import('../../renderer/stores/releaseStore.ts');
const { submitFiles } = await import('../../renderer/stores/evidenceWrites.ts');

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
  string,
];

const item = (id: string, status: 'draft' | 'submitted') => ({
  id,
  reference: `EV-${id.charAt(0)}`,
  version: 1,
  title: id,
  status,
});

beforeEach(() => {
  asked.length = 0;
  const facts = factsWith({ evidence: [item(a, 'draft'), item(c, 'submitted'), item(d, 'draft')] });
  useReleaseStore.setState({ open: { id: 'r', facts } } as never);
});

it('submits and accepts the new files that are still there, and none that was taken back', async () => {
  expect(await submitFiles([a, b, c], true, false)).toBeNull();
  expect(asked).toEqual([
    ['submitted', [a]],
    ['accepted', [a, c]],
  ]);
});

it('asks for nothing where all of them were taken back, and accepts nothing that is only to be submitted', async () => {
  expect(await submitFiles([b], true, false)).toBeNull();
  expect(asked).toEqual([]);
  expect(await submitFiles([a, b], false, false)).toBeNull();
  expect(asked).toEqual([['submitted', [a]]]);
});
