import { type Profile, profileSchema } from '../../shared/domain/records/profile.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** What the store knows of itself: its own id (the ledger's «which store») and the person who works in it. */
export function readStoreId(db: ReadableDb): string {
  const id = readMeta(db, 'storeId');
  if (id === null) throw new Error('The store has no id');
  return id;
}

export function readProfile(db: ReadableDb): Profile | null {
  const text = readMeta(db, 'profile');
  return text === null ? null : profileSchema.parse(JSON.parse(text));
}

export function writeProfile(db: WritableDb, profile: Profile): void {
  writeMeta(db, 'profile', JSON.stringify(profile));
}

export function writeMeta(db: WritableDb, key: string, value: string): void {
  writeStatement(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

export function readMeta(db: ReadableDb, key: string): string | null {
  return statement<[string], { value: string }>(db, 'SELECT value FROM meta WHERE key = ?').get(key)?.value ?? null;
}

export function removeMeta(db: WritableDb, key: string): void {
  writeStatement(db, 'DELETE FROM meta WHERE key = ?').run(key);
}
