import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { readRecords } from '../store/records.ts';
import { type Change, type ChangeSet, editRecord } from './changes.ts';
import type { Fields } from './fields.ts';

/**
 * Records point at each other by reference, as people do. When a criterion or an evidence item gets another reference,
 * everything that points at it follows in the same transaction, each with its own ledger entry.
 */
export function followRename(
  set: ChangeSet,
  kind: string,
  releaseId: string,
  before: Fields,
  after: Fields,
): Result<readonly Change[]> {
  const changes: Change[] = [];
  for (const pointer of pointersTo(kind, before, after)) {
    for (const record of readRecords(set.db, pointer.kind, releaseId)) {
      const value = pointer.follow(record.fields[pointer.field]);
      if (value === undefined) continue;
      const edited = editRecord(set, pointer.kind, record.id, { [pointer.field]: value });
      if (!edited.ok) return edited;
      if (edited.value) changes.push(edited.value);
    }
  }
  return ok(changes);
}

interface Pointer {
  readonly kind: ListKind;
  readonly field: string;
  /** The value after the rename; undefined where it does not point at the renamed record. */
  readonly follow: (value: unknown) => unknown;
}

function pointersTo(kind: string, before: Fields, after: Fields): readonly Pointer[] {
  if (kind === 'criterion' && before.reference !== after.reference) {
    const one = (value: unknown) => (value === before.reference ? after.reference : undefined);
    const many = (value: unknown) =>
      Array.isArray(value) && value.includes(before.reference)
        ? value.map((reference) => (reference === before.reference ? after.reference : reference))
        : undefined;
    return [
      { kind: 'evidence', field: 'criteria', follow: many },
      { kind: 'view', field: 'criterion', follow: one },
      { kind: 'issueThreshold', field: 'criterion', follow: one },
    ];
  }
  const [was, is] = [evidenceKey(before as never), evidenceKey(after as never)];
  if (kind === 'evidence' && was !== is) {
    const saw = (value: unknown) =>
      Array.isArray(value) && value.some((item) => item.evidence === was)
        ? value.map((item) => (item.evidence === was ? { ...item, evidence: is } : item))
        : undefined;
    return [
      { kind: 'view', field: 'saw', follow: saw },
      { kind: 'evidence', field: 'supersedes', follow: (value) => (value === was ? is : undefined) },
      { kind: 'testPhase', field: 'exitReport', follow: (value) => (value === was ? is : undefined) },
    ];
  }
  return [];
}
