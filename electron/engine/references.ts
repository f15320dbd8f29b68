import { pointedAt } from '../../shared/domain/catalogue/field.ts';
import { followAll, pointersAt, renamesOf } from '../../shared/domain/catalogue/pointers.ts';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { readRecords, type StoredRecord } from '../store/records.ts';
import { type Change, type ChangeSet, editRecord } from './changes.ts';
import type { Fields } from './fields.ts';

/**
 * Records point at each other by reference, as people do. When a criterion, an evidence item or a modification gets
 * another one, everything that points at it follows in the same transaction, each with its own ledger entry.
 * @param isMeant whether a pointer is one to what is renamed; others hold the same text and mean what bore it before
 */
export function followRename(
  set: ChangeSet,
  kind: string,
  releaseId: string,
  before: Fields,
  after: Fields,
  isMeant: (record: StoredRecord, kind: ListKind, field: string) => boolean = () => true,
): Result<readonly Change[]> {
  const changes: Change[] = [];
  const target = pointedAt.find((one) => one === kind);
  if (target === undefined) return ok(changes);
  const keepsReference = () =>
    readRecords(set.db, target, releaseId).some(({ fields }) => fields.reference === before.reference);
  const renames = renamesOf(target, before, after, keepsReference);
  const pointers = renames.length === 0 ? [] : pointersAt[target];
  for (const pointing of new Set(pointers.map((pointer) => pointer.kind))) {
    for (const record of readRecords(set.db, pointing, releaseId)) {
      const followed = pointers.flatMap((pointer) => {
        const { kind: of, field } = pointer;
        const value = of === pointing ? followAll(pointer, record.fields[field], renames) : undefined;
        return value === undefined || !isMeant(record, pointing, field) ? [] : [[field, value] as const];
      });
      if (followed.length === 0) continue;
      const edited = editRecord(set, pointing, record.id, Object.fromEntries(followed));
      if (!edited.ok) return edited;
      if (edited.value) changes.push(edited.value);
    }
  }
  return ok(changes);
}
