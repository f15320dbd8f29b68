import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail } from '../../../../shared/domain/foundation/result.ts';
import { moveFile } from '../../../store/moveFile.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { safeFileName } from '../../fileNames.ts';
import { heldFile } from '../../heldFile.ts';
import { runTask } from '../../runTask.ts';
import { storedName } from '../../takeFile.ts';
import { storeVerb } from '../../verb.ts';
import { evidenceAdd } from './add.ts';

/** As long as a message of the largest size may take to be taken apart, in milliseconds. */
const mostMilliseconds = 60_000;

/**
 * An attachment of a message becomes evidence of its own: who provides it, what it speaks for and who may see it are the
 * message's until somebody says otherwise; its title and date are its own.
 */
export const evidenceAddAttached = storeVerb('evidence.addAttached', async (context, store, input) => {
  const record = readRecord(store.db, 'evidence', input.id);
  if (!record || record.removed) return fail('notFound', 'This evidence item is no longer in the store.', input.id);
  const message = asRecord(record);
  const held = heldFile(store, message);
  if (!held.ok) return held;
  const { path = '', mediaType = '' } = held.value ?? {};
  if (mediaType !== 'message/rfc822' && mediaType !== 'application/vnd.ms-outlook')
    return fail('invalidInput', `${message.reference} holds no message, so nothing is attached to it.`, input.id);
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-attached-'));
  try {
    const out = join(folder, 'content');
    const job = { path, mediaType, attachment: input.attachment, out };
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(mostMilliseconds)]);
    const taken = await runTask({ ...context, signal }, 'importers', 'mailAttachment', job);
    if (!taken.ok) return taken;
    const file = join(folder, safeFileName(storedName(taken.value.name)));
    moveFile(out, file);
    const { provider, classification, independent, withheld, criteria } = message;
    const linked = (criteria ?? []).length > 0 ? { criteria } : {};
    return await evidenceAdd.run(context, {
      release: record.releaseId,
      file,
      asOf: input.asOf,
      fields: { provider, classification, independent, withheld, ...linked },
      ...(input.allowDuplicate === undefined ? {} : { allowDuplicate: input.allowDuplicate }),
      ...(input.onBehalf === undefined ? {} : { onBehalf: input.onBehalf }),
      ...(input.knows === undefined ? {} : { knows: input.knows }),
      ...(input.judged === undefined ? {} : { judged: input.judged }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
