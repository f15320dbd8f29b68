import type { ReadableDb, WritableDb } from './db.ts';
import { parseStored } from './parseStored.ts';
import { statement, writeStatement } from './statement.ts';

export type SettingKey = 'rulebook' | 'calendar' | 'imports' | 'templates';

/** What somebody set in this store; null where nobody did. The engine knows its shape. */
export function readSetting(db: ReadableDb, key: SettingKey): unknown {
  const row = statement<[string], { value: string }>(db, 'SELECT value FROM setting WHERE key = ?').get(key);
  return row ? parseStored(row.value, `the setting ${key}`) : null;
}

export function writeSetting(db: WritableDb, key: SettingKey, value: unknown, seq: number): void {
  writeStatement(
    db,
    `INSERT INTO setting (key, value, changed_in) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_in = excluded.changed_in`,
  ).run(key, JSON.stringify(value), seq);
}

/** What the history says of changes of a setting before an entry, the latest first. */
export function settingNotesBefore(db: ReadableDb, key: SettingKey, seq: number): readonly string[] {
  const sql =
    "SELECT note FROM ledger WHERE action = 'setting' AND record_key = ? AND seq < ? AND note IS NOT NULL ORDER BY seq DESC";
  return statement<[string, number], { note: string }>(db, sql)
    .all(key, seq)
    .map(({ note }) => note);
}
