import { withTogether } from '../../../shared/domain/merge/together.ts';
import { takenOut } from '../../../shared/domain/records/evidence.ts';
import { deleteContent, markPurged, readAttachment } from '../attachments.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../db.ts';
import { appendEntry, type LedgerEnd, type NewEntry } from '../ledger.ts';
import { purgeableFields } from '../ledgerTexts.ts';
import { readStoreId } from '../metadata.ts';
import { markRemoved, readRecord, type StoredRecord, updateRecord } from '../records.ts';
import type { Stamps } from '../stamps.ts';
import { statement } from '../statement.ts';
import type { StorePaths } from '../storePaths.ts';
import { type PurgeOrder, readPurged } from './purgedList.ts';
import { needsShredding, shred } from './shred.ts';
import { takeTextsOut } from './takeTextsOut.ts';

/** What the facts of an item say once it was taken out. */
export function emptiedFields(reason: string): Readonly<Record<string, unknown>> {
  return { file: null, title: takenOut, status: 'withdrawn', statusReason: reason };
}

/**
 * Which other items use this content: then it is not only this one's. `EV-001@1 of June 2027 SEC Release`, for a copied
 * release calls its evidence alike.
 */
export function otherUsers(db: ReadableDb, sha256: string, evidence: string): readonly string[] {
  return statement<[string, string], { name: string }>(
    db,
    `SELECT evidence.reference || '@' || evidence.version || ' of ' || release.name AS name FROM evidence
     JOIN release ON release.id = evidence.release_id
     WHERE sha256 = ? AND evidence.id <> ? AND evidence.removed_in IS NULL AND file IS NOT NULL ORDER BY name`,
  )
    .all(sha256, evidence)
    .map(({ name }) => name);
}

/**
 * Applies the list of what was taken out: a restored backup, or a purge that a power loss interrupted, does not bring it
 * back. Costs nothing where there is nothing to do. Returns whether it changed the database.
 */
export function applyPurges(db: ReadableDb, paths: StorePaths, stamps: Stamps): boolean {
  const orders = readPurged(paths);
  const open = orders.filter((order) => isOpen(db, order));
  if (open.length > 0)
    inTransaction(db, (writable) => {
      for (const order of open) purgeAgain(writable, order, stamps);
    });
  if (needsShredding(db)) shred(db);
  for (const { hashes } of orders)
    for (const sha256 of hashes) if (readAttachment(db, sha256)?.purgeReason != null) deleteIfFree(paths.files, sha256);
  return open.length > 0;
}

/** Content that another program holds now is deleted the next time: nobody is kept from their store, or a backup, by it. */
function deleteIfFree(files: string, sha256: string): void {
  try {
    deleteContent(files, sha256);
  } catch {
    return;
  }
}

/** The item is here, and no entry of this history took all of it out; or a write that did not know of it shows it again. */
function isOpen(db: ReadableDb, order: PurgeOrder): boolean {
  const record = readRecord(db, 'evidence', order.evidence);
  if (!record) return false;
  const noted = notedOf(db, order.evidence);
  const isNoted = noted.size > 0 && order.hashes.every((sha256) => noted.has(keyOfHash(sha256)));
  return !isNoted || isShown(record.fields, order);
}

function isShown({ file, sha256 }: StoredRecord['fields'], { hashes }: PurgeOrder): boolean {
  return file !== null && hashes.includes(String(sha256));
}

/** Whether the history says that something of this item was taken out for good. */
export function isTakenOut(db: ReadableDb, evidence: string): boolean {
  return notedOf(db, evidence).size > 0;
}

/** Whether something of this item was taken out for good after an entry. */
export function isTakenOutSince(db: ReadableDb, evidence: string, seq: number): boolean {
  const sql = "SELECT 1 AS found FROM ledger WHERE record_id = ? AND action = 'purge' AND seq > ? LIMIT 1";
  return statement<[string, number], { found: number }>(db, sql).get(evidence, seq) !== undefined;
}

/** Why this content was taken out of this item; null: it was not. It may be here all the same, for another one. */
export function whyTakenOutOf(db: ReadableDb, evidence: string, sha256: string): string | null {
  const sql =
    "SELECT note FROM ledger WHERE record_id = ? AND action = 'purge' AND record_key = ? ORDER BY seq LIMIT 1";
  return statement<[string, string], { note: string | null }>(db, sql).get(evidence, keyOfHash(sha256))?.note ?? null;
}

