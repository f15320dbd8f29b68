import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { type ListKind, modificationKey } from '../../shared/domain/records/recordKinds.ts';
import { readRecords } from '../store/records.ts';
import { type Change, type ChangeSet, editRecord } from './changes.ts';
import type { Fields } from './fields.ts';

/**
 * Records point at each other by reference, as people do. When a criterion, an evidence item or a modification gets
 * another one, everything that points at it follows in the same transaction, each with its own ledger entry.
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

const inList = (was: unknown, is: unknown) => (value: unknown) =>
  Array.isArray(value) && value.includes(was) ? value.map((one) => (one === was ? is : one)) : undefined;

function pointersTo(kind: string, before: Fields, after: Fields): readonly Pointer[] {
  if (kind === 'criterion' && before.reference !== after.reference) {
    const one = (value: unknown) => (value === before.reference ? after.reference : undefined);
    return [
      { kind: 'evidence', field: 'criteria', follow: inList(before.reference, after.reference) },
      { kind: 'view', field: 'criterion', follow: one },
      { kind: 'issueThreshold', field: 'criterion', follow: one },
    ];
  }
  if (kind === 'modification') {
    const [was, is] = [modificationKey(before as never), modificationKey(after as never)];
    if (was === is) return [];
    return [
      { kind: 'criterion', field: 'modifications', follow: inList(was, is) },
      { kind: 'notLive', field: 'modification', follow: (value) => (value === was ? is : undefined) },
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
