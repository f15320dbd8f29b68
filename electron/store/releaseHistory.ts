import type { HistoryEntry } from '../../shared/domain/merge/manifest.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** An entry that is a write of this store's own, as a condition on the ledger: none that only repeats another store's. */
export const isOwnWrite = `action IN ('create', 'edit', 'batch', 'remove', 'restore')
  AND seq NOT IN (SELECT seq FROM merged_entry)`;

/** Where an entry stands: in which store, under which number. */
export interface EntryPlace {
  readonly store: string;
  readonly seq: number;
}

/** Our own writes to a release, in their order. */
export function readOwnWrites(db: ReadableDb, releaseId: string): readonly EntryPlace[] {
  const sql = `SELECT seq, store_id AS store FROM ledger WHERE release_id = ? AND ${isOwnWrite} ORDER BY seq`;
  return statement<[string], EntryPlace>(db, sql).all(releaseId);
}

/** An entry of another store's history, as it came here. */
export interface ForeignEntry extends EntryPlace {
  /** A `HistoryEntry`, as JSON. */
  readonly entry: string;
}

export function readForeignEntries(db: ReadableDb, releaseId: string): readonly ForeignEntry[] {
  const sql = 'SELECT entry, store_id AS store, seq FROM foreign_entry WHERE release_id = ? ORDER BY store_id, seq';
  return statement<[string], ForeignEntry>(db, sql).all(releaseId);
}

/** Keeps what came of other stores' histories; our own entries, sent back to us, stand in the ledger already. */
export function keepForeignEntries(db: WritableDb, releaseId: string, history: readonly HistoryEntry[]): void {
  const keep = writeStatement(
    db,
    `INSERT INTO foreign_entry (store_id, seq, release_id, entry) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET entry = excluded.entry WHERE json_extract (foreign_entry.entry, '$.hash') IS NULL`,
  );
  const own = statement<[number, string]>(db, 'SELECT 1 FROM ledger WHERE seq = ? AND store_id = ?');
  for (const entry of history)
    if (own.get(entry.seq, entry.storeId) === undefined)
      keep.run(entry.storeId, entry.seq, releaseId, JSON.stringify(entry));
}
