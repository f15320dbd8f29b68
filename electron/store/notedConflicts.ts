import type { Conflict } from '../../shared/domain/merge/plan.ts';
import { type ReadableDb, statement, type WritableDb } from './db.ts';

/** Puts conflicts that an exchange brought on the list of the release, where they stay. */
export function noteConflicts(db: WritableDb, releaseId: string, seq: number, conflicts: readonly Conflict[]): void {
  const note = statement(
    db,
    `INSERT INTO exchange_conflict (release_id, found_in, type, kind, record_id, record, field, mine, theirs, standing, chosen, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { type, kind, id, record, field, mine, theirs, default: standing, chosen, reason } of conflicts)
    note.run(
      releaseId,
      seq,
      type,
      kind,
      id,
      record,
      field,
      JSON.stringify(mine ?? null),
      JSON.stringify(theirs ?? null),
      standing ?? 'both',
      chosen,
      reason,
    );
}

/** Whether two records stand among the conflicts as one thing that was entered twice. */
export function isNotedTwice(db: ReadableDb, one: string, other: string): boolean {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  const found = statement<string[]>(
    db,
    `SELECT 1 FROM exchange_conflict WHERE type = 'sameThing' AND record_id IN (?, ?)
       AND mine IN (?, ?) AND theirs IN (?, ?)`,
  ).get(one, other, left, right, left, right);
  return found !== undefined;
}
