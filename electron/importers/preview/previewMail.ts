import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { wordsOfHtml } from './htmlWords.ts';
import { limits } from './limits.ts';
import { addressesInWords, readMail } from './mail.ts';
import { shownText } from './previewText.ts';
import { readStart } from './readStart.ts';

const most = 2000;

/** Who wrote to whom, the words, and what was attached. HTML is read for its words and never drawn. */
export async function previewMail(path: string): Promise<PreviewOf<'email'>> {
  const { bytes, truncated } = await readStart(path, limits.mailBytes);
  const mail = await readMail(bytes);
  const words = mail.text?.trim() ? mail.text : wordsOfHtml((mail.html ?? '').slice(0, limits.textBytes * 5));
  const text = shownText(words).slice(0, limits.textBytes);
  return {
    kind: 'email',
    from: line(addressesInWords(mail.from)),
    to: line(addressesInWords(mail.to)),
    cc: line(addressesInWords(mail.cc)),
    subject: line(mail.subject ?? ''),
    date: line(mail.headers.find(({ key }) => key === 'date')?.value ?? ''),
    text: truncated ? `${text}\n\n[The rest of this message is too long to be shown here.]` : text,
    attachments: mail.attachments.slice(0, 200).map(({ filename, content }) => ({
      name: line(filename ?? 'without a name'),
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  };
}

/** Somebody's words on one line. */
export function line(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').slice(0, most);
}
