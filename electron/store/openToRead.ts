import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReadableDb } from './db.ts';
import { handleOf } from './statement.ts';
import type { StorePaths } from './storePaths.ts';

/**
 * A store that cannot be written, opened to read: SQLite needs files beside a database even to read it, so what is read
 * is a copy in the system's temporary folder. Everything in it can be seen and exported; a change is refused by SQLite
 * itself. Null where there is no room for that either.
 */
export function openToRead(paths: StorePaths, bringUpToDate: (db: ReadableDb) => void): ReadableDb | null {
  let connection: Database.Database | null = null;
  try {
    const folder = mkdtempSync(join(tmpdir(), 'sec-golive-read-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const copy = join(folder, 'store.sqlite');
    copyFileSync(paths.database, copy);
    if (existsSync(`${paths.database}-wal`)) copyFileSync(`${paths.database}-wal`, `${copy}-wal`);
    connection = new Database(copy, { fileMustExist: true });
    const db = handleOf(connection);
    bringUpToDate(db);
    connection.pragma('query_only = ON');
    return db;
  } catch {
    connection?.close();
    return null;
  }
}
