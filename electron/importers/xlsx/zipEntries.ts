import { StringDecoder } from 'node:string_decoder';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { shownName } from '../../../shared/domain/importing/shown.ts';
import { faultOf, PartTooLarge, unpackedPart } from '../../disposable/zipGuard.ts';
import type { Bytes } from '../files/bytes.ts';
import type { InputFile } from '../files/inputFile.ts';
import { Refusal, refuse } from '../refusal.ts';
import { createXmlReader, cutShort, type XmlHandlers } from '../xml.ts';
import { HIGHEST_RATIO, LARGEST_ENTRY, LONGEST_XML_TEXT, MOST_ENTRIES, RATIO_FROM } from './limits.ts';

/** The parts of a workbook, each readable as often as needed. */
export interface ZipEntries {
  readonly shown: string;
  readonly has: (name: string) => boolean;
  readonly names: () => Iterable<string>;
  /** The text of a part in pieces, with how much of it is read (0 to 1). */
  readonly read: (name: string) => AsyncGenerator<{ readonly text: string; readonly done: number }>;
  /** A part as bytes, readable as often as needed; `shown` is its name in sentences. */
  readonly bytes: (name: string) => Bytes;
}

/** How much of a part may come out. */
export interface ZipLimits {
  /** Bytes of one part, counted as they come out, whatever the archive says of them. */
  readonly mostBytes: number;
  /** Whether all of a part will be read, so that one which says that it is far too large is not begun. */
  readonly isReadToItsEnd: boolean;
}

const tableLimits: ZipLimits = { mostBytes: LARGEST_ENTRY, isReadToItsEnd: true };

/** Opens the archive and its list of contents; a damaged or hostile one is refused. */
export async function openZip(file: InputFile, limits: ZipLimits = tableLimits): Promise<ZipEntries> {
  const { shown } = file;
  const zip = await damaged(shown, () => fromFdPromise(file.handle.fd, { autoClose: false, lazyEntries: true }));
  if (zip.entryCount > MOST_ENTRIES) refuse(`“${shown}” holds ${zip.entryCount} parts; it cannot be a workbook.`);
  const entries = new Map<string, Entry>();
  await damaged(shown, async () => {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
  });
  return {
    shown,
    has: (name) => entries.has(name),
    names: () => entries.keys(),
    read: (name) => readEntry(zip, entries.get(name), shown, limits),
    bytes: (name) => ({
      shown: `${shownName(name)} in ${shown}`,
      size: entries.get(name)?.uncompressedSize ?? 0,
      read: () => chunksOf(zip, entries.get(name), shown, limits),
    }),
  };
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, shown: string, limits: ZipLimits) {
  const decoder = new StringDecoder('utf8');
  let size = 0;
  for await (const chunk of chunksOf(zip, entry, shown, limits)) {
    size += chunk.length;
    yield { text: decoder.write(chunk), done: size / Math.max(1, entry?.uncompressedSize ?? 1) };
  }
}

async function* chunksOf(
  zip: ZipFile,
  entry: Entry | undefined,
  shown: string,
  { mostBytes, isReadToItsEnd }: ZipLimits,
): AsyncGenerator<Buffer> {
  if (!entry) throw new Refusal(cutShort(shown));
  const limits = { mostBytes: isReadToItsEnd ? LARGEST_ENTRY : Infinity, ratio: HIGHEST_RATIO, ratioFrom: RATIO_FROM };
  const fault = faultOf(entry, isReadToItsEnd ? limits : { ...limits, ratioFrom: Infinity });
  if (fault === 'encrypted')
    refuse(`“${shown}” is protected with a password; open it in Excel, save it without one, and import it again.`);
  if (fault === 'tooLarge') refuse(tooLarge(shown));
  try {
    yield* unpackedPart(zip, entry, mostBytes);
  } catch (error) {
    throw error instanceof PartTooLarge ? new Refusal(tooLarge(shown)) : asDamage(error, shown);
  }
}

function tooLarge(shown: string): string {
  return `“${shown}” unpacks to far more than a table needs, as files made to do harm do; it was not read.`;
}

/** One small part, read at once. Parts that may be absent are simply empty. */
export async function readPart(zip: ZipEntries, name: string, handlers: XmlHandlers): Promise<void> {
  if (!zip.has(name)) return;
  const xml = createXmlReader({ shown: zip.shown, longestText: LONGEST_XML_TEXT }, handlers);
  for await (const { text } of zip.read(name)) xml.write(text);
  xml.end();
}

async function damaged<Value>(shown: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw asDamage(error, shown);
  }
}

/** What the archive's reader and zlib say means one thing to people: the file is damaged. */
function asDamage(error: unknown, shown: string): unknown {
  if (error instanceof Refusal) return error;
  const message = error instanceof Error ? error.message : '';
  return new Refusal(
    /uncompressed size|size mismatch|too many bytes|not enough bytes/i.test(message)
      ? wrongSize(shown)
      : cutShort(shown),
  );
}

function wrongSize(shown: string): string {
  return `“${shown}” states a wrong size for what it holds, as a damaged or a forged archive does; it was not read. Save it again and import that.`;
}
