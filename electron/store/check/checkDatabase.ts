import type { ReadableDb } from '../db.ts';
import { connectionOf } from '../statement.ts';

/** SQLite's own look at the file and at what its rows point at; a sentence for each thing that is wrong. */
export function checkDatabase(db: ReadableDb): readonly string[] {
  const connection = connectionOf(db);
  const integrity = connection.pragma('integrity_check(20)') as { integrity_check: string }[];
  const keys = connection.pragma('foreign_key_check') as { table: string }[];
  const isSound = integrity.every((row) => row.integrity_check === 'ok');
  return [
    ...(isSound ? [] : integrity.map((row) => `The database file is damaged: ${row.integrity_check}.`)),
    ...keys.map((row) => `A row of ${row.table} points at nothing.`),
  ];
}
