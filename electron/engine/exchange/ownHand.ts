import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { ReadableDb } from '../../store/db.ts';
import { readFormerIds } from '../../store/formerIds.ts';
import { readPublicKey } from '../../store/keyFile.ts';

/**
 * Whether this store signed a bundle itself before it was put back: with its present key, and under an id that it gave up by
 * that and nobody else goes on under. Nobody has to confirm such a key: what was lost is only here to be read again. A copy
 * of the store has the same key and another id, or a branch of this one; it is another writer, and is asked about.
 *
 * @param manifest in this store's names (`inOurNames.ts`), its signature verified
 */
export function isOwnHand(db: ReadableDb, { from }: Pick<Manifest, 'from'>): boolean {
  return from.publicKey === readPublicKey(db) && goneIds(db).includes(from.storeId);
}

/** The ids that this store gave up when it was put back. */
export function goneIds(db: ReadableDb): readonly string[] {
  return readFormerIds(db).flatMap(({ id, isSure, isGone }) => (isSure && isGone ? [id] : []));
}
