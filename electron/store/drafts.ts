import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** What somebody typed into a field and has not saved yet. */
export interface Draft {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly field: string;
  readonly value: unknown;
  readonly at: string;
}

/** Keeps what is typed; `value` undefined: it was saved or given up. */
export function keepDraft(db: WritableDb, releaseId: string, draft: Draft): void {
  const { kind, recordId, field, value, at } = draft;
  if (value === undefined) {
    writeStatement(db, 'DELETE FROM draft WHERE record_id = ? AND field = ?').run(recordId, field);
    return;
  }
  writeStatement(
    db,
    `INSERT INTO draft (record_id, field, release_id, kind, value, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (record_id, field) DO UPDATE SET value = excluded.value, at = excluded.at`,
  ).run(recordId, field, releaseId, kind, JSON.stringify(value), at);
}

/** A field that was saved has no draft any more; `needs.kinds` is a part of `needs`. */
export function dropDrafts(db: WritableDb, recordId: string, fields: readonly string[]): void {
  const drop = writeStatement<[string, string, string]>(
    db,
    "DELETE FROM draft WHERE record_id = ? AND (field = ? OR field LIKE ? || '.%')",
  );
  for (const field of fields) drop.run(recordId, field, field);
}

export function readDrafts(db: ReadableDb, releaseId: string): readonly Draft[] {
  return statement<[string], { record_id: string; field: string; kind: RecordKind; value: string; at: string }>(
    db,
    'SELECT record_id, field, kind, value, at FROM draft WHERE release_id = ? ORDER BY at',
  )
    .all(releaseId)
    .map((row) => ({
      kind: row.kind,
      recordId: row.record_id,
      field: row.field,
      value: JSON.parse(row.value) as unknown,
      at: row.at,
    }));
}
