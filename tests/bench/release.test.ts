import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import { testEngine } from '../support/engine.ts';
import { withFile } from '../support/golive.ts';
import { largeFile } from '../support/largeFile.ts';
import { scratchFolder } from '../support/scratch.ts';
import { bareDb } from './bareDb.ts';
import { inTurn, report, timeOf } from './measure.ts';

const runs = 7;

/** 16,021 records and no test issues: what a release file of 1,000 criteria holds. */
function large() {
  return withFile({ ...largeFile(1), testIssues: [] });
}

/** The same records as text, one row and one ledger row for each thousand, in one commit that reached the disk. */
function bareInserts(texts: readonly string[]) {
  const db = bareDb(scratchFolder(), 'TEXT');
  const fact = db.prepare('INSERT INTO fact (id, fields) VALUES (?, ?)');
  const entry = db.prepare('INSERT INTO entry (note) VALUES (?)');
  return db.transaction((run: number) => {
    for (const [at, text] of texts.entries()) fact.run(`${run}-${at}`, text);
    for (let from = 0; from < texts.length; from += 1000) entry.run(JSON.stringify(texts.slice(from, from + 1000)));
  });
}

it('imports a release file of 16,000 records', async () => {
  const { file } = large();
  const stores = Array.from({ length: runs }, () => testEngine(scratchFolder()));
  for (const { does } of stores) await does('release.list', {});
  const first = testEngine(scratchFolder());
  const { id, records } = await first.does('release.import', { file, replace: false });
  expect(records).toBeGreaterThan(16_000);
  const { facts } = await first.does('release.open', { release: id, asOf: null });
  const commit = bareInserts(listKinds.flatMap((kind) => recordsOf(facts, kind).map((one) => JSON.stringify(one))));
  const times = await inTurn(runs, {
    bare: (run) => timeOf(() => commit(run)),
    import: (run) =>
      timeOf(async () => {
        const done = await stores[run]?.engine.call('release.import', { file, replace: false });
        expect(done?.ok).toBe(true);
      }),
  });
  report('import.release', times.import, times.bare);
});

it('opens a release of 1,000 criteria and 10,000 evidence items', async () => {
  const { store, file } = large();
  const { engine, does } = testEngine(store);
  const { id } = await does('release.import', { file, replace: false });
  const times = await inTurn(runs, {
    parse: () => timeOf(() => expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('criteria')),
    open: async () => {
      // Nothing is known of the store any more, as at a start of the app.
      engine.close();
      await does('store.status', {});
      return timeOf(async () => {
        const opened = await engine.call('release.open', { release: id, asOf: null, knows: null });
        expect(opened.ok).toBe(true);
      });
    },
  });
  report('open.release', times.open, times.parse);
});
