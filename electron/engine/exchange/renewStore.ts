import type { WritableDb } from '../../store/db.ts';
import { writeMeta } from '../../store/metadata.ts';

/**
 * Gives the store another id, so that what is written from now on cannot be mistaken for entries that were lost. Call it
 * right after a backup was restored, before anything is changed: other stores may know entries with the numbers that
 * come next. What was written before keeps the old id, in the history and in what others know.
 */
export function renewStore(db: WritableDb, newId: string): void {
  writeMeta(db, 'storeId', newId);
}
