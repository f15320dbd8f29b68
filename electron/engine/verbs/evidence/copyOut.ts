import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { publishSynced, temporaryBeside } from '../../../store/durableFile.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { safeFileName } from '../../fileNames.ts';
import { copyHeld, heldFile } from '../../heldFile.ts';
import { storeVerb } from '../../verb.ts';

/** Copies an item's file out to a folder, so that it can be opened with the program for its type. */
export const evidenceCopyOut = storeVerb('evidence.copyOut', async (context, store, input) => {
  const record = readRecord(store.db, 'evidence', input.id);
  const item = record && asRecord(record);
  if (!item?.sha256) return fail('notFound', 'This evidence item has no file.', input.id);
  const held = heldFile(store, item);
  if (!held.ok) return held;
  if (!held.value) return fail('notFound', 'The content of this file was taken out of the store.', input.id);
  const target = join(input.folder, safeFileName(item.file ?? item.sha256));
  const temporary = temporaryBeside(target);
  try {
    const copied = await copyHeld(item, held.value, temporary, context.signal);
    if (!copied.ok) return copied;
    publishSynced(temporary, target);
    return ok({ file: target });
  } finally {
    rmSync(temporary, { force: true });
  }
});
