import { expect, it } from 'vitest';
import { inTransaction } from '../../electron/store/db.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { scratchFolder } from '../support/scratch.ts';
import { pair } from './desk.ts';

it('tells of a field that an earlier version emptied between two copies, and puts it back on request', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  const id = secas.create('criterion', { reference: 'AC-01', text: 'first', owner: 'DCC' });
  secas.edit('criterion', id, { text: 'what stood there' });
  await dcc.take((await secas.send('2.golive')).file);
  secas.edit('criterion', id, { text: null });
  await dcc.take((await secas.send('3.golive')).file);
  expect((await dcc.does('store.check', {})).problems).toEqual([]);
  // As it was left: the value is gone, and no write stands for that.
  inTransaction(dcc.store.db, (db) => connectionOf(db).prepare("DELETE FROM field_version WHERE field = 'text'").run());
  const { problems } = await dcc.does('store.check', {});
  expect(problems).toMatchObject([{ record: 'criterion:AC-01', field: 'text', ledger: 'what stood there' }]);
  expect(await dcc.does('store.mend', {})).toEqual({ mended: 1 });
  expect((await dcc.does('store.check', {})).problems).toEqual([]);
  expect(await dcc.one('criteria', id)).toMatchObject({ text: 'what stood there' });
  expect((await secas.take((await dcc.send('4.golive')).file)).plan).toMatchObject({ changed: 1 });
});
