import { isDeepStrictEqual } from 'node:util';
import { entryOf } from '../../shared/domain/catalogue/entries.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { type ListKind, listKinds, type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { sideOf, sideOfAuthority } from '../../shared/domain/roles/mayChange.ts';
import { valueAt } from '../store/exchange.ts';
import { readReleases } from '../store/facts.ts';
import { ownIds } from '../store/formerIds.ts';
import { type LedgerEntry, lastEntry, readEntry, readRemovalBefore } from '../store/ledger.ts';
import { settledByPurge } from '../store/ledgerTexts.ts';
import { isTakenOutSince } from '../store/purge/applyPurges.ts';
import { asRecord, readFieldChanges, readRecord, readRecords, type StoredRecord } from '../store/records.ts';
import { archiveRelease } from './archiveRelease.ts';
import { reverseBatch } from './batch.ts';
import { type Change, type ChangeSet, editRecord, nounOf, removeRecord, restoreRecord } from './changes.ts';
import type { Fields } from './fields.ts';
import { forgetImport } from './imports/importMemory.ts';
import { editWithPointers } from './saveRecord.ts';

/** What is taken back as a whole, and what the reversal of one of its entries has to know of it. */
interface Taken {
  /** The last of its entries, and the last one of all that was written before it is taken back. */
  readonly through: number;
  readonly last: number;
  /** Records that came back by it: they go again, whatever they are called meanwhile. */
  readonly goes: ReadonlySet<string>;
}

export function takeBack(set: ChangeSet, first: number, through: number): Result<readonly Change[]> {
  const changes: Change[] = [];
  const last = lastEntry(set.db);
  const entries: LedgerEntry[] = [];
  // Whatever is asked for, what was never written need not be looked for.
  for (let seq = Math.min(through, last); seq >= first; seq -= 1) {
    const entry = readEntry(set.db, seq);
    if (entry) entries.push(entry);
  }
  const forGood = takenOutForGood(set, entries);
  if (forGood) return forGood;
  const taken = { through, last, goes: broughtBackIn(entries) };
  for (const entry of entries) {
    const reversed = entry.kind ? reverse(handFor(set, entry), entry, entry.kind, taken) : ok([]);
    if (!reversed.ok) return reversed;
    changes.push(...reversed.value);
  }
  // How tables were read is remembered with what they gave, and forgotten after it.
  for (const entry of entries)
    if (entry.action === 'setting' && entry.recordKey === 'imports') forgetImport(set, entry);
  if (changes.length > 0) return ok(changes);
  return fail('notFound', 'This change cannot be taken back.', String(first));
}

/** What a purge empties, and what was said of it: none of that comes back by taking an entry back. */
const goneForGood: ReadonlySet<string> = new Set([...settledByPurge, 'sha256', 'bytes', 'statusBy', 'accepted']);

/** Why entries that were of evidence which was taken out for good, by them or after them, cannot be taken back; null: they can. */
function takenOutForGood(set: ChangeSet, entries: readonly LedgerEntry[]): Result<never> | null {
  for (const { seq, action, kind, recordId, changes, batch } of entries) {
    if (kind !== 'evidence') continue;
    const edited =
      action === 'edit' && recordId !== null ? [{ id: recordId, fields: changes.map(({ field }) => field) }] : [];
    const batched = batch.flatMap(({ id, before, after }) =>
      before !== null && after !== null ? [{ id, fields: Object.keys(after) }] : [],
    );
    const gone = [...edited, ...batched].find(
      ({ id, fields }) => fields.some((field) => goneForGood.has(field)) && isTakenOutSince(set.db, id, seq),
    );
    const item = gone && readRecord(set.db, kind, gone.id);
    if (item) return keptOut(evidenceKey(asRecord(item)));
  }
  return null;
}

const keptOut = (key: string): Result<never> =>
  fail(
    'conflict',
    `${key} was taken out for good, so a change of its file, words or status before that cannot be taken back.`,
    `evidence:${key}`,
  );

/**
 * What our own side wrote in this store it may take back as long as it stands as we left it: that was allowed when it was
 * written (evidence that was received, a value recorded for the other side, a bundle that was let in). Whatever somebody
 * else wrote is asked for like any other change.
 */
function handFor(set: ChangeSet, entry: LedgerEntry): ChangeSet {
  const mine = sideOfAuthority(set.role);
  const isOurs =
    mine !== null &&
    ownIds(set.db).includes(entry.storeId) &&
    (sideOf(entry.organisation) === mine || entry.organisation === set.actor.organisation);
  return isOurs ? { ...set, role: null } : set;
}

function reverse(set: ChangeSet, entry: LedgerEntry, kind: RecordKind, taken: Taken): Result<readonly Change[]> {
  const { recordId } = entry;
  if (entry.action === 'batch') return reverseOf(set, entry, kind as ListKind);
  if (recordId === null) return ok([]);
  switch (entry.action) {
    case 'create':
      return reverseCreation(set, entry, kind, recordId);
    case 'restore':
      return reverseRestoration(set, entry, kind, recordId);
    case 'remove':
      return single(restoreRecord(set, kind, recordId));
    case 'edit':
      return reverseEdit(set, entry, kind, recordId, taken);
    case 'archive':
    case 'unarchive':
      return reverseArchive(set, entry.action, recordId);
    default:
      return fail('conflict', 'This change cannot be taken back.', String(entry.seq));
  }
}

/**
 * Up to version 1.0.2 one entry brought a record back and changed it, without a word of what it had said; that stands in
 * the entry of its removal.
 */
