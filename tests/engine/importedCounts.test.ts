import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const counts = { planned: 10, run: 8, passed: 7, failed: 1, notRun: 2 };

async function withPhase(recorded: Readonly<Record<string, unknown>>) {
  const { does } = testEngine(join(scratchFolder(), 'store'));
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const fields = { name: 'Counted', ...recorded };
  await does('record.create', { asOf: null, releaseId: id, kind: 'testPhase', fields });
  const take = async (text: string) => {
    const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: true };
    const { token, plan } = await does('import.read', { kind: 'results', release: id, file: null, text, ...reading });
    return { plan, taken: await does('import.take', { token, skip: [] }) };
  };
  const phase = async () =>
    (await does('release.open', { release: id, asOf: null })).facts.testPhases.find(({ name }) => name === 'Counted');
  return { take, phase };
}

it('a row whose counts cannot be true beside those that are recorded is refused with both', async () => {
  const { take, phase } = await withPhase({ planned: 10, run: 8, passed: 7 });
  const { plan, taken } = await take('Phase,Passed\nCounted,20');
  expect(plan).toMatchObject({ refused: 1, updated: 0 });
  expect(taken.refused.map(({ sentence }) => sentence)).toEqual([
    'Counted is recorded with 10 planned and 8 run, and 20 passed and 0 failed are more than the 8 run; correct one of the three; nothing of this row was taken.',
  ]);
  expect(await phase()).toMatchObject({ planned: 10, run: 8, passed: 7 });
});

it('a table whose rows name one phase in two ways is refused its second, and is the same a second time', async () => {
  const { take, phase } = await withPhase(counts);
  const text = 'Phase,Region,Passed\nCounted,,6\n counted ,,5\nSIT North,,1\nSIT,North,2';
  const first = await take(text);
  expect(first.taken).toMatchObject({ taken: 1, updated: 1, refusedCount: 2 });
  expect(first.plan.refused + 1).toBe(2);
  expect(await phase()).toMatchObject({ passed: 6 });
  expect((await take(text)).taken).toMatchObject({ taken: 0, updated: 0, unchanged: 2, refusedCount: 2 });
});

it('a row whose counts agree with those that are recorded is taken', async () => {
  const { take, phase } = await withPhase(counts);
  const { taken } = await take('Phase,Passed,Failed\nCounted,8,0');
  expect(taken).toMatchObject({ updated: 1, refusedCount: 0 });
  expect(await phase()).toMatchObject({ ...counts, passed: 8, failed: 0 });
});

it('a row that states other things of a phase is not held up by what is recorded wrongly', async () => {
  const { take, phase } = await withPhase({ ...counts, passed: 50 });
  const { taken } = await take('Phase,Exit report\nCounted,EV-001');
  expect(taken).toMatchObject({ updated: 1, refusedCount: 0 });
  expect(await phase()).toMatchObject({ passed: 50, exitReport: 'EV-001' });
});
