import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Choice, Conflict } from '../../../shared/domain/merge/plan.ts';
import { type KeyedKind, renamed } from '../../../shared/domain/merge/pointers.ts';
import type { ReadableDb } from '../../store/db.ts';
import { readRecords } from '../../store/records.ts';
import type { Change, ChangeSet } from '../changes.ts';
import { editWithPointers } from '../saveRecord.ts';

type Taken = Pick<Conflict, 'kind' | 'id' | 'mine' | 'theirs'>;

interface Named {
  /** The reference that both took, and the ids of the records that have it now; all versions of an evidence item. */
  readonly kept: string;
  readonly keepers: readonly string[];
  /** What the others are called since. */
  readonly given: string;
  readonly others: readonly string[];
}

/** Two records that took one reference, as they are called now; null: somebody named or removed one of them since. */
function findTaken(db: ReadableDb, releaseId: string, { kind, id, mine, theirs }: Taken): Named | null {
  const records = readRecords(db, kind as KeyedKind, releaseId);
  const kept = records.find((record) => record.id === id)?.fields.reference;
  if (kept !== mine && kept !== theirs) return null;
  const given = kept === mine ? theirs : mine;
  const called = (reference: unknown) =>
    records.filter(({ fields }) => fields.reference === reference).map((one) => one.id);
  const others = called(given);
  return others.length === 0 ? null : { kept: String(kept), keepers: called(kept), given: String(given), others };
}

/** Whether somebody may still say which of the two has the reference. */
export function isStillTaken(db: ReadableDb, releaseId: string, taken: Taken): boolean {
  return findTaken(db, releaseId, taken) !== null;
}

/** Whose record is to have the reference that both took: where it is the other one's, the two change names, and what names them follows. */
export function settleTaken(
  set: ChangeSet,
  releaseId: string,
  taken: Taken & { readonly record: string },
  choice: Choice,
): Result<readonly Change[]> {
  const found = findTaken(set.db, releaseId, taken);
  if (!found)
    return fail(
      'conflict',
      `${taken.record} was renamed or removed since, so there is nothing to settle.`,
      taken.record,
    );
  const { kept, keepers, given, others } = found;
  if (taken[choice] === kept) return ok([]);
  const kind = taken.kind as KeyedKind;
  const used = new Set(readRecords(set.db, kind, releaseId).map(({ fields }) => String(fields.reference)));
  let attempt = 1;
  const free = () => String(renamed(kind, { reference: kept }, attempt).reference);
  while (used.has(free())) attempt += 1;
  const changes: Change[] = [];
  // By way of a third name, for no two may have one at any moment.
  for (const [ids, reference] of [
    [keepers, free()],
    [others, kept],
    [keepers, given],
  ] as const) {
    for (const id of ids) {
      const edited = editWithPointers(set, kind, id, { reference });
      if (!edited.ok) return edited;
      changes.push(...edited.value);
    }
  }
  return ok(changes);
}
