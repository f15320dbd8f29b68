import Database from 'better-sqlite3';
import { type RecordedHead, recordedHead } from './backups.ts';
import { readStoreId } from './metadata.ts';
import { handleOf } from './statement.ts';

/** Where the history ended when a backup was made, and of which store; null where it cannot be read, or was not signed. */
export function headInBackup(path: string): { readonly head: RecordedHead; readonly storeId: string } | null {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
    const db = handleOf(connection);
    const head = recordedHead(db);
    // Before version 8 nothing was signed, and the history was written anew since.
    return head && 'signature' in head ? { head, storeId: readStoreId(db) } : null;
  } catch {
    return null;
  } finally {
    connection?.close();
  }
}
