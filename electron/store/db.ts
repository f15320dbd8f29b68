import type { ReadableDb, WritableDb } from './handles.ts';
import { connectionOf } from './statement.ts';

export type { ReadableDb, WritableDb } from './handles.ts';

/** Runs `work` in one immediate transaction: all of it happens, or nothing does. */
export function inTransaction<T>(db: ReadableDb, work: (db: WritableDb) => T): T {
  return connectionOf(db)
    .transaction(() => work(db as WritableDb))
    .immediate();
}

/** Runs `work`, which reads several things, on one state of the store. */
export function inOneState<T>(db: ReadableDb, work: () => T): T {
  return connectionOf(db).transaction(work)();
}

export function closeDb(db: ReadableDb): void {
  connectionOf(db).close();
}

/** Changes with every commit of another connection, and with none of this one. */
export function readDataVersion(db: ReadableDb): number {
  return connectionOf(db).pragma('data_version', { simple: true }) as number;
}
