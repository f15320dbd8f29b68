import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { limits } from './limits.ts';
import { addressesInWords, readMail } from './mail.ts';
import { shownText } from './previewText.ts';
import { readStart } from './readStart.ts';

const most = 2000;

/** Who wrote to whom, the words, and what was attached. HTML is read for its words and never drawn. */
export async function previewMail(path: string): Promise<PreviewOf<'email'>> {
  const { bytes, truncated } = await readStart(path, limits.mailBytes);
  const mail = await readMail(bytes);
  const words = mail.text?.trim() ? mail.text : wordsOfHtml(mail.html ?? '');
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

function line(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').slice(0, most);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of HTML, a line for each block. What comes out is only ever drawn as text, so a tag left in does nothing. */
function wordsOfHtml(html: string): string {
  return html
    .slice(0, limits.textBytes * 5)
    .replace(/<(style|script|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li)\b[^>]*>/gi, '\n')
    .replace(/<\/t[dh]\b[^>]*>/gi, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] as string)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}
