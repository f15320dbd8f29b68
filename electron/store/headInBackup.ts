import Database from 'better-sqlite3';
import { type RecordedHead, recordedHead } from './backups.ts';
import type { ReadableDb } from './db.ts';
import { readStoreId } from './metadata.ts';

/** Where the history ended when a backup was made, and of which store; null where it cannot be read, or was not signed. */
export function headInBackup(path: string): { readonly head: RecordedHead; readonly storeId: string } | null {
  let db: ReadableDb | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true }) as ReadableDb;
    const head = recordedHead(db);
    // Before version 8 nothing was signed, and the history was written anew since.
    return head && 'signature' in head ? { head, storeId: readStoreId(db) } : null;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
