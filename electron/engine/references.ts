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
  const pointers = pointersTo(kind, before, after);
  for (const pointing of new Set(pointers.map((pointer) => pointer.kind))) {
    for (const record of readRecords(set.db, pointing, releaseId)) {
      const followed = pointers.flatMap(({ kind: of, field, follow }) => {
        const value = of === pointing ? follow(record.fields[field]) : undefined;
        return value === undefined ? [] : [[field, value] as const];
      });
      if (followed.length === 0) continue;
      const edited = editRecord(set, pointing, record.id, Object.fromEntries(followed));
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

/** What an item was accepted for is called otherwise now, too: the acceptance stands. */
const inAcceptance = (was: unknown, is: unknown) => (value: unknown) => {
  const accepted = (value ?? {}) as Fields;
  const criteria = inList(was, is)(accepted.criteria);
  return criteria === undefined ? undefined : { ...accepted, criteria };
};

function pointersTo(kind: string, before: Fields, after: Fields): readonly Pointer[] {
  if (kind === 'criterion' && before.reference !== after.reference) {
    const one = (value: unknown) => (value === before.reference ? after.reference : undefined);
    return [
      { kind: 'evidence', field: 'criteria', follow: inList(before.reference, after.reference) },
      { kind: 'evidence', field: 'accepted', follow: inAcceptance(before.reference, after.reference) },
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
