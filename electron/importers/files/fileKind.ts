import { fileTypeFromBuffer } from 'file-type';
import { type Bytes, headOf } from './bytes.ts';

/** What the content itself says it is, whatever the name ends with. */
export type FileKind = 'zip' | 'compound' | 'text';

const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export function fileKindOf(head: Buffer): FileKind {
  if (
    head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ||
    head.subarray(0, 4).equals(Buffer.from('PK\u0005\u0006'))
  )
    return 'zip';
  return head.subarray(0, 8).equals(compoundMark) ? 'compound' : 'text';
}

export const WEB_PAGE = 'a web page (HTML)';

/** Documents that begin as text does. */
const textMarks: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'a Rich Text document'],
  [
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|meta|style|body|table|div)[\s>]/i,
    WEB_PAGE,
  ],
  [/^\s*(?:\{\s*"|\[\s*[{[]\s*")/, 'JSON'],
  [/^MIME-Version: [\s\S]{0,500}?multipart\/related/i, 'a web archive (MHTML)'],
  [/^From: |^MIME-Version: |^Received: /, 'an e-mail'],
];

/** `a PDF`, `a web page (HTML)`: text that is no table; null where it may be one. */
export function otherTextKind(head: string): string | null {
  return textMarks.find(([pattern]) => pattern.test(head.slice(0, 2000)))?.[1] ?? null;
}

/** `a PNG file`: what a file that is no text is, as far as anybody can tell. */
export async function nameOfBinary(bytes: Bytes): Promise<string> {
  const head = await headOf(bytes, 8192);
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  return type ? `a ${type.ext.toUpperCase()} file` : 'not a text file';
}

/** The sentence for an Excel file of before 2007 or one behind a password: both are compound files. */
export async function compoundSentence(bytes: Bytes): Promise<string> {
  const { shown } = bytes;
  if (await holdsName(bytes, 'EncryptedPackage'))
    return `“${shown}” is protected with a password; open it in Excel, save it without one, and import it again.`;
  if ((await holdsName(bytes, 'Workbook')) || (await holdsName(bytes, 'Book')))
    return `“${shown}” is in the Excel format of before 2007 (.xls); open it in Excel and save it as .xlsx.`;
  return `“${shown}” is an old Office document, not a table; save the table as .xlsx or CSV.`;
}

/** Names inside a compound file stand as UTF-16 somewhere in it. */
async function holdsName(bytes: Bytes, name: string): Promise<boolean> {
  const wanted = Buffer.from(name, 'utf16le');
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes.read()) {
    const all = Buffer.concat([tail, chunk]);
    if (all.includes(wanted)) return true;
    tail = all.subarray(-wanted.length);
  }
  return false;
}
