import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';

/** What an archive may be, in bytes and times; what is more was made to do harm, or by something else. */
export interface PartLimits {
  readonly mostBytes: number;
  /** How many times larger than it lies there a part may be unpacked; only parts above `ratioFrom` are judged. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** Why a part is not unpacked; each reader has a sentence of its own for it. */
export type PartFault = 'encrypted' | 'link' | 'tooLarge';

/** What an archive says of a part before a byte of it is unpacked; null: nothing is wrong. */
export function faultOf(entry: Entry, { mostBytes, ratio, ratioFrom }: PartLimits): PartFault | null {
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) return 'link';
  if (entry.isEncrypted()) return 'encrypted';
  const { uncompressedSize, compressedSize } = entry;
  const times = uncompressedSize / Math.max(1, compressedSize);
  return uncompressedSize > mostBytes || (uncompressedSize > ratioFrom && times > ratio) ? 'tooLarge' : null;
}

/** More came out of a part than it may hold, whatever the archive says of it. */
export class PartTooLarge extends Error {}

/** A part unpacked piece by piece and counted as it comes out. Throws `PartTooLarge`; the rest is the reader's damage. */
export async function* unpackedPart(zip: ZipFile, entry: Entry, mostBytes: number): AsyncGenerator<Buffer> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  try {
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new PartTooLarge();
      yield chunk;
    }
  } finally {
    stream.destroy();
  }
}
