import type { ListKind, RecordKind, RecordOf } from '../../shared/domain/records/recordKinds.ts';
import { type Column, fromSql, tableOf, toSql } from './columns.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

type Row = Readonly<Record<string, unknown>>;

/** A record as the store knows it: its fields by name, and whether it lives. */
export interface StoredRecord {
  readonly id: string;
  readonly releaseId: string;
  readonly removed: boolean;
  readonly fields: Row;
}

/** The same where one kind was asked for: each field is of the type that the catalogue gives it. */
export type StoredRecordOf<Kind extends RecordKind> = ListKind extends Kind
  ? StoredRecord
  : Kind extends ListKind
    ? StoredRecord & { readonly fields: Readonly<Omit<RecordOf<Kind>, 'id'>> }
    : StoredRecord;

/** The record as the facts hold it: its id is one of its fields. */
export function asRecord<Fields extends Row>({ id, fields }: { readonly id: string; readonly fields: Fields }) {
  return { id, ...fields };
}

/** The record of this id, removed or not; null where the store never had it. */
export function readRecord<Kind extends RecordKind>(
  db: ReadableDb,
  kind: Kind,
  id: string,
): StoredRecordOf<Kind> | null {
  const row = statement<[string], Row>(db, `SELECT * FROM ${tableOf(kind).name} WHERE id = ?`).get(id);
  return row ? recordOf(kind, row) : null;
}

/** All living records of one kind in a release, in no particular order. */
export function readRecords<Kind extends RecordKind>(
  db: ReadableDb,
  kind: Kind,
  releaseId: string,
): readonly StoredRecordOf<Kind>[] {
  return statement<[string], Row>(db, `SELECT * FROM ${tableOf(kind).name} WHERE release_id = ? AND removed_in IS NULL`)
    .all(releaseId)
    .map((row) => recordOf(kind, row));
}

/**
 * The same as the facts hold them (`asRecord`). SQLite's own row becomes the record, and equal texts of JSON become one value:
 * a large release is read at each start.
 */
export function readFactRecords<Kind extends ListKind>(
  db: ReadableDb,
  kind: Kind,
  releaseId: string,
): readonly (RecordOf<Kind> & { readonly id: string })[] {
  const { name, columns } = tableOf(kind);
  const fields = columns.map((column) => `${column.name} AS "${column.field}"`).join(', ');
  const sql = `SELECT id, ${fields} FROM ${name} WHERE release_id = ? AND removed_in IS NULL`;
  const rows = statement<[string], Record<string, unknown>>(db, sql).all(releaseId);
  const encoded = columns.filter(({ type }) => type === 'json' || type === 'boolean');
  const known = new Map<unknown, unknown>();
  for (const row of rows) {
    for (const { field, type } of encoded) {
      const value = row[field];
      if (value === null) continue;
      if (type === 'boolean') row[field] = fromSql(type, value);
      else {
        if (!known.has(value)) known.set(value, fromSql(type, value));
        row[field] = known.get(value);
      }
    }
  }
  return rows as unknown as readonly (RecordOf<Kind> & { readonly id: string })[];
}

/** The same one by one, a page of them in memory: other calls may be answered in between. */
export function* eachRecord(db: ReadableDb, kind: ListKind, releaseId: string): Generator<StoredRecord> {
  const { name } = tableOf(kind);
  const sql = `SELECT rowid, * FROM ${name} WHERE release_id = ? AND removed_in IS NULL AND rowid > ? ORDER BY rowid LIMIT ?`;
  let last = 0;
  for (;;) {
    const rows = statement<[string, number, number], Row>(db, sql).all(releaseId, last, page);
    for (const row of rows) yield recordOf(kind, row);
    if (rows.length < page) return;
    last = rows.at(-1)?.rowid as number;
  }
}

const page = 500;

/** Adds a record, stamped with the ledger entry that created it. For a release `releaseId` equals `id`. */
export function insertRecord(
  db: WritableDb,
  kind: RecordKind,
  record: { readonly id: string; readonly releaseId: string; readonly fields: Readonly<Record<string, unknown>> },
  seq: number,
): void {
  const head = kind === 'release' ? [record.id, seq] : [record.id, record.releaseId, seq];
  const values = tableOf(kind).columns.map((column) => toSql(column.type, record.fields[column.field]));
  writeStatement(db, insertInto(kind, 1)).run(...head, ...values);
}

