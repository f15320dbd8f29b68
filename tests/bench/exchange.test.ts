import { expect, it } from 'vitest';
import { beginBatch } from '../../electron/engine/batch.ts';
import { transact } from '../../electron/engine/transact.ts';
import { readRecords } from '../../electron/store/records.ts';
import { ok } from '../../shared/domain/foundation/result.ts';
import { pair } from '../exchange/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { takeIssues } from './beside/manyIssues.ts';
import { report, timeOf } from './measure.ts';

const many = 10_000;
const runs = 3;

const fieldsOf = (at: number) => ({
  reference: `TI-${at}`,
  title: `Issue ${at} of the test`,
  severity: 1 + (at % 4),
  open: true,
});

/** Milliseconds to take in 10,000 new records, to take in 10,000 changed ones, and the bytes of one changed field. */
async function exchangeOnce() {
  const { secas, dcc } = await pair(scratchFolder());
  const releaseId = secas.release.id;
  takeIssues(secas, releaseId, many, fieldsOf);
  const first = await secas.send('1.golive');
  const adding = await timeOf(() => dcc.take(first.file));
  await secas.take((await dcc.send('r.golive', { type: 'receipt' })).file);

  transact(
    secas.context,
    secas.store,
    (set) => {
      const batch = beginBatch(set, 'testIssue', releaseId, 'issues.csv');
      for (const record of readRecords(set.db, 'testIssue', releaseId))
        batch.edit(record, { ...record.fields, open: false, fixBy: '2026-06-01' });
      return ok(batch.end());
    },
    'sides',
  );
  const second = await secas.send('2.golive');
  const changing = await timeOf(async () =>
    expect((await dcc.take(second.file)).plan).toMatchObject({ added: 0, changed: many, conflicts: [] }),
  );
  await secas.take((await dcc.send('r.golive', { type: 'receipt' })).file);

  const [issue] = readRecords(secas.store.db, 'testIssue', releaseId);
  secas.edit('testIssue', issue?.id ?? '', { title: 'One more word' });
  const { bytes } = await secas.send('3.golive');
  return { adding, changing, bytes };
}

it('brings and changes 10,000 records, and one field', async () => {
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await exchangeOnce());
  report(
    'exchange.add',
    all.map((each) => each.adding),
  );
  report(
    'exchange.change',
    all.map((each) => each.changing),
  );
  report(
    'exchange.field',
    all.map((each) => each.bytes),
  );
});
