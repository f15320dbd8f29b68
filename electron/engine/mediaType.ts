import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Detector, fileTypeFromFile } from 'file-type';
import { zipTypeOf } from './zipType.ts';

/** Types of text by the name's ending; the content must be text for it to count. */
const textEndings: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.eml': 'message/rfc822',
  '.svg': 'image/svg+xml',
};

const headBytes = 8192;

/** Asked before the package's own, which unpacks what it finds to tell more of it. */
const packed: Detector = {
  id: 'packed',
  detect: async (tokenizer) => {
    const head = Buffer.alloc(4);
    await tokenizer.peekBuffer(head, { mayBeLess: true });
    if (head.subarray(0, 3).equals(Buffer.from([0x1f, 0x8b, 0x08]))) return { ext: 'gz', mime: 'application/gzip' };
    return head.toString('latin1') === 'PK\u0003\u0004' ? { ext: 'zip', mime: 'application/zip' } : undefined;
  },
};

/**
 * The media type from the content; where that says nothing but that it is text, the name's ending says what text. Nothing
 * is unpacked for it: this runs in the engine.
 */
export async function mediaTypeOf(path: string, name = path): Promise<string> {
  const found = await fileTypeFromFile(path, { customDetectors: [packed] }).catch(() => undefined);
  if (found?.mime === 'application/zip') return zipTypeOf(path, name);
  // Outlook's messages are compound files, as old Office documents are; only the name tells them from those.
  if (found?.mime === 'application/x-cfb' && /\.msg$/i.test(name)) return 'application/vnd.ms-outlook';
  if (found && found.mime !== 'application/xml') return found.mime;
  const head = await readHead(path);
  const text = textOf(head);
  if (text === null) return 'application/octet-stream';
  return shapeOf(text) ?? textEndings[extname(name).toLowerCase()] ?? (found ? 'application/xml' : 'text/plain');
}

/** What text shows of itself at its beginning. */
function shapeOf(text: string): string | null {
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text))
    return 'image/svg+xml';
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text)) return 'text/html';
  const headers =
    /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(text.replaceAll('\r\n', '\n'))?.[0] ?? '';
  const isMail =
    /^(?:from|received|return-path):/im.test(headers) && /^(?:date|message-id|mime-version):/im.test(headers);
  return isMail ? 'message/rfc822' : null;
}

/** More NULs than a stray one or two are a program or a picture, or UTF-16 that does not say so at its start. */
const MOST_NOUGHTS = 8;

/** The beginning as text; null where it is none. */
function textOf(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff)
    return head
      .subarray(2, head.length & ~1)
      .swap16()
      .toString('utf16le');
  const noughts = head.filter((byte) => byte === 0).length;
  if (noughts > MOST_NOUGHTS || noughts * 10 > head.length) return null;
  const strange = head.filter((byte) => byte > 0 && byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  return strange > head.length / 100 ? null : head.toString('utf8').replace(/^\ufeff/, '');
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
