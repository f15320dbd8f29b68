import { openInput } from '../files/inputFile.ts';
import { openZip } from '../xlsx/zipEntries.ts';
import { limits, unnamed } from './limits.ts';

/** The parts of an Office file, by name; nothing is unpacked to disk. */
export interface ZipParts {
  readonly has: (name: string) => boolean;
  /** The part as a stream; null where there is none. It ends with a refusal once it unpacks to more than the limit. */
  readonly read: (name: string) => AsyncIterable<Uint8Array> | null;
  readonly close: () => Promise<void>;
}

/** @param mostBytes how much of one part is read */
export async function openParts(path: string, mostBytes: number = limits.partBytes): Promise<ZipParts> {
  const file = await openInput(path, unnamed);
  const close = () => file.handle.close();
  try {
    const zip = await openZip(file, { mostBytes, isReadToItsEnd: false });
    return { has: zip.has, read: (name) => (zip.has(name) ? zip.bytes(name).read() : null), close };
  } catch (error) {
    await close();
    throw error;
  }
}
