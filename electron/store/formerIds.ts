import { z } from 'zod';
import type { ReadableDb, WritableDb } from './db.ts';
import { readMeta, readStoreId, removeMeta, writeMeta } from './metadata.ts';

/**
 * An id that this store had. `isSure`: it wrote nothing under it since it was copied or put back; `isGone`: no other copy
 * goes on under it, for this store took its place.
 */
const formerSchema = z.strictObject({ id: z.string(), isSure: z.boolean(), isGone: z.boolean() });
type FormerId = z.output<typeof formerSchema>;

const key = 'formerIds';

/** Oldest first. */
export function readFormerIds(db: ReadableDb): readonly FormerId[] {
  const text = readMeta(db, key);
  return text === null ? [] : z.array(formerSchema).parse(JSON.parse(text));
}

/** Under which ids this store wrote what its ledger holds. */
export function ownIds(db: ReadableDb): readonly string[] {
  return [readStoreId(db), ...readFormerIds(db).map(({ id }) => id)];
}

/**
 * Gives the store another id, so that what is written from now on cannot be mistaken for entries of another copy of it, or
 * for entries that were lost. What was written before keeps the old id, in the history and in what others know. Call it
 * before anything is changed; where that may be too late, `isSure` is false.
 */
export function renewStore(db: WritableDb, newId: string, how: Omit<FormerId, 'id'>): void {
  const former = readFormerIds(db);
  writeMeta(db, key, JSON.stringify([...former, { id: readStoreId(db), ...how }]));
  writeMeta(db, 'storeId', newId);
  removeMeta(db, 'replicaToken');
}
