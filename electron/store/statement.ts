import type BetterSqlite3 from 'better-sqlite3';
import type { ReadableDb, WritableDb } from './handles.ts';

/** SQL is written in this folder and nowhere else (`build/checks/sql.mjs`); this file is the only door to it. */
type Prepared<Parameters extends unknown[], Row> = BetterSqlite3.Statement<Parameters, Row>;

/** A statement that reads: there is nothing to run. */
export type ReadStatement<Parameters extends unknown[], Row> = Pick<
  Prepared<Parameters, Row>,
  'get' | 'all' | 'iterate'
>;

const connections = new WeakSet<object>();

/** A connection as the rest of the app holds it: without any of its methods. */
export function handleOf(connection: BetterSqlite3.Database): ReadableDb {
  connections.add(connection);
  return connection as unknown as ReadableDb;
}

/** The connection itself, for what is no statement: pragmas, `VACUUM`, steps of the schema. */
export function connectionOf(db: ReadableDb): BetterSqlite3.Database {
  if (!connections.has(db)) throw new Error('This is no connection to a store');
  return db as unknown as BetterSqlite3.Database;
}

/** A prepared statement that reads. Throws where `sql` would write: a handle for reading cannot be talked into it. */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: ReadableDb,
  sql: string,
): ReadStatement<Parameters, Row> {
  const found = prepare(db, sql);
  if (!found.readonly) throw new Error(`A statement that writes was asked for on a connection for reading: ${sql}`);
  return found as unknown as ReadStatement<Parameters, Row>;
}

/** A prepared statement that writes. Throws outside a transaction: whoever kept the handle beyond it changes nothing. */
export function writeStatement<Parameters extends unknown[] = unknown[]>(
  db: WritableDb,
  sql: string,
): Pick<Prepared<Parameters, unknown>, 'run'> {
  if (!connectionOf(db).inTransaction)
    throw new Error(`A statement that writes was asked for outside a transaction: ${sql}`);
  return prepare(db, sql) as Prepared<Parameters, unknown>;
}

const prepared = new WeakMap<ReadableDb, Map<string, Prepared<unknown[], unknown>>>();

/** Made once for each connection: imports run the same few thousands of times. */
function prepare(db: ReadableDb, sql: string): Prepared<unknown[], unknown> {
  const statements = prepared.get(db) ?? new Map<string, Prepared<unknown[], unknown>>();
  prepared.set(db, statements);
  const found = statements.get(sql) ?? connectionOf(db).prepare<unknown[], unknown>(sql);
  statements.set(sql, found);
  return found;
}
