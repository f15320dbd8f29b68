import { readAttachment } from '../store/attachments.ts';
import type { Store } from '../store/openStore.ts';
import { whyTakenOutOf } from '../store/purge/applyPurges.ts';

/**
 * Why this content was taken out for good, and is not taken in again; null: it was not. Content that another item has as
 * well stays in the store for that one, and was taken out of the item alone.
 * @param item the id of the evidence that is to have it, where that is here already
 */
export function whyTakenOut(store: Store, sha256: string, item?: string): string | null {
  const reason = readAttachment(store.db, sha256)?.purgeReason ?? null;
  return reason ?? (item === undefined ? null : whyTakenOutOf(store.db, item, sha256));
}
