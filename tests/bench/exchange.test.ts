import { expect, it } from 'vitest';
import { beginBatch } from '../../electron/engine/batch.ts';
import { checkFields } from '../../electron/engine/changes.ts';
import { transact } from '../../electron/engine/transact.ts';
import { readRecords } from '../../electron/store/records.ts';
import { ok } from '../../shared/domain/foundation/result.ts';
import { pair } from '../exchange/desk.ts';
import { scratchFolder } from '../support/scratch.ts';

const many = 10_000;

it('brings and changes 10,000 records within five seconds each, and one field in less than 50 kB', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  const releaseId = secas.release.id;
  const fieldsOf = (at: number) => ({
    reference: `TI-${at}`,
    title: `Issue ${at} of the test`,
    severity: 1 + (at % 4),
    open: true,
  });
  transact(
    secas.context,
    secas.store,
    (set) => {
      const batch = beginBatch(set, 'testIssue', releaseId, 'issues.csv');
      for (let at = 0; at < many; at += 1) {
        const checked = checkFields('testIssue', fieldsOf(at), false);
        if (checked.ok) batch.add(checked.value);
      }
      return ok(batch.end());
    },
    'sides',
  );
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const start = performance.now();
    return [await work(), performance.now() - start];
  };
  const [first, writing] = await timed(() => secas.send('1.golive'));
  const [, adding] = await timed(() => dcc.take(first.file));
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
  const [applied, changing] = await timed(() => dcc.take(second.file));
  expect(applied.plan).toMatchObject({ added: 0, changed: many, conflicts: [] });
  await secas.take((await dcc.send('r.golive', { type: 'receipt' })).file);

  const [issue] = readRecords(secas.store.db, 'testIssue', releaseId);
  secas.edit('testIssue', issue?.id ?? '', { title: 'One more word' });
  const [small, asking] = await timed(() => secas.send('3.golive'));
  const whole = (ms: number) => Math.round(ms);
  console.info(
    `exchange: ${many} records: bundle ${whole(writing)} ms and ${first.bytes} bytes, added in ${whole(adding)} ms, changed in ${whole(changing)} ms; one field: ${small.bytes} bytes in ${whole(asking)} ms`,
  );
  expect(small.bytes).toBeLessThan(50_000);
  expect(changing).toBeLessThan(5000);
  expect(adding).toBeLessThan(5000);
}, 120_000);
