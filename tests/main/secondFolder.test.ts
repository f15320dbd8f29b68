import { expect, it } from 'vitest';
import { careForSecondFolder } from '../../electron/main/secondFolder.ts';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import { fail, ok } from '../../shared/domain/foundation/result.ts';

type Elsewhere = NonNullable<OutputOf<'store.health'>['elsewhere']>;
const well: Elsewhere = { name: 'second', last: null, tested: null, problem: null, isDue: false, isTestDue: false };

/** What was asked of the other engine, and what the person was told, where the health reads so. */
async function cared(health: readonly (Partial<Elsewhere> | null)[], answers: Readonly<Record<string, unknown>> = {}) {
  const asked: string[] = [];
  const told: string[] = [];
  let read = 0;
  await careForSecondFolder({
    health: async () => {
      const elsewhere = health[Math.min(read, health.length - 1)] ?? null;
      read += 1;
      return ok({
        lastCheck: null,
        lastCopy: null,
        lastBackup: null,
        keyProblem: null,
        freeBytes: 0,
        storeVersion: 1,
        elsewhere: elsewhere && { ...well, ...elsewhere },
      });
    },
    aside: async (method) => {
      asked.push(method);
      return (answers[method] ?? ok({ made: true, lost: 0, problems: [] })) as never;
    },
    tell: (sentence) => told.push(sentence),
  });
  return { asked, told };
}

it('does nothing where nobody chose a folder, or nothing is due', async () => {
  expect(await cared([null])).toEqual({ asked: [], told: [] });
  expect(await cared([{}])).toEqual({ asked: [], told: [] });
});

it('backs up, and tries the restore out where that is due after it', async () => {
  const asked = ['store.backupElsewhere', 'store.testRestore'];
  expect(await cared([{ isDue: true }, { isTestDue: true }])).toEqual({ asked, told: [] });
  expect(await cared([{ isDue: true }, {}])).toEqual({ asked: asked.slice(0, 1), told: [] });
  expect(await cared([{ isTestDue: true }])).toEqual({ asked: asked.slice(1), told: [] });
});

it('tells what went wrong, once while it stays so, and not that something else was at work', async () => {
  const gone = { 'store.backupElsewhere': fail('storeFailed', 'The folder is not there.') };
  expect((await cared([{ isDue: true }], gone)).told).toEqual(['The folder is not there.']);
  expect((await cared([{ isDue: true, problem: 'The folder is not there.' }], gone)).told).toEqual([]);
  const busy = { 'store.backupElsewhere': fail('conflict', 'A check is at work.') };
  expect((await cared([{ isDue: true }], busy)).told).toEqual([]);
  const lost = { 'store.backupElsewhere': ok({ made: true, lost: 2 }) };
  expect((await cared([{ isDue: true }, {}], lost)).told).toEqual([expect.stringMatching(/without 2 files/)]);
  const unsound = { 'store.testRestore': ok({ problems: ['A file is missing.', 'Another.'] }) };
  expect((await cared([{ isTestDue: true }], unsound)).told).toEqual([
    expect.stringMatching(/is not sound: A file is missing\./),
  ]);
});
