import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { limits } from './limits.ts';
import { readOutlookMail } from './msgMail.ts';
import { line } from './previewMail.ts';
import { shownText } from './previewText.ts';

/** A message that Outlook saved, shown as any other. */
export async function previewMsg(path: string): Promise<PreviewOf<'email'>> {
  const mail = await readOutlookMail(path);
  return {
    kind: 'email',
    from: line(mail.from),
    to: line(mail.to),
    cc: line(mail.cc),
    subject: line(mail.subject),
    date: line(mail.date ?? ''),
    text: shownText(mail.text).slice(0, limits.textBytes),
    attachments: mail.attachments.slice(0, 200).map(({ name, bytes }) => ({ name: line(name), bytes })),
  };
}
