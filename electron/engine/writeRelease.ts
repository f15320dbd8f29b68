import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { err, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf, type ListKind, listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { marksRestated } from '../../shared/domain/roles/onBehalf.ts';
import { readRecord, readRecords } from '../store/records.ts';
import { beginBatch } from './batch.ts';
import { type ChangeSet, createRecord, editRecord, idTaken, nameOf, removeRecord } from './changes.ts';
import type { Fields } from './fields.ts';
import { clashFinder } from './uniqueness.ts';

/** How many records a release was written as. */
export interface WrittenRelease {
  readonly id: string;
  readonly records: number;
}

/**
 * Writes a release that the store does not have; ids are kept where the facts carry them. Its records are written as
 * those of a table that is imported, with one entry for every thousand. One that was removed comes back: what it held is
 * still there, and becomes equal to the facts.
 *
 * @param note what the history calls it: the file, or the release that it is a copy of
 */
export function writeNewRelease(set: ChangeSet, facts: ReleaseFacts, note: string): Result<WrittenRelease> {
  const id = facts.release.id ?? null;
  const isBackAgain = id !== null && readRecord(set.db, 'release', id) !== null;
  const release = createRecord(set, 'release', { id, releaseId: null }, flattenRelease(facts));
  if (!release.ok) return release;
  let records = 1;
  for (const kind of listKinds) {
    const all = recordsOf(facts, kind);
    const written = isBackAgain
      ? replaceKind(set, kind, release.value.id, facts)
      : writeInBulk(set, kind, release.value.id, all, note);
    if (!written.ok) return written;
    records += all.length;
  }
  return ok({ id: release.value.id, records });
}

/** Nothing of this release is in the store, so its records can only stand in one another's way. */
function writeInBulk(
  set: ChangeSet,
  kind: ListKind,
  releaseId: string,
  records: readonly Fields[],
  note: string,
): Result<null> {
  const batch = beginBatch(set, kind, releaseId, note);
  const findRepeated = clashFinder(kind);
  for (const { id: given, ...fields } of records) {
    const id = (given as string | undefined) ?? null;
    if (id !== null && readRecord(set.db, kind, id)) return idTaken(kind, id);
    const clash = findRepeated(fields);
    if (clash) return err(clash);
    const added = batch.add(fields, id);
    if (!added.ok) return added;
  }
  batch.end();
  return ok(null);
}

/**
 * Makes a living release equal to the facts by the fewest changes: records are matched by id, then by key, so that the
 * history shows what really differs and nothing else. What the other side owns stays as it is where `set.leftOut` asks for that.
 */
export function replaceRelease(set: ChangeSet, releaseId: string, facts: ReleaseFacts): Result<null> {
  const before = readRecord(set.db, 'release', releaseId)?.fields ?? {};
  const edited = editRecord(set, 'release', releaseId, withMarks(set, before, flattenRelease(facts)));
  if (!edited.ok) return edited;
  for (const kind of listKinds) {
    const replaced = replaceKind(set, kind, releaseId, facts);
    if (!replaced.ok) return replaced;
  }
  return ok(null);
}

function replaceKind(set: ChangeSet, kind: ListKind, releaseId: string, facts: ReleaseFacts): Result<null> {
  const wanted = recordsOf(facts, kind);
  const existing = new Map(readRecords(set.db, kind, releaseId).map((record) => [record.id, record]));
  const idsByKey = new Map<string, string[]>();
  const claimed = new Set(wanted.map((record) => record.id));
  for (const record of existing.values()) {
    if (claimed.has(record.id)) continue;
    const key = keyOf(kind, record.fields as never);
    idsByKey.set(key, [...(idsByKey.get(key) ?? []), record.id]);
  }
  const matched = wanted.map((record) => {
    const id = record.id as string | undefined;
    if (id !== undefined) return { record, id: existing.has(id) ? id : null, newId: id };
    return { record, id: idsByKey.get(keyOf(kind, record as never))?.shift() ?? null, newId: null };
  });
  const keep = new Set(matched.map((match) => match.id));
  for (const id of existing.keys()) {
    if (keep.has(id)) continue;
    const removed = removeRecord(set, kind, id);
    if (!removed.ok && !isLeftOut(set, kind, existing.get(id)?.fields ?? {}, removed.error)) return removed;
  }
  for (const { record, id, newId } of matched) {
    const { id: _, ...fields } = record;
    const before = existing.get(id ?? '')?.fields ?? {};
    const written = id
      ? editRecord(set, kind, id, withMarks(set, before, fields))
      : createRecord(set, kind, { id: newId, releaseId }, fields);
    if (!written.ok && !isLeftOut(set, kind, fields, written.error)) return written;
  }
  return ok(null);
}

/** Nobody in particular confirms nothing, and takes no owner's word back. */
function withMarks({ role }: ChangeSet, before: Fields, fields: Fields): Fields {
  return role === 'unnamed' ? { ...fields, onBehalf: marksRestated(before, fields) } : fields;
}

/** Whether a refused record may stay as it stands: it is the other side's, and then it is named. */
function isLeftOut(set: ChangeSet, kind: ListKind, fields: Fields, error: AppError): boolean {
  if (set.leftOut === null || error.kind !== 'notAllowed') return false;
  set.leftOut.push(`${kind}:${nameOf(kind, fields)}`);
  return true;
}
