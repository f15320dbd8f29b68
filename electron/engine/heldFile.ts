import { existsSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { type Evidence, evidenceKey } from '../../shared/domain/records/evidence.ts';
import { type Attachment, attachmentPath, readAttachment } from '../store/attachments.ts';
import { copyHashed, SourceFault } from '../store/copyHashed.ts';
import type { Store } from '../store/openStore.ts';

export interface HeldFile extends Pick<Attachment, 'sha256' | 'bytes' | 'mediaType'> {
  readonly path: string;
}

/**
 * Where the content of an evidence item lies. Null: it was never held here, or was taken out for good; of an item whose
 * file was taken out nothing but the hash is left, though the same content may be here for another one. A file that the
 * store should hold and does not is a store problem: leaving it out silently would make a pack or an export untrue.
 */
export function heldFile(store: Store, evidence: Evidence): Result<HeldFile | null> {
  if (evidence.sha256 === null || evidence.file === null) return ok(null);
  const attachment = readAttachment(store.db, evidence.sha256);
  if (!attachment || attachment.purgeReason !== null) return ok(null);
  const path = attachmentPath(store.paths.files, evidence.sha256);
  const { sha256, bytes, mediaType } = attachment;
  if (existsSync(path)) return ok({ sha256, bytes, mediaType, path });
  const name = evidenceKey(evidence);
  return fail(
    'storeFailed',
    `The file of ${name} is missing from the store's files folder; restore it from a backup, or take it out for good with a reason.`,
    `evidence:${name}`,
  );
}

/**
 * Copies what is held of an evidence item to `target`, which must not exist, and hashes it on the way: what was changed on
 * disk since it was taken in is a store problem, and is never passed on under the hash that was recorded.
 */
export async function copyHeld(
  evidence: Evidence,
  held: HeldFile,
  target: string,
  signal: AbortSignal,
): Promise<Result<null>> {
  const name = evidenceKey(evidence);
  const refuse = (what: string) =>
    fail(
      'storeFailed',
      `The file of ${name} in the store's files folder ${what}; restore it from a backup, or take it out for good with a reason.`,
      `evidence:${name}`,
    );
  try {
    const { sha256 } = await copyHashed(held.path, target, { signal });
    return sha256 === held.sha256 ? ok(null) : refuse('is not the one that was recorded: its SHA-256 differs');
  } catch (error) {
    if (error instanceof SourceFault) return refuse('cannot be read');
    throw error;
  }
}
