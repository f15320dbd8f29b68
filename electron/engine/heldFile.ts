import { existsSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { type Evidence, evidenceKey } from '../../shared/domain/records/evidence.ts';
import { type Attachment, attachmentPath, readAttachment } from '../store/attachments.ts';
import type { Store } from '../store/openStore.ts';

export interface HeldFile extends Pick<Attachment, 'sha256' | 'bytes' | 'mediaType'> {
  readonly path: string;
}

/**
 * Where the content of an evidence item lies. Null: it was never held here, or was taken out for good. A file that the
 * store should hold and does not is a store problem: leaving it out silently would make a pack or an export untrue.
 */
export function heldFile(store: Store, evidence: Evidence): Result<HeldFile | null> {
  if (evidence.sha256 === null) return ok(null);
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
