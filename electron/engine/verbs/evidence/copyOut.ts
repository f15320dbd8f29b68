import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { attachmentPath, readAttachment } from '../../../store/attachments.ts';
import { readRecord } from '../../../store/records.ts';
import { safeFileName } from '../../fileNames.ts';
import { storeVerb } from '../../verb.ts';

/** Copies an item's file out to a folder, so that it can be opened with the program for its type. */
export const evidenceCopyOut = storeVerb('evidence.copyOut', (_context, store, input) => {
  const evidence = readRecord(store.db, 'evidence', input.id);
  const sha256 = evidence?.fields.sha256;
  if (!evidence || !sha256) return fail('notFound', 'This evidence item has no file.', input.id);
  const source = attachmentPath(store.paths.files, sha256);
  if (readAttachment(store.db, sha256)?.purgeReason != null || !existsSync(source)) {
    return fail('notFound', 'The content of this file was taken out of the store.', input.id);
  }
  const target = join(input.folder, safeFileName(evidence.fields.file ?? sha256));
  copyFileSync(source, target);
  return ok({ file: target });
});
