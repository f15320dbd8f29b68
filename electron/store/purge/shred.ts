import { inTransaction, type ReadableDb } from '../db.ts';
import { readMeta, writeMeta } from '../metadata.ts';
import { connectionOf } from '../statement.ts';

/** Set while pages may still hold what was taken out. */
export const shredKey = 'shredNeeded';

export function needsShredding(db: ReadableDb): boolean {
  return readMeta(db, shredKey) === 'yes';
}

/**
 * Writes the whole database anew, search index, free pages and log included, so that nothing that was deleted is left in
 * its files. False where another program is reading it; the next opening tries again.
 */
export function shred(db: ReadableDb): boolean {
  const connection = connectionOf(db);
  try {
    connection.pragma('secure_delete = ON');
    connection.prepare("INSERT INTO search_text (search_text) VALUES ('rebuild')").run();
    connection.exec('VACUUM');
    inTransaction(db, (writable) => writeMeta(writable, shredKey, 'done'));
    return emptyLog(db);
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test(String((error as { readonly code?: unknown }).code))) throw error;
    return false;
  } finally {
    connection.pragma('secure_delete = OFF');
  }
}

/** The log holds the pages as they were before. */
function emptyLog(db: ReadableDb): boolean {
  const [row] = connectionOf(db).pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
  if (row?.busy !== 1) return true;
  inTransaction(db, (writable) => writeMeta(writable, shredKey, 'yes'));
  return false;
}
