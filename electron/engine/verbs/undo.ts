import { isDeepStrictEqual } from 'node:util';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { ListKind, RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type LedgerEntry, readEntry } from '../../store/ledger.ts';
import { readRecord } from '../../store/records.ts';
import { reverseBatch } from '../batch.ts';
import { type Change, type ChangeSet, nounOf, removeRecord, restoreRecord } from '../changes.ts';
import type { Fields } from '../fields.ts';
import { answer, transact } from '../transact.ts';
import { storeVerb } from '../verb.ts';
import { editWithPointers } from './recordVerbs.ts';

/** Takes the entries of one use case back by new ones, newest first: the history itself is never rewritten. */
export const recordUndo = storeVerb('record.undo', (context, store, input) => {
  // What a merge wrote is both sides': either may take it back as a whole.
  const allowed = isAllOfMerge(store.db, input.entry, input.through) ? 'sides' : 'owner';
  const work = (set: ChangeSet) => {
    const changes: Change[] = [];
    for (let seq = input.through; seq >= input.entry; seq -= 1) {
      const entry = readEntry(set.db, seq);
      const reversed = entry?.kind ? reverse(set, entry, entry.kind) : ok([]);
      if (!reversed.ok) return reversed;
      changes.push(...reversed.value);
    }
    return changes.length > 0
      ? ok(changes)
      : fail('notFound', 'This change cannot be taken back.', String(input.entry));
  };
  const undone = transact(context, store, work, allowed);
  return undone.ok ? answer(context, store, input.asOf, undone.value) : undone;
});

/** Entries that applying a bundle wrote, or that took such entries back. */
function isAllOfMerge(db: ReadableDb, entry: number, through: number): boolean {
  for (let seq = entry; seq <= through; seq += 1) {
    const note = readEntry(db, seq)?.note ?? '';
    if (!/^(took back: )*(merged|settled after merging) from /.test(note)) return false;
  }
  return through >= entry;
}

function reverse(set: ChangeSet, entry: LedgerEntry, kind: RecordKind): Result<readonly Change[]> {
  const { recordId } = entry;
  if (entry.action === 'batch') return reverseOf(set, entry, kind as ListKind);
  if (recordId === null) return ok([]);
  switch (entry.action) {
    case 'create':
    case 'restore':
      return single(removeRecord(set, kind, recordId));
    case 'remove':
      return single(restoreRecord(set, kind, recordId));
    case 'edit':
      return reverseEdit(set, entry, kind, recordId);
    default:
      return fail('conflict', 'This change cannot be taken back.', String(entry.seq));
  }
}

function reverseEdit(
  set: ChangeSet,
  entry: LedgerEntry,
  kind: RecordKind,
  recordId: string,
): Result<readonly Change[]> {
  const after = Object.fromEntries(entry.changes.map((made) => [made.field, made.after]));
  const later = laterChange(set, kind, recordId, after);
  if (later) return later;
  return editWithPointers(
    set,
    kind,
    recordId,
    Object.fromEntries(entry.changes.map((made) => [made.field, made.before])),
  );
}

/** An import as a whole; the answer names its first record, for the window reads the release anew. */
function reverseOf(set: ChangeSet, entry: LedgerEntry, kind: ListKind): Result<readonly Change[]> {
  for (const { id, after } of entry.batch) {
    const later = after === null ? null : laterChange(set, kind, id, after);
    if (later) return later;
  }
  const releaseId = entry.releaseId ?? '';
  const seq = reverseBatch(set, kind, releaseId, entry.batch, `took back: ${entry.note ?? 'an import'}`);
  return ok(entry.batch.slice(0, 1).map(({ id }) => ({ kind, id, releaseId, seq })));
}

function laterChange(set: ChangeSet, kind: RecordKind, id: string, after: Fields): Result<never> | null {
  const current = readRecord(set.db, kind, id)?.fields ?? {};
  const later = Object.keys(after).find((field) => !isDeepStrictEqual(current[field] ?? null, after[field] ?? null));
  if (later === undefined) return null;
  return fail(
    'conflict',
    `The ${later} of this ${nounOf(kind)} was changed again later, so the earlier change cannot be taken back.`,
    later,
  );
}

function single(result: Result<Change>): Result<readonly Change[]> {
  return result.ok ? ok([result.value]) : result;
}
