import type BetterSqlite3 from 'better-sqlite3';

/** A connection that may only be read from: repositories that only read ask for this one. */
export type ReadableDb = BetterSqlite3.Database & { readonly __readable: true };

/** A connection inside a write transaction (`inTransaction`): repositories that change anything ask for this one. */
export type WritableDb = ReadableDb & { readonly __writable: true };

/** Runs `work` in one immediate transaction: all of it happens, or nothing does. */
export function inTransaction<T>(db: ReadableDb, work: (db: WritableDb) => T): T {
  return db.transaction(() => work(db as WritableDb)).immediate();
}

const prepared = new WeakMap<ReadableDb, Map<string, BetterSqlite3.Statement<unknown[], unknown>>>();

/** A prepared statement, made once for each connection: imports run the same few thousands of times. */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: ReadableDb,
  sql: string,
): BetterSqlite3.Statement<Parameters, Row> {
  const statements = prepared.get(db) ?? new Map<string, BetterSqlite3.Statement<unknown[], unknown>>();
  prepared.set(db, statements);
  const found = statements.get(sql) ?? db.prepare<unknown[], unknown>(sql);
  statements.set(sql, found);
  return found as BetterSqlite3.Statement<Parameters, Row>;
}
