import { statSync } from 'node:fs';
import { type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { tableOf } from './columns.ts';
import type { ReadableDb } from './db.ts';
import type { Store } from './openStore.ts';
import { statement } from './statement.ts';

/** How much a store holds: numbers alone. */
export interface StoreCounts {
  readonly entries: number;
  readonly releases: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly databaseBytes: number;
  readonly records: Record<RecordKind, number>;
}

export function countStore({ db, paths }: Store): StoreCounts {
  const kinds = Object.keys(recordKinds) as readonly RecordKind[];
  return {
    entries: count(db, 'SELECT count(*) AS n FROM ledger'),
    releases: count(db, 'SELECT count(*) AS n FROM release'),
    files: count(db, 'SELECT count(*) AS n FROM attachment'),
    fileBytes: count(db, 'SELECT coalesce(sum(bytes), 0) AS n FROM attachment'),
    databaseBytes: statSync(paths.database).size,
    records: Object.fromEntries(
      kinds.map((kind) => [kind, count(db, `SELECT count(*) AS n FROM ${tableOf(kind).name}`)]),
    ) as Record<RecordKind, number>,
  };
}

function count(db: ReadableDb, sql: string): number {
  return statement<[], { readonly n: number }>(db, sql).get()?.n ?? 0;
}
