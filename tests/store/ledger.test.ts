import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../electron/store/db.ts';
import { appendEntry, type NewEntry, verifyLedger } from '../../electron/store/ledger.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

function storeWithHistory(entries: number) {
  const stamps = countingStamps();
  const store = openStore(scratchFolder(), stamps);
  if (!store.ok) throw new Error(store.error.message);
  const { db } = store.value;
  const entry = (number: number): NewEntry => ({
    id: stamps.newId(),
    at: stamps.now(),
    actor: 'Ada Byron',
    organisation: 'SECAS',
    storeId: 'here',
    action: 'edit',
    releaseId: null,
    kind: 'criterion',
    recordId: 'one',
    recordKey: 'AC-01',
    batch: [],
    changes: [{ field: 'text', before: number - 1, after: number }],
    note: null,
  });
  inTransaction(db, (writable) => {
    for (let number = 1; number <= entries; number += 1) appendEntry(writable, entry(number));
  });
  return db;
}

describe('the history', () => {
  it('is sound when nobody touched it', () => {
    expect(verifyLedger(storeWithHistory(20))).toEqual([]);
  });

  it('cannot be rewritten: updates and deletions are refused by the database itself', () => {
    const db = storeWithHistory(3);
    expect(() => connectionOf(db).exec("UPDATE ledger SET actor = 'Somebody else'")).toThrow(/append-only/);
    expect(() => connectionOf(db).exec('DELETE FROM ledger WHERE seq = 2')).toThrow(/append-only/);
  });

  it('names the entry that was changed behind its back', () => {
    const db = storeWithHistory(5);
    connectionOf(db).exec(
      "DROP TRIGGER ledger_is_append_only_update; UPDATE ledger SET actor = 'Somebody else' WHERE seq = 3",
    );
    expect(verifyLedger(db)).toEqual([expect.stringContaining('Entry 3 of the history')]);
  });

  it('notices an entry that was taken out', () => {
    const db = storeWithHistory(5);
    connectionOf(db).exec('DROP TRIGGER ledger_is_append_only_delete; DELETE FROM ledger WHERE seq = 3');
    expect(verifyLedger(db)[0]).toBe('Entry 3 of the history is missing.');
  });
});
