import { writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { MailAttachmentInput } from '../tasks.ts';
import { limits, Refusal } from './limits.ts';
import { readMail } from './mail.ts';
import { type MailAttachment, readOutlookAttachment } from './msgMail.ts';
import { readStart } from './readStart.ts';

/** The task `mailAttachment`: one attachment of a message as a file of its own, whole or not at all. */
export async function mailAttachment({
  path,
  mediaType,
  attachment,
  out,
}: MailAttachmentInput): Promise<Result<{ readonly name: string }>> {
  try {
    const isOutlook = mediaType === 'application/vnd.ms-outlook';
    const { name, content } = isOutlook
      ? await readOutlookAttachment(path, attachment)
      : await readMailAttachment(path, attachment);
    await writeFile(out, content, { flag: 'wx' });
    return ok({ name: name ?? `attachment ${attachment + 1}` });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail('invalidInput', error.message);
  }
}

async function readMailAttachment(path: string, attachment: number): Promise<MailAttachment> {
  const { bytes, truncated } = await readStart(path, limits.mailBytes);
  if (truncated)
    throw new Refusal('This message is too large to be taken apart here; save its attachment in its own program.');
  const found = (await readMail(bytes)).attachments[attachment];
  if (!found) throw new Refusal('This message has no such attachment.');
  const { filename, mimeType, content } = found;
  const name = filename ?? (mimeType === 'message/rfc822' ? `attachment ${attachment + 1}.eml` : null);
  return { name, content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content) };
}
