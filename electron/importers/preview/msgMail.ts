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

/** One attachment of a message: what it is called, null where it has no name, and what it holds. */
export interface MailAttachment {
  readonly name: string | null;
  readonly content: Uint8Array;
}

/** Reads a message that Outlook saved; one that is damaged, or too large to be held, is refused. */
export async function readOutlookMail(path: string): Promise<OutlookMail> {
  const { fields } = await openMessage(path);
  const people = fields.recipients ?? [];
  const html = htmlOf(fields);
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

/** What one attachment holds; a message inside a message comes as one of its own. */
export async function readOutlookAttachment(path: string, attachment: number): Promise<MailAttachment> {
  const { fields, contentOf } = await openMessage(path);
  const found = (fields.attachments ?? [])[attachment];
  if (!found) throw new Refusal('This message has no such attachment.');
  try {
    const { fileName, content } = contentOf(found);
    return { name: fileName ?? found.name ?? null, content };
  } catch {
    throw new Refusal('This attachment is damaged, and cannot be taken out of its message.');
  }
}

interface OpenMessage {
  readonly fields: FieldsData;
  readonly contentOf: (attachment: FieldsData) => { readonly fileName?: string; readonly content: Uint8Array };
}

async function openMessage(path: string): Promise<OpenMessage> {
  if ((await stat(path)).size > limits.mailBytes) throw new Refusal('This message is too large to be read here.');
  const bytes = await readFile(path);
  const damaged = 'This Outlook message is damaged, and cannot be read here.';
  try {
    const loaded = (await import('@kenjiuno/msgreader')) as unknown as {
      readonly default: Reader | { readonly default: Reader };
    };
    const Reader = 'default' in loaded.default ? loaded.default.default : loaded.default;
    const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const opened = read(Reader, content, PLAIN);
    // Texts of the old format are in a code page, which only the message itself names.
    const { messageCodepage } = opened.fields;
    const isOther = messageCodepage !== undefined && messageCodepage !== PLAIN;
    const message = (isOther && readIn(Reader, content, messageCodepage)) || opened;
    if (!message.fields.error && message.fields.dataType === 'msg') return message;
  } catch {
    throw new Refusal(damaged);
  }
  throw new Refusal(damaged);
}

/** Windows code page of Western Europe, which old messages are in that name none. */
const PLAIN = 1252;
const named: Readonly<Record<number, string>> = { 20127: 'ascii', 28591: 'iso-8859-1', 65001: 'utf8' };

function read(Reader: Reader, content: ArrayBuffer, codePage: number): OpenMessage {
  const reader = new Reader(content);
  reader.parserConfig = { ansiEncoding: named[codePage] ?? `cp${codePage}` };
  const fields = reader.getFileData();
  return { fields, contentOf: (attachment) => reader.getAttachment(attachment) };
}

/** Null where nobody knows the code page. */
function readIn(Reader: Reader, content: ArrayBuffer, codePage: number): OpenMessage | null {
  try {
    return read(Reader, content, codePage);
  } catch {
    return null;
  }
}

/** HTML is kept as bytes, in a code page of its own. */
function htmlOf({ bodyHtml, html, internetCodepage }: FieldsData): string {
  if (bodyHtml !== undefined) return bodyHtml;
  if (!html) return '';
  const label = internetCodepage === undefined ? 'utf-8' : (named[internetCodepage] ?? `windows-${internetCodepage}`);
  try {
    return new TextDecoder(label).decode(html);
  } catch {
    return Buffer.from(html).toString('utf8');
  }
}

/** The library is CommonJS: what its default is depends on who loads it. */
type Reader = new (
  content: ArrayBuffer,
) => {
  parserConfig?: { readonly ansiEncoding: string };
  readonly getFileData: () => FieldsData;
  readonly getAttachment: OpenMessage['contentOf'];
};

function recipientInWords({ name, smtpAddress, email }: FieldsData): string {
  return personInWords(name, smtpAddress ?? email);
}

/** `Ada Byron <ada@example.org>`; an address inside an organisation's own directory says nothing to others. */
function personInWords(name = '', address = ''): string {
  const plain = address.startsWith('/') ? '' : address;
  if (name === '' || name === plain) return plain || name;
  return plain === '' ? name : `${name} <${plain}>`;
}
