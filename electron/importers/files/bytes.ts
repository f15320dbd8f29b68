import { type InputFile, readBytes } from './inputFile.ts';

/** Bytes that can be read more than once: a file's, or those of pasted text. */
export interface Bytes {
  readonly shown: string;
  readonly size: number;
  readonly read: () => AsyncIterable<Buffer>;
}

export function bytesOfFile(file: InputFile): Bytes {
  return { shown: file.shown, size: file.size, read: () => readBytes(file) };
}

const CHUNK = 256 * 1024;

export function bytesOfText(text: string, shown: string): Bytes {
  const all = Buffer.from(text.toWellFormed(), 'utf8');
  return {
    shown,
    size: all.length,
    async *read() {
      for (let at = 0; at < all.length; at += CHUNK) yield all.subarray(at, at + CHUNK);
    },
  };
}

/** The first bytes, at most `most`. */
export async function headOf(bytes: Bytes, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes.read()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
