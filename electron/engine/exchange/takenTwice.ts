import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Choice } from '../../../shared/domain/merge/plan.ts';
import { type KeyedKind, renamed } from '../../../shared/domain/merge/pointers.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { StateReader } from '../../store/exchange.ts';
import { type NotedConflict, type TakenBy, writtenAt } from '../../store/notedConflicts.ts';
import { readRecords, type StoredRecord } from '../../store/records.ts';
import type { Change, ChangeSet } from '../changes.ts';
import { editWithPointers } from '../saveRecord.ts';
import { writeEdits } from './applyPlan.ts';

type Taken = Pick<NotedConflict, 'kind' | 'id' | 'record' | 'field' | 'mine' | 'theirs' | 'taken'>;

/** Whose record is called what: a reference, and the ids of the records that have it; all versions of an evidence item. */
interface Named {
  readonly reference: string;
  readonly ids: readonly string[];
}

/** Two records that took one reference, as they are called now. */
export interface FoundTaken {
  readonly mine: Named;
  readonly theirs: Named;
  /** The side that has the reference which both took. */
  readonly has: Choice;
}

/** Null: somebody named or removed one of them since, or the reference went to another record. */
export function findTaken(db: ReadableDb, releaseId: string, conflict: Taken): FoundTaken | null {
  const records = readRecords(db, conflict.kind as KeyedKind, releaseId);
  const named = (reference: string): Named => ({
    reference,
    ids: records.filter(({ fields }) => fields.reference === reference).map(({ id }) => id),
  });
  const found = conflict.taken ? takenById(records, conflict, named) : takenByName(records, conflict, named);
  return found && found.mine.ids.length > 0 && found.theirs.ids.length > 0 ? found : null;
}

/** A record that lost the reference got letters more, once for every other one that had it. */
function takenById(
  records: readonly StoredRecord[],
  { id, taken }: Taken,
  named: (reference: string) => Named,
): FoundTaken | null {
  if (!taken) return null;
  const both = taken.mine.id === id ? taken.mine.reference : taken.theirs.reference;
  const called = (side: Choice) => records.find((one) => one.id === taken[side].id)?.fields.reference;
  const [mine, theirs] = [called('mine'), called('theirs')];
  if (typeof mine !== 'string' || typeof theirs !== 'string') return null;
  if (mine === both && theirs.startsWith(both)) return { mine: named(mine), theirs: named(theirs), has: 'mine' };
  if (theirs === both && mine.startsWith(both)) return { mine: named(mine), theirs: named(theirs), has: 'theirs' };
  return null;
}

/** As it was noted up to version 1.0.3: by the two references alone. */
function takenByName(
  records: readonly StoredRecord[],
  { id, mine, theirs }: Taken,
  named: (reference: string) => Named,
): FoundTaken | null {
  const kept = records.find((record) => record.id === id)?.fields.reference;
  if (kept !== mine && kept !== theirs) return null;
  return { mine: named(String(mine)), theirs: named(String(theirs)), has: kept === mine ? 'mine' : 'theirs' };
}

/**
 * The same where somebody may still say which of the two has the reference. A choice writes the references of both anew,
 * wherever it is made, which no merge does by itself.
 */
export function findOpen(db: ReadableDb, releaseId: string, reader: StateReader, conflict: Taken): FoundTaken | null {
  const { kind, taken } = conflict;
  const isWrittenSince = (one: TakenBy) => writtenAt(reader, kind, one.id) !== one.writtenAt;
  if (taken && isWrittenSince(taken.mine) && isWrittenSince(taken.theirs)) return null;
  return findTaken(db, releaseId, conflict);
}

/**
 * Whose record is to have the reference that both took. Where it is the other one's, the two change names, and what names
 * them follows; where it is not, both are written anew: the choice stands above what others wrote meanwhile.
 */
export function settleTaken(
  set: ChangeSet,
  releaseId: string,
  conflict: Taken,
  choice: Choice,
): Result<readonly Change[]> {
  const { record, field } = conflict;
  const kind = conflict.kind as KeyedKind;
  const found = findTaken(set.db, releaseId, conflict);
  if (!found) return fail('conflict', `${record} was renamed or removed since, so there is nothing to settle.`, record);
  const [has, lacks] = found.has === 'mine' ? [found.mine, found.theirs] : [found.theirs, found.mine];
  if (found.has === choice) {
    const edits = [has, lacks].flatMap(({ ids, reference }) =>
      ids.map((id) => ({ kind, id, fields: { reference }, alive: null })),
    );
    const seq = writeEdits(set, kind, releaseId, edits, `settled ${record}#${field}`);
    return ok([{ kind, id: conflict.id, releaseId, seq }]);
  }
  const used = new Set(readRecords(set.db, kind, releaseId).map(({ fields }) => String(fields.reference)));
  let attempt = 1;
  const free = () => String(renamed(kind, { reference: has.reference }, attempt).reference);
  while (used.has(free())) attempt += 1;
  const changes: Change[] = [];
  // By way of a third name, for no two may have one at any moment.
  for (const [ids, reference] of [
    [has.ids, free()],
    [lacks.ids, has.reference],
    [has.ids, lacks.reference],
  ] as const) {
    for (const id of ids) {
      const edited = editWithPointers(set, kind, id, { reference });
      if (!edited.ok) return edited;
      changes.push(...edited.value);
    }
  }
  return ok(changes);
}
