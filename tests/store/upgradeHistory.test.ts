import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../electron/store/check/checkFacts.ts';
import { closeDb } from '../../electron/store/db.ts';
import { eachEntry, headOf, readEntry, type Upgrade, verifyLedger } from '../../electron/store/ledger.ts';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { countingStamps } from '../support/stamps.ts';
import { accepted, storeOfVersion6, submitted } from './olderStore.ts';

function opened(folder: string) {
  const store = openStore(folder, countingStamps());
  if (!store.ok) throw new Error(store.error.message);
  return store.value;
}

describe('a store of an earlier version', () => {
  it('is brought up to date with a sound history, and its older acceptances are accused by nothing', () => {
    const { folder, head } = storeOfVersion6();
    const { db } = opened(folder);
    expect(verifyLedger(db)).toEqual([]);
    expect(checkFacts(db)).toEqual([]);
    const last = readEntry(db, headOf(db).entries);
    expect(last).toMatchObject({ action: 'upgrade', batch: [{ id: accepted, key: 'EV-001@1' }] });
    const { from, former, problems } = JSON.parse(last?.note ?? '') as Upgrade;
    expect({ from, former, problems }).toEqual({ from: 6, former: { entries: 5, hash: head }, problems: [] });
    closeDb(db);
  });

  it('is found out where an acceptance was forged afterwards, whoever it pretends to be', () => {
    const { folder } = storeOfVersion6();
    const { db } = opened(folder);
    connectionOf(db).exec(`UPDATE evidence SET accepted = json_set(accepted, '$.version', 7) WHERE id = '${accepted}'`);
    connectionOf(db).exec(
      `UPDATE evidence SET accepted = (SELECT accepted FROM evidence WHERE id = '${accepted}') WHERE id = '${submitted}'`,
    );
    expect(checkFacts(db)).toEqual([
      expect.objectContaining({ record: 'evidence:EV-001@1', field: 'accepted' }),
      expect.objectContaining({ record: 'evidence:EV-002@1', field: 'accepted', ledger: null }),
    ]);
    closeDb(db);
  });

  it('has its acceptances told also where its step to version 7 was made by an earlier app', () => {
    const { folder } = storeOfVersion6();
    const older = new Database(join(folder, 'store.sqlite'));
    older.exec(migrations[6]?.sql ?? '');
    older.pragma('user_version = 7');
    older.close();
    const { db } = opened(folder);
    expect(checkFacts(db)).toEqual([]);
    expect(readEntry(db, headOf(db).entries)?.batch).toHaveLength(1);
    closeDb(db);
  });

  it('keeps no text that may have to go in the chain, and reads as before', () => {
    const { folder } = storeOfVersion6();
    const { db } = opened(folder);
    const chain = connectionOf(db).prepare<[], string>('SELECT changes FROM ledger').pluck().all().join('');
    expect(chain).not.toContain('Letter of');
    const titles = [...eachEntry(db)].flatMap((entry) =>
      'changes' in entry ? entry.changes.filter(({ field }) => field === 'title').map(({ after }) => after) : [],
    );
    expect(titles).toEqual(['Letter of EV-001', 'Letter of EV-002']);
    closeDb(db);
  });

  it('does not lose with its old hashes that an entry had been changed before', () => {
    const { folder } = storeOfVersion6();
    const older = new Database(join(folder, 'store.sqlite'));
    older.exec("DROP TRIGGER ledger_is_append_only_update; UPDATE ledger SET actor = 'Forged' WHERE seq = 2");
    older.close();
    const { db } = opened(folder);
    expect(verifyLedger(db)).toEqual([expect.stringContaining('Entry 2 of the history')]);
    closeDb(db);
  });
});

describe('a text beside the history', () => {
  it.each([
    ['changed', "UPDATE ledger_text SET text = 'Forged' WHERE text LIKE '%EV-002'", 'was changed afterwards'],
    ['deleted', "DELETE FROM ledger_text WHERE text LIKE '%EV-002'", 'is missing, and nobody took it out'],
    ['added', "INSERT INTO ledger_text VALUES ('ab', 'cd', 'Forged', 'x')", 'that no entry names'],
  ])('is missed where it was %s by another program', (_how, sql, sentence) => {
    const { folder } = storeOfVersion6();
    const { db } = opened(folder);
    connectionOf(db).exec(sql);
    expect(checkFacts(db).map((problem) => problem.sentence)).toContainEqual(expect.stringContaining(sentence));
    closeDb(db);
  });
});
