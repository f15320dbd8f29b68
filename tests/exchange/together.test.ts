import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { type Desk, pair } from './desk.ts';

const file = (name: string, sign: string, bytes: number) => ({ file: name, sha256: sign.repeat(64), bytes });
const attachedTo = async (desk: Desk, id: string) => {
  const { file: name, sha256, bytes } = (await desk.one('evidence', id)) ?? {};
  return { file: name, sha256, bytes };
};

const first = file('report.txt', 'a', 1);
/** The same name, another content: only the content is written over. */
const theirs = file('report.txt', 'b', 2);
const mine = file('report v2.txt', 'c', 3);

/** Both sides replaced the file of one item without knowing of each other; SECAS’s word is in the bundle. */
async function replacedTwice() {
  const { secas, dcc } = await pair(scratchFolder());
  const id = secas.create('evidence', { reference: 'EV-001', version: 1, title: 'Report', status: 'draft', ...first });
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('r.golive', { type: 'receipt' })).file);
  dcc.edit('evidence', id, mine);
  secas.edit('evidence', id, theirs);
  return { secas, dcc, id, bundle: (await secas.send('2.golive')).file };
}

describe('a file that both sides replaced', () => {
  it.each([
    ['mine', mine],
    ['theirs', theirs],
  ] as const)('is one conflict, and stands whole where %s is chosen as it comes', async (choice, chosen) => {
    const { secas, dcc, id, bundle } = await replacedTwice();
    const applied = await dcc.take(bundle, { 'evidence:EV-001@1#file': choice });
    expect(applied.plan.conflicts.map(({ field }) => field)).toEqual(['file']);
    expect(await attachedTo(dcc, id)).toEqual(chosen);
    await secas.take((await dcc.send('3.golive')).file);
    expect(await attachedTo(secas, id)).toEqual(chosen);
    expect([await dcc.isClean(), await secas.isClean()]).toEqual([true, true]);
  });

  it.each([
    ['mine', mine],
    ['theirs', theirs],
  ] as const)('stands whole meanwhile, and where %s is chosen later', async (choice, chosen) => {
    const { dcc, id, bundle } = await replacedTwice();
    await dcc.take(bundle);
    expect([mine, theirs]).toContainEqual(await attachedTo(dcc, id));
    const open = (await dcc.does('exchange.conflicts', { releaseId: dcc.release.id })).filter(({ isOpen }) => isOpen);
    expect(open.map(({ field }) => field)).toEqual(['file']);
    const number = open[0]?.number ?? 0;
    await dcc.does('exchange.settle', { releaseId: dcc.release.id, number, choice, asOf: null });
    expect(await attachedTo(dcc, id)).toEqual(chosen);
    const left = await dcc.does('exchange.conflicts', { releaseId: dcc.release.id });
    expect(left.some(({ isOpen }) => isOpen)).toBe(false);
    expect(await dcc.isClean()).toBe(true);
  });
});
