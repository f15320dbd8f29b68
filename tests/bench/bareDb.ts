import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';

/** A database with nothing around it, for what the machine itself needs: rows of facts, and rows of their history. */
export function bareDb(folder: string, idType: 'INTEGER' | 'TEXT') {
  const db = new Database(join(folder, 'bare.sqlite'));
  onTestFinished(() => void db.close());
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE fact (id ${idType} PRIMARY KEY, fields TEXT); CREATE TABLE entry (id INTEGER PRIMARY KEY, note TEXT)`,
  );
  return db;
}
