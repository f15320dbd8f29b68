import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listConflicts, settleConflict } from '../../electron/engine/exchange/conflicts.ts';
import { transact } from '../../electron/engine/transact.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Desk, desk, pair } from './desk.ts';

const openAt = (one: Desk) => listConflicts(one.store.db, one.release.id).filter(({ isOpen }) => isOpen);
const named = (one: Desk) => openAt(one).map(({ record, field }) => `${record}#${field}`);

function settle(one: Desk, choice: 'mine' | 'theirs') {
  const [open] = openAt(one);
  const done = transact(
    one.context,
    one.store,
    (set) => settleConflict(set, one.release.id, open?.number ?? 0, choice),
    'sides',
  );
  expect(done.ok).toBe(true);
}

/** Both worded AC-01; SECAS met the DCC's wording, which lost, and sent what it had joined. */
async function metAtSecas() {
  const folder = scratchFolder();
  const { secas, dcc } = await pair(folder);
  const id = secas.create('criterion', { reference: 'AC-01', text: 'first', owner: 'DCC' });
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  secas.edit('criterion', id, { text: 'SECAS’s' });
  dcc.edit('criterion', id, { text: 'the DCC’s' });
  await secas.take((await dcc.send('2.golive')).file);
  const heard = await dcc.take((await secas.send('3.golive')).file);
  return { folder, secas, dcc, id, heard };
}

it('whoever lost a write where others joined it learns it, with both values, and nothing has to be chosen first', async () => {
  const { secas, dcc, heard } = await metAtSecas();
  expect([named(secas), named(dcc)]).toEqual([['criterion:AC-01#text'], ['criterion:AC-01#text']]);
  expect(heard.plan.conflicts).toEqual([]);
  expect(heard.heard).toMatchObject([{ mine: 'the DCC’s', theirs: 'SECAS’s', default: 'theirs', chosen: null }]);
  expect(openAt(dcc)).toMatchObject([
    { mine: 'the DCC’s', theirs: 'SECAS’s', mineBy: { name: 'Bo Test' }, theirsBy: { name: 'Ada Byron' } },
  ]);
  // What comes again is told once.
  await dcc.take((await secas.send('4.golive', { full: true })).file);
  expect(openAt(dcc)).toHaveLength(1);
});

it.each(['secas', 'dcc'] as const)('a choice of %s closes it on both sides', async (who) => {
  const { secas, dcc, id } = await metAtSecas();
  const [chooser, other] = who === 'secas' ? [secas, dcc] : [dcc, secas];
  settle(chooser, who === 'secas' ? 'theirs' : 'mine');
  expect([openAt(chooser), openAt(other).length]).toEqual([[], 1]);
  await other.take((await chooser.send('5.golive')).file);
  expect(openAt(other)).toEqual([]);
  for (const side of [secas, dcc]) expect((await side.one('criteria', id))?.text).toBe('the DCC’s');
});

it('a third store, to which both writes came together, lists the conflict too', async () => {
  const { folder, secas } = await metAtSecas();
  const third = await desk(join(folder, 'third'), 'Ofgem');
  await third.take((await secas.send('6.golive', { full: true })).file);
  expect(openAt(third)).toMatchObject([{ mine: 'SECAS’s', theirs: 'the DCC’s', default: 'mine' }]);
  settle(third, 'theirs');
  await secas.take((await third.send('7.golive')).file);
  expect(openAt(secas)).toEqual([]);
});

it('a removal that somebody’s work outlived is told to whoever removed, and closed by a choice', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  const id = secas.create('criterion', { reference: 'AC-01', text: 'first', owner: 'DCC' });
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  secas.remove('criterion', id);
  dcc.edit('criterion', id, { selfStatus: 'met' });
  await dcc.take((await secas.send('2.golive')).file);
  await secas.take((await dcc.send('3.golive')).file);
  for (const side of [secas, dcc]) expect(named(side)).toEqual(['criterion:AC-01#removed']);
  expect(openAt(secas)).toMatchObject([{ mine: true, theirs: false, mineBy: { name: 'Ada Byron' } }]);
  settle(secas, 'mine');
  await dcc.take((await secas.send('4.golive')).file);
  expect([openAt(secas), openAt(dcc)]).toEqual([[], []]);
  expect(await dcc.one('criteria', id)).toBeUndefined();
});