function reverseRestoration(
  set: ChangeSet,
  entry: LedgerEntry,
  kind: RecordKind,
  id: string,
): Result<readonly Change[]> {
  const removal = entry.changes.length > 0 ? readRemovalBefore(set.db, id, entry.seq) : null;
  if (removal) {
    const stood = Object.fromEntries(removal.changes.map(({ field, before }) => [field, before]));
    const written = entry.changes.map(({ field }) => [field, stood[field] ?? null]);
    const edited = editRecord(set, kind, id, { ...stood, ...Object.fromEntries(written) }, true);
    if (!edited.ok) return edited;
  }
  return single(removeRecord(set, kind, id));
}

function reverseArchive(set: ChangeSet, action: 'archive' | 'unarchive', id: string): Result<readonly Change[]> {
  const release = readReleases(set.db).find((one) => one.id === id);
  if (!release) return fail('notFound', 'This release was removed since; restore it first.', id);
  const isArchived = action === 'archive';
  if (release.archived !== isArchived)
    return fail(
      'conflict',
      `${release.name} was ${isArchived ? 'taken out of' : 'put into'} the archive again since.`,
      id,
    );
  return ok([archiveRelease(set, release, !isArchived)]);
}

/** Why what an entry made of a record cannot be taken back: somebody changed it again; null: nobody did. */
function changedSince(set: ChangeSet, entry: LedgerEntry, kind: RecordKind, recordId: string): Result<never> | null {
  return laterChange(set, kind, recordId, Object.fromEntries(entry.changes.map((made) => [made.field, made.after])));
}

/** A record that was worked on since it was added stays, and so does a release that something was added to. */
function reverseCreation(
  set: ChangeSet,
  entry: LedgerEntry,
  kind: RecordKind,
  recordId: string,
): Result<readonly Change[]> {
  const later = changedSince(set, entry, kind, recordId);
  if (later) return later;
  const added = kind === 'release' ? listKinds.find((one) => readRecords(set.db, one, recordId).length > 0) : undefined;
  if (added !== undefined)
    return fail(
      'conflict',
      `Something was added to this release since (a ${recordKinds[added].noun}), so its creation cannot be taken back; remove the release instead.`,
      added,
    );
  return single(removeRecord(set, kind, recordId));
}

function reverseEdit(
  set: ChangeSet,
  entry: LedgerEntry,
  kind: RecordKind,
  id: string,
  taken: Taken,
): Result<readonly Change[]> {
  const later = changedSince(set, entry, kind, id);
  if (later) return later;
  const before = Object.fromEntries(entry.changes.map((made) => [made.field, made.before]));
  if (!taken.goes.has(id)) return editWithPointers(set, kind, id, before, isWrittenSince(set, taken));
  const edited = editRecord(set, kind, id, before, true);
  return edited.ok ? ok(edited.value ? [edited.value] : []) : edited;
}

/**
 * Whether a pointer was written after what is taken back, and so means what gets its former reference. What stood before it
 * means what bore that text then, and what was changed with it has its own entry.
 */
function isWrittenSince(set: ChangeSet, { through, last }: Taken) {
  return ({ id, releaseId, fields }: StoredRecord, kind: ListKind, field: string): boolean => {
    const seq = readFieldChanges(set.db, kind, id).get(field) ?? 0;
    if (seq <= through || seq > last) return false;
    return !isDeepStrictEqual(valueAt(set.db, releaseId, id, field, through, seq), fields[field] ?? null);
  };
}

function broughtBackIn(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ action, recordId }) => (action === 'restore' && recordId !== null ? [recordId] : [])),
  );
}

/** An import as a whole; the answer names its first record, for the window reads the release anew. */
function reverseOf(set: ChangeSet, entry: LedgerEntry, kind: ListKind): Result<readonly Change[]> {
  for (const { id, before, after } of entry.batch) {
    const later = after === null ? null : laterChange(set, kind, id, after);
    if (later) return later;
    // A write into a removed record would bring it back in other stores, and not in this one.
    if (after !== null && before !== null && readRecord(set.db, kind, id)?.removed)
      return fail(
        'conflict',
        `This ${nounOf(kind)} was removed since, so the earlier change cannot be taken back; restore it first.`,
        id,
      );
  }
  const releaseId = entry.releaseId ?? '';
  const reversed = reverseBatch(set, kind, releaseId, entry.batch, noteOfReversal(entry.note));
  if (!reversed.ok) return reversed;
  const records = entry.batch.length;
  return ok(entry.batch.slice(0, 1).map(({ id }) => ({ kind, id, releaseId, seq: reversed.value, records })));
}

/** What takes back a taking back does it again; said once, however often the two follow each other. */
function noteOfReversal(note: string | null): string {
  const [, before, what = 'an import'] = /^(took back: |did again: )?(.*)$/s.exec(note ?? 'an import') ?? [];
  return `${before === 'took back: ' ? 'did again' : 'took back'}: ${what}`;
}

function laterChange(set: ChangeSet, kind: RecordKind, id: string, after: Fields): Result<never> | null {
  const current = readRecord(set.db, kind, id)?.fields ?? {};
  const later = Object.keys(after).find((field) => !isDeepStrictEqual(current[field] ?? null, after[field] ?? null));
  if (later === undefined) return null;
  return fail(
    'conflict',
    `“${entryOf(kind, later)?.facts.label ?? later}” of this ${nounOf(kind)} was changed again later, so the earlier change cannot be taken back.`,
    later,
  );
}

function single(result: Result<Change>): Result<readonly Change[]> {
  return result.ok ? ok([result.value]) : result;
}
