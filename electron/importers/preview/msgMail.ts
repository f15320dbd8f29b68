import { readFile, stat } from 'node:fs/promises';
import type { FieldsData } from '@kenjiuno/msgreader';
import { wordsOfHtml } from './htmlWords.ts';
import { limits, Refusal } from './limits.ts';

/** What an Outlook message (.msg) says, in plain values. */
export interface OutlookMail {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  /** When it was sent, in words and UTC, as the message states it; null where it does not. */
  readonly date: string | null;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
}

/** Reads a message that Outlook saved; one that is damaged, or too large to be held, is refused. */
export async function readOutlookMail(path: string): Promise<OutlookMail> {
  if ((await stat(path)).size > limits.mailBytes) throw new Refusal('This message is too large to be shown here.');
  const bytes = await readFile(path);
  const fields = await fieldsOf(bytes);
  const people = fields.recipients ?? [];
  const html = fields.bodyHtml ?? (fields.html ? Buffer.from(fields.html).toString('utf8') : '');
  return {
    from: personInWords(fields.senderName, fields.senderSmtpAddress ?? fields.senderEmail),
    to: people
      .filter(({ recipType }) => recipType !== 'cc' && recipType !== 'bcc')
      .map(recipientInWords)
      .join(', '),
    cc: people
      .filter(({ recipType }) => recipType === 'cc')
      .map(recipientInWords)
      .join(', '),
    subject: fields.subject ?? '',
    date: fields.clientSubmitTime ?? fields.messageDeliveryTime ?? null,
    text: fields.body?.trim() ? fields.body : wordsOfHtml(html.slice(0, limits.textBytes * 5)),
    attachments: (fields.attachments ?? []).map(({ fileName, name, contentLength }) => ({
      name: fileName ?? name ?? 'without a name',
      bytes: contentLength ?? 0,
    })),
  };
}

async function fieldsOf(bytes: Buffer): Promise<FieldsData> {
  const damaged = 'This Outlook message is damaged, and cannot be read here.';
  try {
    const loaded = (await import('@kenjiuno/msgreader')) as unknown as {
      readonly default: Reader | { readonly default: Reader };
    };
    const Reader = 'default' in loaded.default ? loaded.default.default : loaded.default;
    const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const fields = new Reader(content).getFileData();
    if (!fields.error && fields.dataType === 'msg') return fields;
  } catch {
    throw new Refusal(damaged);
  }
  throw new Refusal(damaged);
}

/** The library is CommonJS: what its default is depends on who loads it. */
type Reader = new (content: ArrayBuffer) => { readonly getFileData: () => FieldsData };

function recipientInWords({ name, smtpAddress, email }: FieldsData): string {
  return personInWords(name, smtpAddress ?? email);
}

/** `Ada Byron <ada@example.org>`; an address inside an organisation's own directory says nothing to others. */
function personInWords(name = '', address = ''): string {
  const plain = address.startsWith('/') ? '' : address;
  if (name === '' || name === plain) return plain || name;
  return plain === '' ? name : `${name} <${plain}>`;
}