/**
 * Empties an item again, in the transaction that brought its words back: a bundle was written before its sender heard. Words
 * that lost against ours, and stand in no fact, go as well.
 */
export function emptyAgain(db: WritableDb, order: PurgeOrder, stamps: Stamps, end: LedgerEnd): void {
  const record = readRecord(db, 'evidence', order.evidence);
  const empty = Object.entries(emptiedFields(order.reason));
  if (record && empty.some(([field, value]) => (record.fields[field] ?? null) !== value))
    purgeAgain(db, order, stamps, end);
  else if (record) takeTextsOut(db, order.evidence, order.reason);
}

/** What the history says was taken out of an item: `sha256:…` of each file, empty where it was only words. */
function notedOf(db: ReadableDb, evidence: string): ReadonlySet<string> {
  const sql = "SELECT coalesce(record_key, '') AS key FROM ledger WHERE record_id = ? AND action = 'purge'";
  return new Set(
    statement<[string], { key: string }>(db, sql)
      .all(evidence)
      .map(({ key }) => key),
  );
}

/**
 * Entries that hold words of an item in the chain itself, where nothing can be taken out: an exchange of an earlier version
 * wrote both values of a conflict there. @param key `EV-003@1`
 */
export function entriesInTheClear(db: ReadableDb, releaseId: string, key: string): readonly number[] {
  const fields = purgeableFields.map((field) => JSON.stringify(`evidence:${key}#${field}`));
  const sql = `SELECT seq FROM ledger WHERE action = 'merge' AND kind = 'release' AND release_id = ?
    AND (${fields.map(() => 'instr(changes, ?) > 0').join(' OR ')}) ORDER BY seq`;
  return statement<string[], { seq: number }>(db, sql)
    .all(releaseId, ...fields)
    .map(({ seq }) => seq);
}

const keyOfHash = (sha256: string) => `sha256:${sha256}`;

/** What the use case did once, done again by the app itself, in a history that does not know of it. */
function purgeAgain(db: WritableDb, order: PurgeOrder, stamps: Stamps, end?: LedgerEnd): void {
  const { evidence, hashes, reason } = order;
  const record = readRecord(db, 'evidence', evidence);
  if (!record) return;
  const { reference, version } = record.fields;
  const head = { actor: 'SEC Go-Live', organisation: '', storeId: readStoreId(db), releaseId: record.releaseId };
  const append = (parts: Pick<NewEntry, 'action' | 'recordKey' | 'changes' | 'note'>) =>
    appendEntry(
      db,
      { id: stamps.newId(), at: stamps.now(), ...head, kind: 'evidence', recordId: evidence, batch: [], ...parts },
      end,
    );
  const empty = emptiedFields(reason);
  const changed = Object.entries(empty).filter(([field, value]) => (record.fields[field] ?? null) !== value);
  if (changed.length > 0) {
    // As every write does: what stands together is written together, or a join would show halves.
    const after = withTogether('evidence', record.fields, Object.fromEntries(changed));
    const changes = Object.entries(after).map(([field, value]) => ({
      field,
      before: record.fields[field] ?? null,
      after: value,
    }));
    const recordKey = `${reference}@${version}`;
    updateRecord(db, 'evidence', evidence, after, append({ action: 'edit', recordKey, changes, note: null }));
    // A write that no removal has seen brings a record back in other stores; so it is removed with this one seen.
    if (record.removed) {
      const gone = Object.entries({ ...record.fields, ...after }).filter(([, value]) => value !== null);
      const before = gone.map(([field, value]) => ({ field, before: value, after: null }));
      markRemoved(db, 'evidence', evidence, append({ action: 'remove', recordKey, changes: before, note: null }));
    }
  }
  const noted = notedOf(db, evidence);
  for (const sha256 of hashes) {
    if (noted.has(keyOfHash(sha256))) continue;
    const seq = append({ action: 'purge', recordKey: keyOfHash(sha256), changes: [], note: reason });
    if (otherUsers(db, sha256, evidence).length === 0) markPurged(db, sha256, reason, seq);
  }
  if (hashes.length === 0 && noted.size === 0) append({ action: 'purge', recordKey: null, changes: [], note: reason });
  takeTextsOut(db, evidence, reason);
}
