import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectionOf } from '../../electron/store/statement.ts';
import { bothSides } from './sides.ts';

type Sides = Awaited<ReturnType<typeof bothSides>>;
type Side = Sides['secas'];

const factsOf = async (side: Side) =>
  (await side.does('release.open', { release: 'June 2026 SEC Release', asOf: null })).facts;

/** Both send what they did apart, and then what came of it, until nobody has anything new. */
async function meet({ secas, dcc }: Sides, first: 'secas' | 'dcc'): Promise<number> {
  let conflicts = 0;
  const [one, other] = first === 'secas' ? [secas, dcc] : [dcc, secas];
  // Crossing bundles: neither has heard of the other's when it sends.
  const [fromOne, fromOther] = [await one.send(`a-${first}.golive`), await other.send(`b-${first}.golive`)];
  conflicts += (await one.take(fromOther.file)).plan.conflicts.length;
  conflicts += (await other.take(fromOne.file)).plan.conflicts.length;
  for (const round of [1, 2]) {
    await one.take((await other.send(`${first}-${round}-a.golive`)).file);
    await other.take((await one.send(`${first}-${round}-b.golive`)).file);
  }
  expect(await factsOf(dcc)).toEqual(await factsOf(secas));
  expect(await secas.does('store.check', {})).toEqual({ ok: true, problems: [] });
  expect(await dcc.does('store.check', {})).toEqual({ ok: true, problems: [] });
  return conflicts;
}

describe.each(['secas', 'dcc'] as const)('what two sides do apart, where %s sends first', (first) => {
  it('an acceptance and a replacement end as submitted on both sides, and what was accepted stays on record', async () => {
    const sides = await bothSides();
    const { secas, dcc, id, folder } = sides;
    const file = (text: string) => {
      writeFileSync(join(folder, `${text}.txt`), text);
      return join(folder, `${text}.txt`);
    };
    const fields = { provider: 'DCC', criteria: ['AC-01'], status: 'submitted' };
    const added = await dcc.does('evidence.add', { asOf: null, release: id, file: file('first'), fields });
    const item = added.changes[0]?.id ?? '';
    await secas.take((await dcc.send('2.golive')).file);
    const accept = { asOf: null, releaseId: id, ids: [item], status: 'accepted' as const, reason: null };
    await secas.does('evidence.setStatus', accept);
    const accepted = (await factsOf(secas)).evidence[0]?.accepted;
    await dcc.does('evidence.replaceFile', { asOf: null, id: item, file: file('second') });
    expect(await meet(sides, first)).toBe(0);
    const [after] = (await factsOf(secas)).evidence;
    expect(after).toMatchObject({ status: 'submitted', accepted });
    expect(after?.sha256).not.toBe(accepted?.sha256);
    await secas.does('evidence.setStatus', accept);
    await meet(sides, first === 'secas' ? 'dcc' : 'secas');
    expect((await factsOf(dcc)).evidence[0]).toMatchObject({ status: 'accepted', accepted: { sha256: after?.sha256 } });
  });

  it('the owner’s word stands over a value that was recorded for it, without a conflict, and takes the mark away', async () => {
    const sides = await bothSides();
    const { secas, dcc, id } = sides;
    const phase = await dcc.does('record.create', {
      asOf: null,
      releaseId: id,
      kind: 'testPhase',
      fields: { name: 'SIT', passed: 1, failed: 1 },
    });
    await secas.take((await dcc.send('2.golive')).file);
    const edit = { asOf: null, kind: 'testPhase' as const, id: phase.changes[0]?.id ?? '' };
    await secas.does('record.edit', { ...edit, fields: { passed: 10, failed: 9 }, onBehalf: true });
    await dcc.does('record.edit', { ...edit, fields: { passed: 11 } });
    expect(await meet(sides, first)).toBe(0);
    expect((await factsOf(secas)).testPhases[0]).toMatchObject({
      passed: 11,
      failed: 9,
      onBehalf: [{ field: 'failed', by: 'Ada Byron, SECAS', for: 'DCC' }],
    });
    // The DCC confirms what still waits, while SECAS records something else for it.
    await dcc.does('record.edit', { ...edit, fields: { failed: 9 } });
    await secas.does('record.edit', { ...edit, fields: { run: 20 }, onBehalf: true });
    expect(await meet(sides, first === 'secas' ? 'dcc' : 'secas')).toBe(0);
    const marks = (await factsOf(dcc)).testPhases[0]?.onBehalf?.map((mark) => mark.field);
    expect(marks).toEqual(['run']);
    // And while SECAS records another figure in the very field, whose mark reads as before.
    await dcc.does('record.edit', { ...edit, fields: { run: 20 } });
    await secas.does('record.edit', { ...edit, fields: { run: 21 }, onBehalf: true });
    expect(await meet(sides, first)).toBe(0);
    expect((await factsOf(secas)).testPhases[0]).toMatchObject({ run: 20, onBehalf: null });
  });

  it('a view that answers a paper keeps what the paper showed, also where its answer was stamped apart', async () => {
    const sides = await bothSides();
    const { secas, dcc, id } = sides;
    const asked = { body: 'TAG', criterion: 'AC-01', askedOn: '2026-04-01' };
    const view = await secas.does('record.create', { asOf: null, releaseId: id, kind: 'view', fields: asked });
    await dcc.take((await secas.send('2.golive')).file);
    const edit = { asOf: null, kind: 'view' as const, id: view.changes[0]?.id ?? '' };
    const shown = [{ evidence: 'EV-001@1', sha256: null }];
    await secas.does('record.edit', { ...edit, fields: { paper: 'TAG paper', sawText: 'As shown.', saw: shown } });
    await dcc.does('record.edit', { ...edit, fields: { position: 'supports', on: '2026-04-20' } });
    expect(await meet(sides, first)).toBe(0);
    expect((await factsOf(dcc)).views[0]).toMatchObject({ position: 'supports', sawText: 'As shown.', saw: shown });
  });
});

it('nobody chooses against what the owner of a field wrote', async () => {
  const { secas, dcc } = await bothSides();
  const criterion = await secas.criterion();
  const nobody = { asOf: null, kind: 'criterion' as const, id: criterion?.id ?? '', fields: { selfStatus: 'notMet' } };
  await secas.does('record.edit', { ...nobody, onBehalf: true });
  // As an older version left it: a value of the other side's that nobody marked.
  const db = secas.engine.openedStore()?.db;
  if (!db) throw new Error('The store is not open');
  connectionOf(db).prepare('UPDATE criterion SET on_behalf = NULL').run();
  await dcc.edit({ selfStatus: 'met' });
  const { file } = await dcc.send('2.golive');
  const mine = { 'criterion:AC-01#selfStatus': 'mine' } as const;
  const refused = await secas.refuses('bundle.apply', { file, passphrase: null, choices: mine, token: null });
  expect(refused).toMatchObject({ kind: 'notAllowed', where: 'criterion:AC-01#selfStatus' });
  expect((await secas.criterion())?.selfStatus).toBe('notMet');
  await secas.take(file, { 'criterion:AC-01#selfStatus': 'theirs' });
  expect((await secas.criterion())?.selfStatus).toBe('met');
});