/** Adds many records of one kind with one ledger entry; several to a statement, for SQLite's time goes into statements. */
export function insertRecords(
  db: WritableDb,
  kind: ListKind,
  releaseId: string,
  records: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[],
  seq: number,
): void {
  const { columns } = tableOf(kind);
  for (let from = 0; from < records.length; from += rowsToAStatement) {
    const rows = records.slice(from, from + rowsToAStatement);
    const values: (string | number | null)[] = [];
    for (const { id, fields } of rows) {
      values.push(id, releaseId, seq);
      for (const column of columns) values.push(toSql(column.type, fields[column.field]));
    }
    writeStatement(db, insertInto(kind, rows.length)).run(values);
  }
}

const rowsToAStatement = 25;
const insertions = new Map<string, string>();

/** Built once for each kind and number of rows: an import runs it thousands of times. */
function insertInto(kind: RecordKind, rows: number): string {
  const key = `${kind} ${rows}`;
  const known = insertions.get(key);
  if (known) return known;
  const { name, columns } = tableOf(kind);
  const own = kind === 'release' ? ['id', 'created_in'] : ['id', 'release_id', 'created_in'];
  const names = [...own, ...columns.map((column) => column.name)];
  const row = `(${names.map(() => '?').join(', ')})`;
  const built = `INSERT INTO ${name} (${names.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`;
  insertions.set(key, built);
  return built;
}

/** Changes the named fields and stamps each with the ledger entry. */
export function updateRecord(
  db: WritableDb,
  kind: RecordKind,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  seq: number,
): void {
  const changed = tableOf(kind).columns.filter((column) => column.field in fields);
  const assignments = changed.map((column) => `${column.name} = ?`).join(', ');
  const values = changed.map((column) => toSql(column.type, fields[column.field]));
  writeStatement(db, `UPDATE ${tableOf(kind).name} SET ${assignments} WHERE id = ?`).run(...values, id);
  stampFields(db, id, changed, seq);
}

/** A removal is a fact: the record stays, marked with the entry that removed it; null brings it back. */
export function markRemoved(db: WritableDb, kind: RecordKind, id: string, seq: number | null): void {
  writeStatement(db, `UPDATE ${tableOf(kind).name} SET removed_in = ? WHERE id = ?`).run(seq, id);
}

/** The entry that removed a record; null where it lives, or never was here. */
export function readRemovedIn(db: ReadableDb, kind: RecordKind, id: string): number | null {
  const sql = `SELECT removed_in AS entry FROM ${tableOf(kind).name} WHERE id = ?`;
  return statement<[string], { entry: number | null }>(db, sql).get(id)?.entry ?? null;
}

/** Puts a release out of the daily list, marked with the entry that did it; null puts it back. */
export function markArchived(db: WritableDb, releaseId: string, seq: number | null): void {
  writeStatement(db, 'UPDATE release SET archived_in = ? WHERE id = ?').run(seq, releaseId);
}

/** The ledger entry of each field's last change. */
export function readFieldChanges(db: ReadableDb, kind: RecordKind, id: string): ReadonlyMap<string, number> {
  const created = statement<[string], { created_in: number }>(
    db,
    `SELECT created_in FROM ${tableOf(kind).name} WHERE id = ?`,
  ).get(id);
  if (!created) return new Map();
  const changes = new Map(tableOf(kind).columns.map((column) => [column.field, created.created_in]));
  const rows = statement<[string], { field: string; seq: number }>(
    db,
    'SELECT field, seq FROM field_change WHERE record_id = ?',
  ).all(id);
  for (const row of rows) changes.set(row.field, row.seq);
  return changes;
}

function stampFields(db: WritableDb, id: string, columns: readonly Column[], seq: number): void {
  if (columns.length === 0) return;
  const rows = Array(columns.length).fill('(?, ?, ?)').join(', ');
  const sql = `INSERT INTO field_change (record_id, field, seq) VALUES ${rows}
     ON CONFLICT (record_id, field) DO UPDATE SET seq = excluded.seq`;
  writeStatement(db, sql).run(...columns.flatMap(({ field }) => [id, field, seq]));
}

function recordOf<Kind extends RecordKind>(kind: Kind, row: Row): StoredRecordOf<Kind> {
  const fields: Record<string, unknown> = {};
  for (const column of tableOf(kind).columns) fields[column.field] = fromSql(column.type, row[column.name]);
  const id = row.id as string;
  const releaseId = (row.release_id as string | undefined) ?? id;
  return { id, releaseId, removed: row.removed_in !== null, fields } as StoredRecordOf<Kind>;
}
