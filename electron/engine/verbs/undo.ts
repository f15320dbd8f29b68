import { isDeepStrictEqual } from 'node:util';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import { type LedgerEntry, readEntry } from '../../store/ledger.ts';
import { readRecord } from '../../store/records.ts';
import { type Change, type ChangeSet, nounOf, removeRecord, restoreRecord } from '../changes.ts';
import { change } from '../transact.ts';
import { storeVerb } from '../verb.ts';
import { editWithPointers } from './recordVerbs.ts';

/** Takes one ledger entry back by a new entry: the history itself is never rewritten. */
export const recordUndo = storeVerb('record.undo', (context, store, input) => {
  const entry = readEntry(store.db, input.entry);
  if (!entry?.kind || !entry.recordId)
    return fail('notFound', 'This change cannot be taken back.', String(input.entry));
  const { kind, recordId } = entry;
  return change(context, store, input.asOf, (set) => reverse(set, entry, kind, recordId));
});

function reverse(set: ChangeSet, entry: LedgerEntry, kind: RecordKind, recordId: string): Result<readonly Change[]> {
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
  const current = readRecord(set.db, kind, recordId)?.fields ?? {};
  const later = entry.changes.find((made) => !isDeepStrictEqual(current[made.field] ?? null, made.after));
  if (later) {
    return fail(
      'conflict',
      `The ${later.field} of this ${nounOf(kind)} was changed again later, so the earlier change cannot be taken back.`,
      later.field,
    );
  }
  return editWithPointers(
    set,
    kind,
    recordId,
    Object.fromEntries(entry.changes.map((made) => [made.field, made.before])),
  );
}

function single(result: Result<Change>): Result<readonly Change[]> {
  return result.ok ? ok([result.value]) : result;
}
