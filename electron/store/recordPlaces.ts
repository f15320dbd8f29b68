import { listKinds, type RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { tableOf, toSql } from './columns.ts';
import type { ReadableDb } from './db.ts';
import { statement } from './statement.ts';

/** The records of one kind in a release, removed ones too, in the order in which they were made. */
export function recordIds(db: ReadableDb, kind: RecordKind, releaseId: string): readonly string[] {
  if (kind === 'release') return [releaseId];
  const sql = `SELECT id FROM ${tableOf(kind).name} WHERE release_id = ? ORDER BY id`;
  return statement<[string], { id: string }>(db, sql)
    .all(releaseId)
    .map(({ id }) => id);
}

export interface RecordPlace {
  readonly kind: RecordKind;
  readonly releaseId: string;
}

/** Where an id is used already: ids are global, whatever the kind. */
export function placeOf(db: ReadableDb, id: string): RecordPlace | null {
  return statement<[{ id: string }], RecordPlace>(db, placeSql).get({ id }) ?? null;
}

const placesIn = (ids: string) =>
  [
    `SELECT id, 'release' AS kind, id AS releaseId FROM release WHERE id ${ids}`,
    ...listKinds.map(
      (kind) => `SELECT id, '${kind}' AS kind, release_id AS releaseId FROM ${tableOf(kind).name} WHERE id ${ids}`,
    ),
  ].join(' UNION ALL ');
const placeSql = placesIn('= @id');
const placesSql = placesIn('IN (SELECT value FROM json_each(@ids))');

/** The same for many at once; ids that are free are left out. */
export function placesOf(db: ReadableDb, ids: readonly string[]): readonly (RecordPlace & { readonly id: string })[] {
  return statement<[{ ids: string }], RecordPlace & { id: string }>(db, placesSql).all({ ids: JSON.stringify(ids) });
}

/** Whether another living record of the release (of the store, for a release) reads the same in all of `names`. */
export function hasDouble(
  db: ReadableDb,
  kind: RecordKind,
  { id, releaseId }: { readonly id: string; readonly releaseId: string },
  names: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): boolean {
  const table = tableOf(kind);
  const columns = table.columns.filter(({ field }) => names.includes(field));
  const sameKey = columns.map(({ name }) => `${name} IS ?`).join(' AND ');
  const scope = kind === 'release' ? '' : 'AND release_id = ?';
  const values = columns.map(({ field, type }) => toSql(type, fields[field]));
  const sql = `SELECT id FROM ${table.name} WHERE ${sameKey} AND id <> ? ${scope} AND removed_in IS NULL LIMIT 1`;
  const found = statement<(string | number | null)[]>(db, sql);
  return found.get(...values, id, ...(kind === 'release' ? [] : [releaseId])) !== undefined;
}

/** The last id that the history or a condition has; null in an empty table. Ids are in the order of time. */
export function greatestIds(db: ReadableDb): readonly string[] {
  return ['ledger', tableOf('condition').name].flatMap((table) => {
    const greatest = statement<[], { id: string | null }>(db, `SELECT max(id) AS id FROM ${table}`).get()?.id;
    return greatest ? [greatest] : [];
  });
}
