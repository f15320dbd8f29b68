import { readAttachment } from '../store/attachments.ts';
import type { Store } from '../store/openStore.ts';

/** Why this content was taken out of the store for good, and is not taken in again; null: it was not. */
export function whyTakenOut(store: Store, sha256: string): string | null {
  return readAttachment(store.db, sha256)?.purgeReason ?? null;
}
