import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { limits, Refusal } from './limits.ts';

/** The parts of an Office file, by name; nothing is unpacked to disk. */
export interface ZipParts {
  readonly has: (name: string) => boolean;
  /** The part as a stream; null where there is none. It ends with a refusal once it unpacks to more than the limit. */
  readonly read: (name: string, mostBytes?: number) => Promise<AsyncIterable<Uint8Array> | null>;
  readonly close: () => void;
}

export async function openZip(path: string): Promise<ZipParts> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(() => {
    throw new Refusal('This file is damaged: it is no whole Office document.');
  });
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > limits.zipEntries) throw new Refusal('This file has too many parts to be an Office document.');
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
  } catch (error) {
    zip.close();
    throw error instanceof Refusal ? error : new Refusal('This file is damaged: its list of parts cannot be read.');
  }
  return {
    has: (name) => entries.has(name),
    read: async (name, mostBytes = limits.partBytes) => {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.isEncrypted()) throw new Refusal('This file is protected with a password.');
      return limited(await opened(zip, entry), mostBytes);
    },
    close: () => zip.close(),
  };
}

async function opened(zip: ZipFile, entry: Entry): Promise<Readable> {
  try {
    return await zip.openReadStreamPromise(entry);
  } catch {
    throw new Refusal('This file is damaged: a part of it states a wrong size, or cannot be unpacked.');
  }
}

/** Counts what really comes out, whatever the file says of its sizes. */
async function* limited(stream: Readable, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > mostBytes)
        throw new Refusal('This file unpacks to far more than it shows, so it is not opened here.');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('This file is damaged: a part of it is not as long as it states, or cannot be unpacked.');
  } finally {
    stream.destroy();
  }
}
