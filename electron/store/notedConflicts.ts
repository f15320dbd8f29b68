import type { Choice, Conflict } from '../../shared/domain/merge/plan.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** Puts conflicts that an exchange brought on the list of the release, where they stay. */
export function noteConflicts(db: WritableDb, releaseId: string, seq: number, conflicts: readonly Conflict[]): void {
  const note = writeStatement(
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

/** A conflict on a release's list, with both values as they were met; who wrote them is read from the record. */
export type NotedConflict = Omit<Conflict, 'mineBy' | 'theirsBy'> & { readonly number: number };

interface NotedRow extends Omit<NotedConflict, 'mine' | 'theirs' | 'default'> {
  readonly mine: string;
  readonly theirs: string;
  readonly standing: Choice | 'both';
}

/** Every conflict that an exchange brought to light in a release, newest first. */
export function readNotedConflicts(db: ReadableDb, releaseId: string): readonly NotedConflict[] {
  const rows = statement<[string], NotedRow>(
    db,
    `SELECT id AS number, type, kind, record_id AS id, record, field, mine, theirs, standing, chosen, reason
     FROM exchange_conflict WHERE release_id = ? ORDER BY number DESC`,
  ).all(releaseId);
  return rows.map(({ standing, mine, theirs, ...row }) => ({
    ...row,
    mine: JSON.parse(mine) as unknown,
    theirs: JSON.parse(theirs) as unknown,
    default: standing === 'both' ? null : standing,
  }));
}

/** Notes what somebody decided of a conflict on the list. */
export function noteChoice(db: WritableDb, number: number, choice: Choice): void {
  writeStatement(db, 'UPDATE exchange_conflict SET chosen = ? WHERE id = ?').run(choice, number);
}
