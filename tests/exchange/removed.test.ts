import { expect, it } from 'vitest';
import { listConflicts, settleConflict } from '../../electron/engine/exchange/conflicts.ts';
import { transact } from '../../electron/engine/transact.ts';
import { recordUndo } from '../../electron/engine/verbs/record/undo.ts';
import { scratchFolder } from '../support/scratch.ts';
import { pair } from './desk.ts';

/** Both wrote one field of AC-01, which SECAS merged, and then removed the criterion. */
async function removedAfterMerging() {
  const { secas, dcc } = await pair(scratchFolder());
  const id = secas.create('criterion', { reference: 'AC-01', text: 'first', owner: 'DCC' });
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  secas.edit('criterion', id, { text: 'SECAS’s' });
  dcc.edit('criterion', id, { text: 'the DCC’s', rationale: 'tested' });
  const merged = await secas.take((await dcc.send('2.golive')).file);
  secas.remove('criterion', id);
  return { secas, dcc, id, merged };
}

it('a conflict of a record that was removed cannot be settled, and both sides stay the same', async () => {
  const { secas, dcc } = await removedAfterMerging();
  const [open] = listConflicts(secas.store.db, secas.release.id);
  const settled = transact(
    secas.context,
    secas.store,
    (set) => settleConflict(set, secas.release.id, open?.number ?? 0, 'theirs'),
    'sides',
  );
  expect(!settled.ok && settled.error.message).toMatch(/was removed, so there is nothing to settle/);
  await dcc.take((await secas.send('3.golive')).file);
  expect(await dcc.facts()).toEqual(await secas.facts());
});

it('a merge into a record that was removed since cannot be taken back, and both sides stay the same', async () => {
  const { secas, dcc, merged } = await removedAfterMerging();
  const undone = await recordUndo.run(secas.context, {
    asOf: null,
    entry: merged.entry ?? 0,
    through: merged.through ?? 0,
  });
  expect(!undone.ok && undone.error.message).toMatch(/was removed since, so the earlier change cannot be taken back/);
  await dcc.take((await secas.send('3.golive')).file);
  expect(await dcc.facts()).toEqual(await secas.facts());
  expect(await secas.isClean()).toBe(true);
});
