import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Choice, Conflict } from '../../../shared/domain/merge/plan.ts';
import { isAlive, sameValue } from '../../../shared/domain/merge/winner.ts';
import type { RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import { type ReadableDb, statement } from '../../store/db.ts';
import { createStateReader } from '../../store/exchange.ts';
import { type Change, type ChangeSet, checkFields } from '../changes.ts';
import { writeEdits } from './applyPlan.ts';

/** A conflict that an exchange brought to light here. */
export interface KnownConflict extends Omit<Conflict, 'chosen'> {
  readonly number: number;
  readonly chosen: Choice | null;
  /** Nobody chose, and nobody wrote there since. A reference that was taken twice is settled from the beginning. */
  readonly isOpen: boolean;
}

interface Row extends Omit<KnownConflict, 'default' | 'mine' | 'theirs' | 'isOpen'> {
  readonly standing: Choice;
  readonly mine: string;
  readonly theirs: string;
}

/** Newest first. */
export function listConflicts(db: ReadableDb, releaseId: string): readonly KnownConflict[] {
  const reader = createStateReader(db, releaseId);
  const rows = statement<[string], Row>(
    db,
    `SELECT id AS number, type, kind, record_id AS id, record, field, mine, theirs, standing, chosen, reason
     FROM exchange_conflict WHERE release_id = ? ORDER BY number DESC`,
  ).all(releaseId);
  return rows.map(({ standing, mine, theirs, ...row }) => {
    const isOpen = row.chosen === null && isUnsettled(reader.state(row.kind, row.id), row);
    return {
      ...row,
      default: standing,
      mine: JSON.parse(mine) as unknown,
      theirs: JSON.parse(theirs) as unknown,
      isOpen,
    };
  });
}

function isUnsettled(
  state: ReturnType<ReturnType<typeof createStateReader>['state']>,
  { type, field }: Pick<Row, 'type' | 'field'>,
): boolean {
  if (!state || type === 'sameKey') return false;
  if (type === 'life') return isAlive(state) && state.life.some(({ alive }) => !alive);
  const [first, ...others] = state.fields.get(field) ?? [];
  return others.some(({ value }) => !sameValue(value, first?.value));
}

/** Somebody decides an open conflict later: a write of our own, which goes to the other side like any other. */
export function settleConflict(set: ChangeSet, releaseId: string, number: number, choice: Choice): Result<Change> {
  const conflict = listConflicts(set.db, releaseId).find((one) => one.number === number);
  if (!conflict?.isOpen)
    return fail('conflict', 'This conflict is settled already; change the field itself.', String(number));
  const { kind, id, field, type } = conflict;
  const value = choice === 'mine' ? conflict.mine : conflict.theirs;
  const checked = type === 'life' ? ok({}) : checkFields(kind, { [field]: value }, true);
  if (!checked.ok) return checked;
  const edit = { kind, id, fields: checked.value, alive: type === 'life' ? !value : null };
  const seq = writeEdits(set, kind as RecordKind, releaseId, [edit], `settled ${conflict.record}#${field}`);
  statement(set.db, 'UPDATE exchange_conflict SET chosen = ? WHERE id = ?').run(choice, number);
  return ok({ kind, id, releaseId, seq });
}
