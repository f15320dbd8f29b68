import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf, type ListKind, listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { readRecords } from '../store/records.ts';
import { type ChangeSet, createRecord, editRecord, nameOf, removeRecord } from './changes.ts';
import type { Fields } from './fields.ts';

/** How many records a release was written as. */
export interface WrittenRelease {
  readonly id: string;
  readonly records: number;
}

/** Writes a release that the store does not have; ids are kept where the facts carry them. */
export function writeNewRelease(set: ChangeSet, facts: ReleaseFacts): Result<WrittenRelease> {
  const release = createRecord(
    set,
    'release',
    { id: facts.release.id ?? null, releaseId: null },
    flattenRelease(facts),
  );
  if (!release.ok) return release;
  let records = 1;
  for (const kind of listKinds) {
    for (const record of recordsOf(facts, kind)) {
      const { id, ...fields } = record;
      const created = createRecord(set, kind, { id: (id as string) ?? null, releaseId: release.value.id }, fields);
      if (!created.ok) return created;
      records += 1;
    }
  }
  return ok({ id: release.value.id, records });
}

/**
 * Makes a living release equal to the facts by the fewest changes: records are matched by id, then by key, so that the
 * history shows what really differs and nothing else. What the other side owns stays as it is where `set.leftOut` asks for that.
 */
export function replaceRelease(set: ChangeSet, releaseId: string, facts: ReleaseFacts): Result<WrittenRelease> {
  const edited = editRecord(set, 'release', releaseId, flattenRelease(facts));
  if (!edited.ok) return edited;
  let records = 1;
  for (const kind of listKinds) {
    const replaced = replaceKind(set, kind, releaseId, facts);
    if (!replaced.ok) return replaced;
    records += replaced.value;
  }
  return ok({ id: releaseId, records });
}

function replaceKind(set: ChangeSet, kind: ListKind, releaseId: string, facts: ReleaseFacts): Result<number> {
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
    const written = id ? editRecord(set, kind, id, fields) : createRecord(set, kind, { id: newId, releaseId }, fields);
    if (!written.ok && !isLeftOut(set, kind, fields, written.error)) return written;
  }
  return ok(wanted.length);
}

/** Whether a refused record may stay as it stands: it is the other side's, and then it is named. */
function isLeftOut(set: ChangeSet, kind: ListKind, fields: Fields, error: AppError): boolean {
  if (set.leftOut === null || error.kind !== 'notAllowed') return false;
  set.leftOut.push(`${kind}:${nameOf(kind, fields)}`);
  return true;
}
