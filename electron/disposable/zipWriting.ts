import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadStreamOptions, ZipFile } from 'yazl';

/** A file that goes into a zip, by its content's hash. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What was to go into a zip is not what its hash says, or cannot be read: the zip is not made. */
export class ZippedFileFault extends Error {
  readonly sha256: string;

  constructor(sha256: string, cause?: unknown) {
    super(`The file ${sha256} is not the one that was recorded`, { cause });
    this.sha256 = sha256;
  }
}

/**
 * Puts a file into a zip, read when its turn comes. The zip listens to no stream that is given to it, and an error that
 * nobody hears ends the process: it ends the zip's own output instead, so that whoever writes that hears of it.
 */
export function addHashedFile(zip: ZipFile, name: string, file: HashedFile, options: Partial<ReadStreamOptions>): void {
  zip.addReadStreamLazy(name, { ...options, size: file.bytes }, (give) => {
    const stream = Readable.from(truly(file));
    stream.once('error', (error) => outputOf(zip).destroy(error));
    give(null, stream);
  });
}

/** Writes a zip to its end; rejects with what went wrong, a `ZippedFileFault` for one, once the file is closed. */
export async function writeZip(zip: ZipFile, target: string, flags: 'w' | 'wx'): Promise<void> {
  zip.once('error', (error: Error) => outputOf(zip).destroy(error));
  await pipeline(outputOf(zip), createWriteStream(target, { flags }));
}

const outputOf = (zip: ZipFile) => zip.outputStream as Readable;

/** The file's bytes, as long as they are those that its hash promises. */
async function* truly({ path, sha256, bytes }: HashedFile) {
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      read += chunk.length;
      // One that grew is not followed.
      if (read > bytes) break;
      yield chunk;
    }
  } catch (error) {
    throw new ZippedFileFault(sha256, error);
  }
  if (hash.digest('hex') !== sha256) throw new ZippedFileFault(sha256);
}
