import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { refuse } from '../refusal.ts';
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

/** A file by its path, opened anew for each reading; empty ones and folders are refused. */
export async function bytesOfPath(path: string, shown: string): Promise<Bytes> {
  const before = await stat(path);
  if (!before.isFile()) refuse(`“${shown}” is not a file; choose files of test results.`);
  if (before.size === 0) refuse(`“${shown}” is empty: it holds 0 bytes. Run its tests again, or leave it out.`);
  return {
    shown,
    size: before.size,
    read: () => createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>,
  };
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
