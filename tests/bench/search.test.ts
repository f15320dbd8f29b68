import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { inTransaction } from '../../electron/store/db.ts';
import { indexMore, isIndexed } from '../../electron/store/search.ts';
import { desk } from '../exchange/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { takeIssues } from './beside/manyIssues.ts';
import { inTurn, report, timeOf } from './measure.ts';

const many = 100_000;
const limit = 50;
const runs = 15;
const parts = ['head-end', 'gateway', 'prepayment meter', 'registration', 'SMKI portal', 'parse and correlate'];
/** A word of every record, of one in six, of a few, two at once, and one that is still being typed. */
const asked = ['issue', 'gateway', '77777', 'prepayment outage', 'regist'];

/** A store of so many test issues, all of them in the index. */
async function fullStore() {
  const folder = scratchFolder();
  const one = await desk(join(folder, 'full'), 'SECAS');
  const made = await one.does('release.create', {
    name: 'June 2026 SEC Release',
    kind: 'system',
    slot: null,
    adHocReason: 'a large one',
    approvedDate: null,
  });
  takeIssues(one, made.id, many, (at) => ({
    reference: `TI-${at}`,
    title: `Issue ${at} of the ${parts[at % parts.length]}${at % 11 === 0 ? ' after an outage' : ''}`,
    severity: 1 + (at % 4),
  }));
  while (!isIndexed(one.store.db)) inTransaction(one.store.db, (db) => indexMore(db, 20_000));
  return { ...one, folder };
}

/** The same texts in SQLite's own full-text index with the same tokens, asked for the best, with the words around them. */
function bareIndex(folder: string, from: string) {
  const db = new Database(join(folder, 'bare.sqlite'));
  onTestFinished(() => void db.close());
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5 (key, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`,
  );
  db.prepare('ATTACH ? AS whole').run(from);
  db.exec('INSERT INTO bare (rowid, key, words) SELECT rowid, key, words FROM whole.search_text');
  return db.prepare(
    `SELECT rowid, snippet(bare, -1, '<', '>', '…', 16) AS around FROM bare WHERE bare MATCH ? ORDER BY bm25(bare, 8.0, 1.0) LIMIT ${limit}`,
  );
}

it('finds words in 100,000 records', async () => {
  const { folder, store, engine } = await fullStore();
  const bare = bareIndex(folder, join(store.paths.folder, 'store.sqlite'));
  const query = (text: string) =>
    text
      .split(' ')
      .map((word, at, all) => (at === all.length - 1 ? `"${word}"*` : `"${word}"`))
      .join(' ');
  const found = async () => {
    for (const text of asked) {
      const answer = await engine.call('search.find', { text, releaseId: null, limit });
      expect(answer).toMatchObject({ ok: true, value: { complete: true } });
    }
  };
  const rows = () => {
    for (const text of asked) expect(bare.all(query(text)).length).toBeGreaterThan(0);
  };
  await found();
  rows();
  const times = await inTurn(runs, { bare: () => timeOf(rows), ours: () => timeOf(found) });
  report('search.find', times.ours, times.bare);
});
