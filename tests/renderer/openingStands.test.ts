import { beforeEach, expect, it, vi } from 'vitest';
import { ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';

/*
 * A release that was just made is being opened while the engine tells of the very change that made it. What reads the open
 * release anew must not bring the one before it back.
 */

const facts = factsWith();
let revision = 0;
/** Answers wait here until they are let go, in any order. */
let waiting: { readonly release: string; readonly go: () => void }[] = [];

vi.stubGlobal('window', {
  golive: {
    call: (name: string, { release }: { readonly release?: string }) => {
      if (name !== 'release.open') return Promise.resolve(ok([]));
      revision += 1;
      const answer = ok({ id: release, archived: false, facts, readiness: {}, revision });
      return new Promise((resolve) => waiting.push({ release: release ?? '', go: () => resolve(answer) }));
    },
  },
  matchMedia: () => ({ matches: false }),
});
vi.stubGlobal('navigator', { platform: 'Linux' });
vi.mock('../../renderer/stores/notify.tsx', () => ({
  forgetOffers: () => undefined,
  tellDone: () => undefined,
  tellError: () => undefined,
}));
const { judgeOn, leaveRelease, openRelease, refreshOpen, refreshRelease, useReleaseStore } = await import(
  '../../renderer/stores/releaseStore.ts'
);

async function answerAll(order: 'asAsked' | 'backwards'): Promise<void> {
  const all = order === 'asAsked' ? waiting : waiting.toReversed();
  waiting = [];
  for (const { go } of all) go();
  await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(async () => {
  leaveRelease();
  void openRelease('before');
  await answerAll('asAsked');
  expect(useReleaseStore.getState().open?.id).toBe('before');
});

const meanwhile = {
  'the engine tells of a change': () => refreshRelease(revision + 10),
  'what was taken in is read': () => refreshOpen(),
  'another day is looked at': () => judgeOn('2026-05-01' as never),
};

it.each(
  Object.entries(meanwhile).flatMap(([what, does]) =>
    (['asAsked', 'backwards'] as const).map((order) => ({ what, does, order })),
  ),
)('the release that is being opened is opened, though meanwhile $what (answers $order)', async ({ does, order }) => {
  void openRelease('made');
  void does();
  await answerAll(order);
  await answerAll(order);
  expect(useReleaseStore.getState().open?.id).toBe('made');
});

it('reads the open one anew where none is being opened', async () => {
  void refreshRelease(revision + 10);
  expect(waiting.map(({ release }) => release)).toEqual(['before']);
  await answerAll('asAsked');
  leaveRelease();
  await refreshOpen();
  expect(waiting).toEqual([]);
});
