import { isAscii, isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { Bytes } from './bytes.ts';
import { createMacSigns, decodeMacRoman } from './macRoman.ts';

type EncodingName = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252' | 'Mac Roman';

export interface Encoding {
  readonly name: EncodingName;
  /** Bytes of the byte order mark, which is no part of the text. */
  readonly mark: 0 | 2 | 3;
  /** Nought bytes that a text should not hold, and that are left out of it. */
  readonly noughts: number;
}

/** What the whole file's bytes say: how its text is written, or that it is no text. */
export type EncodingFinding = { readonly text: true; readonly encoding: Encoding } | { readonly text: false };

export function encodingInWords({ name, mark }: Encoding): string {
  return name === 'UTF-8' && mark > 0 ? 'UTF-8 with BOM' : name;
}

/** What was guessed of the encoding and left out of the text, as sentences. */
export function encodingNotes({ name, mark, noughts }: Encoding): readonly string[] {
  const guess =
    name === 'Windows-1252' || name === 'Mac Roman' || (name !== 'UTF-8' && mark === 0)
      ? [`The file does not say how its text is written; it was read as ${name}.`]
      : [];
  const left =
    noughts === 1 ? ['1 NUL byte was left out.'] : noughts > 1 ? [`${noughts} NUL bytes were left out.`] : [];
  return [...guess, ...left];
}

/** A few control bytes are dirt that somebody's cell holds; more of them are a program or a picture. */
const STRAY_CONTROLS = 8;

/**
 * Looks at every byte: an accent may stand in the last row only. A mark decides; without one, text is UTF-8 if all of
 * it is valid, UTF-16 if every other byte is mostly nought, and otherwise what Excel saves in Britain: Windows-1252.
 */
export async function detectEncoding(bytes: Bytes): Promise<EncodingFinding> {
  let first = true;
  let utf8 = true;
  let accents = false;
  let controls = 0;
  let total = 0;
  const noughts = [0, 0];
  const mac = createMacSigns();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes.read()) {
    if (first) {
      const encoding = markOf(chunk);
      if (encoding) return { text: true, encoding };
      first = false;
    }
    countBytes(chunk, total, noughts);
    controls += countControls(chunk);
    mac.see(chunk);
    total += chunk.length;
    if (!utf8) continue;
    ({ utf8, rest } = continueUtf8(rest, chunk));
    accents ||= !isAscii(chunk.subarray(0, chunk.length - rest.length));
  }
  const [even = 0, odd = 0] = noughts;
  if (even + odd > 0) {
    const half = total / 2;
    if (total % 2 === 0 && odd > half * 0.4 && even < half * 0.05) return found('UTF-16 LE');
    if (total % 2 === 0 && even > half * 0.4 && odd < half * 0.05) return found('UTF-16 BE');
    if (even + odd > STRAY_CONTROLS || even + odd > total * 0.1) return { text: false };
  }
  if (controls > STRAY_CONTROLS && controls > total * 0.01) return { text: false };
  // A file that is cut inside a character is still what the rest of it says.
  if (utf8 && (rest.length === 0 || accents)) return found('UTF-8', even + odd);
  return found(mac.isMac() ? 'Mac Roman' : 'Windows-1252', even + odd);
}

function found(name: EncodingName, noughts = 0): EncodingFinding {
  return { text: true, encoding: { name, mark: 0, noughts } };
}

function markOf(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'UTF-8', mark: 3, noughts: 0 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'UTF-16 LE', mark: 2, noughts: 0 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'UTF-16 BE', mark: 2, noughts: 0 };
  return undefined;
}

function countBytes(chunk: Buffer, offset: number, noughts: number[]): void {
  for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) {
    const side = (offset + at) % 2;
    noughts[side] = (noughts[side] ?? 0) + 1;
  }
}

/** The control bytes that no table holds. */
const strays = Array.from({ length: 32 }, (_, byte) => byte).filter((byte) => ![9, 10, 12, 13].includes(byte));

/** How many of them there are, which tells text from programs and pictures. Most chunks have none, and are told at once. */
function countControls(chunk: Buffer): number {
  if (!strays.some((byte) => chunk.includes(byte))) return 0;
  let controls = 0;
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
  }
  return controls;
}

/** A character may lie across two chunks: what an unfinished one leaves is looked at with the next. */
function continueUtf8(rest: Buffer, chunk: Buffer): { utf8: boolean; rest: Buffer } {
  const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
  const end = all.length - unfinished(all);
  return { utf8: isUtf8(all.subarray(0, end)), rest: all.subarray(end) };
}

/** How many last bytes begin a character that they do not finish. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** 0x80 to 0x9F of Windows-1252; ICU-less builds of Node do not know the encoding. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of the file in pieces, without its marks (some programs write two) and without nought bytes. */
export async function* decode(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const toText = decoderOf(encoding.name);
  let skip: number = encoding.mark;
  let begun = false;
  const tidy = (text: string) => {
    const plain = text.includes('\0') ? text.replaceAll('\0', '') : text;
    if (begun) return plain;
    const first = plain.replace(/^\ufeff+/, '');
    begun = first !== '';
    return first;
  };
  for await (const chunk of bytes.read()) {
    const text = tidy(toText(chunk.subarray(skip)));
    skip = 0;
    if (text !== '') yield text;
  }
  const last = tidy(toText(null));
  if (last !== '') yield last;
}

function decoderOf(name: EncodingName): (chunk: Buffer | null) => string {
  if (name === 'Windows-1252')
    return (chunk) =>
      chunk?.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] as string) ??
      '';
  if (name === 'Mac Roman') return (chunk) => (chunk ? decodeMacRoman(chunk) : '');
  if (name === 'UTF-16 BE') return swappedDecoder();
  const decoder = new StringDecoder(name === 'UTF-8' ? 'utf8' : 'utf16le');
  return (chunk) => (chunk ? decoder.write(chunk) : decoder.end());
}

function swappedDecoder(): (chunk: Buffer | null) => string {
  const decoder = new StringDecoder('utf16le');
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    if (!chunk) return decoder.end();
    const all = Buffer.concat([rest, chunk]);
    const even = all.length - (all.length % 2);
    rest = all.subarray(even);
    return decoder.write(Buffer.from(all.subarray(0, even)).swap16());
  };
}
