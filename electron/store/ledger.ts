import { countOf } from '../../shared/domain/foundation/words.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { firstHash, hashOf, headOfRow, type LedgerRow, saidBy } from './chain.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import type { FieldChange, LedgerAction, LedgerEntry, NewEntry, RecordChange } from './ledgerEntry.ts';
import { hasTexts, putTextsBeside, withTexts } from './ledgerTexts.ts';
import { DamagedText, parseStored } from './parseStored.ts';
import { statement, writeStatement } from './statement.ts';

export type { FieldChange, LedgerAction, LedgerEntry, NewEntry, RecordChange } from './ledgerEntry.ts';

/** The end of the chain within one transaction: nobody else appends meanwhile, so it need not be read each time. */
export interface LedgerEnd {
  hash: string | null;
}

/** Appends one entry; its hash covers its content and the hash before it. Returns its sequence number. */
export function appendEntry(db: WritableDb, given: NewEntry, end: LedgerEnd = { hash: null }): number {
  const entry = asStored(given);
  const previousHash = end.hash ?? lastHash(db);
  const said = hasBatch(entry.action) ? entry.batch : entry.changes;
  const changes = JSON.stringify(hasTexts(entry.kind) ? putTextsBeside(db, entry.recordId, said) : said);
  const hash = hashOf(previousHash, entry, changes);
  end.hash = hash;
  const result = writeStatement(
    db,
    `INSERT INTO ledger (id, at, actor, organisation, store_id, action, release_id, kind, record_id, record_key, changes, note, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...saidBy(entry, changes), previousHash, hash);
  return Number(result.lastInsertRowid);
}

function hasBatch(action: LedgerAction): boolean {
  return action === 'batch' || action === 'upgrade';
}

/** Text as UTF-8 will hold it: what is hashed is what is stored. */
function asStored(entry: NewEntry): NewEntry {
  return {
    ...entry,
    actor: entry.actor.toWellFormed(),
    organisation: entry.organisation.toWellFormed(),
    recordKey: entry.recordKey?.toWellFormed() ?? null,
    note: entry.note?.toWellFormed() ?? null,
  };
}

function lastHash(db: WritableDb): string {
  return headOf(db).hash;
}

/** Where a chain ends: the last entry's number and its hash, which stands for all before it. */
export interface LedgerHead {
  readonly entries: number;
  readonly hash: string;
}

export function headOf(db: ReadableDb): LedgerHead {
  const sql = 'SELECT seq AS entries, hash FROM ledger ORDER BY seq DESC LIMIT 1';
  return statement<[], LedgerHead>(db, sql).get() ?? { entries: 0, hash: firstHash };
}

/** A sentence where the chain no longer holds what it held when this head was recorded; null where it does. */
export function lostSince(db: ReadableDb, head: LedgerHead, recorded: string): string | null {
  const now = headOf(db);
  if (now.entries < head.entries) {
    return `The history ends at entry ${now.entries}, but ${recorded} knew ${countOf(head.entries, 'entry', 'entries')}: its end was cut off.`;
  }
  const at = statement<[number], { hash: string }>(db, 'SELECT hash FROM ledger WHERE seq = ?').get(head.entries);
  if (head.entries === 0 || at?.hash === head.hash) return null;
  return `Entry ${head.entries} of the history is not the one that ${recorded} knew: the history was written anew.`;
}

/** One entry by its sequence number. */
export function readEntry(db: ReadableDb, seq: number): LedgerEntry | null {
  const row = statement<[number], LedgerRow>(db, 'SELECT * FROM ledger WHERE seq = ?').get(seq);
  return row ? entryOf(db, row) : null;
}

/** The entry that removed a record the last time before an entry; null where none did. */
export function readRemovalBefore(db: ReadableDb, recordId: string, seq: number): LedgerEntry | null {
  const sql = "SELECT * FROM ledger WHERE record_id = ? AND action = 'remove' AND seq < ? ORDER BY seq DESC LIMIT 1";
  const row = statement<[string, number], LedgerRow>(db, sql).get(recordId, seq);
  return row ? entryOf(db, row) : null;
}

/** The last entry's number: it rises with every change, whichever process made it. */
export function lastEntry(db: ReadableDb): number {
  return statement<[], { seq: number | null }>(db, 'SELECT MAX(seq) AS seq FROM ledger').get()?.seq ?? 0;
}

/** Entries that say what was issued: they change no fact, no setting and no release. */
const issuing = ['exportPack', 'finalPack'] as const satisfies readonly LedgerAction[];

/** Whether anything that people work on was changed after an entry: all but what was only issued. */
export function isWorkChanged(db: ReadableDb, after: number): boolean {
  const marks = issuing.map(() => '?').join(', ');
  const sql = `SELECT 1 AS found FROM ledger WHERE seq > ? AND action NOT IN (${marks}) LIMIT 1`;
  return statement<[number, ...string[]], { found: number }>(db, sql).get(after, ...issuing) !== undefined;
}

export function lastEntryOf(db: ReadableDb, releaseId: string): number {
  const sql = 'SELECT MAX(seq) AS seq FROM ledger WHERE release_id = ?';
  return statement<[string], { seq: number | null }>(db, sql).get(releaseId)?.seq ?? 0;
}

/** The newest entries of a release, newest first. */
export function readEntries(db: ReadableDb, releaseId: string, limit: number): readonly LedgerEntry[] {
  return statement<[string, number], LedgerRow>(
    db,
    'SELECT * FROM ledger WHERE release_id = ? ORDER BY seq DESC LIMIT ?',
  )
    .all(releaseId, limit)
    .map((row) => entryOf(db, row));
}

/** All that was said of one record by itself, the oldest first. */
export function readEntriesOfRecord(db: ReadableDb, recordId: string): readonly LedgerEntry[] {
  return statement<[string], LedgerRow>(db, 'SELECT * FROM ledger WHERE record_id = ? ORDER BY seq')
    .all(recordId)
    .map((row) => entryOf(db, row));
}

/** Which records of a release changed after an entry; null where that is too many, or a whole import, to follow one by one. */
export function changedSince(
  db: ReadableDb,
  releaseId: string,
  seq: number,
  most: number,
): readonly { readonly kind: RecordKind; readonly id: string }[] | null {
  const rows = statement<
    [string, number, number],
    { action: string; kind: RecordKind | null; record_id: string | null }
  >(db, 'SELECT DISTINCT action, kind, record_id FROM ledger WHERE release_id = ? AND seq > ? LIMIT ?').all(
    releaseId,
    seq,
    most + 1,
  );
  if (rows.length > most || rows.some((row) => row.action === 'batch')) return null;
  return rows.flatMap(({ kind, record_id: id }) => (kind && id ? [{ kind, id }] : []));
}

/** The note of an `upgrade`: where the history ended before it was written anew, and what was wrong with it then. */
export interface Upgrade {
  readonly from: number;
  readonly former: LedgerHead;
  readonly problems: readonly string[];
}

/** Walks the whole chain; returns a sentence for each entry that does not fit. */
export function verifyLedger(db: ReadableDb): readonly string[] {
  const problems = [...problemsBeforeUpgrade(db)];
  let previousHash = firstHash;
  let expected = 1;
  for (const row of statement<[], LedgerRow>(db, 'SELECT * FROM ledger ORDER BY seq').iterate()) {
    if (row.seq !== expected) problems.push(`Entry ${expected} of the history is missing.`);
    if (row.previous_hash !== previousHash || hashOf(previousHash, headOfRow(row), row.changes) !== row.hash) {
      problems.push(`Entry ${row.seq} of the history (${row.action} ${row.record_key ?? ''}) was changed afterwards.`);
    }
    previousHash = row.hash;
    expected = row.seq + 1;
  }
  return [...new Set(problems)];
}

/** What an upgrade that wrote the chain anew found in it before: it must not be forgotten with the old hashes. */
function problemsBeforeUpgrade(db: ReadableDb): readonly string[] {
  const rows = statement<[], { note: string }>(db, "SELECT note FROM ledger WHERE action = 'upgrade'").all();
  return rows.flatMap(({ note }) => {
    try {
      return (parseStored(note, 'an entry of the history') as Partial<Upgrade>).problems ?? [];
    } catch {
      return [];
    }
  });
}

/** Every entry in order. One whose changes cannot be read (damaged JSON) comes as its number alone. */
export function* eachEntry(db: ReadableDb): Generator<LedgerEntry | { readonly damaged: number }> {
  for (const row of statement<[], LedgerRow>(db, 'SELECT * FROM ledger ORDER BY seq').iterate()) {
    let entry: LedgerEntry | null = null;
    try {
      entry = entryOf(db, row);
    } catch (error) {
      if (!(error instanceof DamagedText)) throw error;
    }
    yield entry ?? { damaged: row.seq };
  }
}

export function entryOf(db: ReadableDb, row: LedgerRow): LedgerEntry {
  const stored = parseStored(row.changes, `entry ${row.seq} of the history`);
  const changes = hasTexts(row.kind) ? withTexts(db, row.record_id, stored as unknown[]) : stored;
  return hasBatch(row.action)
    ? { ...headOfRow(row), batch: changes as RecordChange[] }
    : { ...headOfRow(row), changes: changes as FieldChange[] };
}
