import { expect, it } from 'vitest';
import { withBundle } from '../../electron/engine/exchange/openBundle.ts';
import { planAgain, planInSlices } from '../../electron/engine/exchange/planInSlices.ts';
import { inTransaction, type WritableDb } from '../../electron/store/db.ts';
import { noteConfirmed } from '../../electron/store/peers.ts';
import { forgetKey, noteIntroduction, writeLead } from '../../electron/store/trust.ts';
import { ok } from '../../shared/domain/foundation/result.ts';
import { scratchFolder } from '../support/scratch.ts';
import { pair } from './desk.ts';

const lead = 'fedc ba98 7654 3210 fedc ba98 7654 3210';
const word = {
  by: 'A'.repeat(43),
  fingerprint: '0123 4567 89ab cdef 0123 4567 89ab cdef',
  name: 'Cy Colleague',
  organisation: 'SECAS',
  at: '2026-05-01T10:00:00.000Z',
  withdrawn: false,
  signature: 'A'.repeat(86),
};

it.each<[string, (db: WritableDb) => void]>([
  ['a key was made a lead', (db) => writeLead(db, lead, true)],
  ['a laptop was forgotten', (db) => forgetKey(db, lead, '2026-05-01')],
  ['a lead introduced somebody', (db) => noteIntroduction(db, lead, word)],
])('plans a bundle anew where %s since it was compared, and only then', async (_, change) => {
  const { secas, dcc } = await pair(scratchFolder());
  const { store, context } = dcc;
  const who = { fingerprint: lead, name: 'Ada Byron', organisation: 'SECAS' };
  inTransaction(store.db, (db) => noteConfirmed(db, who, '2026-05-01'));
  const asked = { file: (await secas.send('1.golive')).file, passphrase: null, checkFiles: false };
  const judged = await withBundle(context, store, asked, async (read) => {
    const planned = await planInSlices(store, read, {}, context.signal);
    if (!planned) throw new Error('It was not stopped.');
    const again = () => planAgain(store, read, {}, planned) === planned;
    const before = again();
    inTransaction(store.db, change);
    return ok({ before, after: again() });
  });
  expect(judged).toEqual(ok({ before: true, after: false }));
});
