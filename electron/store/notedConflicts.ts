import type { Choice, Conflict } from '../../shared/domain/merge/plan.ts';
import { winnerOf } from '../../shared/domain/merge/winner.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { createStateReader, type StateReader } from './exchange.ts';
import { statement, writeStatement } from './statement.ts';

/** Puts conflicts that an exchange brought on the list of the release, where they stay; after all that the exchange wrote. */
export function noteConflicts(db: WritableDb, releaseId: string, seq: number, conflicts: readonly Conflict[]): void {
  const reader = createStateReader(db, releaseId);
  const note = writeStatement(
    db,
    `INSERT INTO exchange_conflict (release_id, found_in, type, kind, record_id, record, field, mine, theirs, standing, chosen, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { type, kind, id, record, field, mine, theirs, records, default: standing, chosen, reason } of conflicts) {
    const value = (side: Choice, written: unknown) =>
      JSON.stringify(
        records
          ? { id: records[side], reference: written, writtenAt: writtenAt(reader, kind, records[side]) }
          : (written ?? null),
      );
    note.run(
      releaseId,
      seq,
      type,
      kind,
      id,
      record,
      field,
      value('mine', mine),
      value('theirs', theirs),
      standing ?? 'both',
      chosen,
      reason,
    );
  }
}

/** When the reference of a record was written as it stands; null: there is no such record. */
export function writtenAt(reader: StateReader, kind: RecordKind, id: string): string | null {
  const versions = reader.state(kind, id)?.fields.get('reference') ?? [];
  return winnerOf(kind, 'reference', versions)?.stamp.at ?? null;
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

/** One of two records that took one reference: as it was called when that was noted, and since when. */
export interface TakenBy {
  readonly id: string;
  readonly reference: string;
  readonly writtenAt: string | null;
}

/** A conflict on a release's list, with both values as they were met; who wrote them is read from the record. */
export type NotedConflict = Omit<Conflict, 'mineBy' | 'theirsBy' | 'records'> & {
  readonly number: number;
  /** The two records that took one reference; null: another conflict, or one that was noted up to version 1.0.3. */
  readonly taken: Readonly<Record<Choice, TakenBy>> | null;
};

interface NotedRow extends Omit<NotedConflict, 'mine' | 'theirs' | 'default' | 'taken'> {
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
  return rows.map(({ standing, ...row }) => {
    const [mine, theirs] = [JSON.parse(row.mine) as unknown, JSON.parse(row.theirs) as unknown];
    const taken = row.type === 'sameKey' && isTakenBy(mine) && isTakenBy(theirs) ? { mine, theirs } : null;
    const values = taken ? { mine: taken.mine.reference, theirs: taken.theirs.reference } : { mine, theirs };
    return { ...row, ...values, taken, default: standing === 'both' ? null : standing };
  });
}

function isTakenBy(noted: unknown): noted is TakenBy {
  return typeof noted === 'object' && noted !== null;
}

/** Notes what somebody decided of a conflict on the list. */
export function noteChoice(db: WritableDb, number: number, choice: Choice): void {
  writeStatement(db, 'UPDATE exchange_conflict SET chosen = ? WHERE id = ?').run(choice, number);
}
