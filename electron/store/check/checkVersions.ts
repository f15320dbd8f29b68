import type { RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import type { ReadableDb } from '../db.ts';
import { readEntry } from '../ledger.ts';
import { statement } from '../statement.ts';
import { type StoreProblem, shown } from './problem.ts';

/** A field that an exchange left without any write: its value went, and nobody had overwritten it. */
export interface EmptiedField {
  readonly releaseId: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly key: string;
  readonly field: string;
  /** What stood there before. */
  readonly value: unknown;
  /** The entry that emptied it. */
  readonly seq: number;
}

/**
 * Fields that two copies of one store emptied in an earlier version, which believed their numbers alone: the last change
 * only repeats another store's write, and there is no such write.
 */
export function findEmptied(db: ReadableDb): readonly EmptiedField[] {
  const rows = statement<[], { id: string; field: string; seq: number }>(
    db,
    `SELECT record_id AS id, field, seq FROM field_change AS last WHERE seq IN (SELECT seq FROM merged_entry)
       AND NOT EXISTS (SELECT 1 FROM field_version AS one WHERE one.record_id = last.record_id
         AND one.field IN (last.field, '') AND one.local_seq = last.seq)
     ORDER BY seq, record_id, field`,
  ).all();
  return rows.flatMap(({ id, field, seq }) => {
    const entry = readEntry(db, seq);
    const batch = entry?.batch.find((change) => change.id === id);
    const single = entry?.changes.find((change) => change.field === field);
    const before = batch ? batch.before?.[field] : single?.before;
    const after = batch ? batch.after?.[field] : single?.after;
    if (!entry?.kind || !entry.releaseId || (after ?? null) !== null || (before ?? null) === null) return [];
    const key = batch?.key ?? entry.recordKey ?? '';
    return [{ releaseId: entry.releaseId, kind: entry.kind, id, key, field, value: before, seq }];
  });
}

export function checkVersions(db: ReadableDb): readonly StoreProblem[] {
  return findEmptied(db).map(({ kind, key, field, value, seq }) => ({
    sentence: `The ${field} of ${kind} ${key} was emptied by an exchange with a copy of a store (entry ${seq} of the history); it read ${shown(value)}. “store check --mend” puts it back.`,
    record: `${kind}:${key}`,
    field,
    ledger: value,
    facts: null,
    entry: seq,
  }));
}
