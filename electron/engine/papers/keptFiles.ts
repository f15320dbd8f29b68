import { existsSync } from 'node:fs';
import { attachmentPath } from '../../store/attachments.ts';
import { readFinalPacks } from '../../store/finalPacks.ts';
import { readIssuedPapers } from '../../store/issuedPapers.ts';
import type { Store } from '../../store/openStore.ts';
import { type Kept, takenOutSentence } from '../keptSnapshot.ts';

/** Where the store keeps what was issued; what was taken out for good, or is lost, is left out. */
export function keptFiles(
  store: Store,
  issued: readonly Kept[],
): readonly { readonly reference: string; readonly path: string }[] {
  return issued
    .filter((one) => takenOutSentence(store, one) === null)
    .map(({ reference, sha256 }) => ({ reference, path: attachmentPath(store.paths.files, sha256) }))
    .filter(({ path }) => existsSync(path));
}

/** Everything that was issued for a release. */
export function issuedFor(store: Store, releaseId: string): readonly Kept[] {
  return [...readFinalPacks(store.db, releaseId), ...readIssuedPapers(store.db, releaseId)];
}
