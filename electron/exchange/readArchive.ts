import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { isNewerManifest, type Manifest, manifestSchema } from '../../shared/domain/merge/manifest.ts';
import { faultOf, type PartLimits, unpackedPart } from '../disposable/zipGuard.ts';
import { isSignedBy } from './keys.ts';
import { limits } from './limits.ts';
import { linesOf } from './lines.ts';
import { parseJson } from './parseJson.ts';
import { isSealed } from './passphrase.ts';
import { BundleRefusal, refuse, sentences } from './refusal.ts';

/** A bundle whose list of contents was read and whose signature fits; its parts are checked as they are read. */
export interface OpenArchive {
  readonly manifest: Manifest;
  /** The lines of a text part, parsed; refuses where the part is not what the manifest says, or holds too much. */
  readonly lines: (name: 'changes.ndjson' | 'history.ndjson') => AsyncGenerator<unknown>;
  /** The hashes of the files that go along. */
  readonly files: readonly string[];
  /** Copies one of them to `target`, which must not exist; refuses where its content is another. */
  readonly copyFile: (sha256: string, target: string) => Promise<void>;
  /** Reads one of them to its end without keeping it; refuses where its content is another. */
  readonly checkFile: (sha256: string) => Promise<void>;
  /** The SHA-256 that stands at the file's end: it names this very file. */
  readonly token: string;
  readonly close: () => Promise<void>;
}

const partName = /^(?:changes\.ndjson|history\.ndjson|files\/[0-9a-f]{64})$/;

/** Whether the file needs a passphrase before it can be read. */
export async function needsPassphrase(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(8);
    await file.read(head, 0, 8, 0);
    return isSealed(head);
  } finally {
    await file.close();
  }
}

/** Opens a bundle. Throws a `BundleRefusal` with one sentence for everything that is wrong with it. */
export async function openArchive(path: string): Promise<OpenArchive> {
  const file = await open(path, 'r');
  try {
    const token = await checkWhole(file, path);
    const zip = await orDamaged(() =>
      fromFdPromise(file.fd, { autoClose: false, lazyEntries: true, strictFileNames: true }),
    );
    const entries = await listEntries(zip);
    const manifestBytes = await readSmall(zip, entries.get('manifest.json'));
    const signature = await readSmall(zip, entries.get('signature'));
    const manifest = parseManifest(manifestBytes);
    if (!isSignedBy(manifest.from.publicKey, manifestBytes, signature)) refuse(sentences.forged);
    checkParts(manifest, entries);
    return {
      manifest,
      lines: (name) =>
        linesOf(partStream(zip, entries, manifest, name), name === 'changes.ndjson' ? limits.records : limits.entries),
      files: manifest.parts.flatMap(({ name }) => (name.startsWith('files/') ? [name.slice(6)] : [])),
      copyFile: async (sha256, target) => {
        const stream = Readable.from(partStream(zip, entries, manifest, `files/${sha256}`));
        await pipeline(stream, createWriteStream(target, { flags: 'wx' }));
      },
      checkFile: async (sha256) => {
        for await (const _ of partStream(zip, entries, manifest, `files/${sha256}`));
      },
      token,
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The last 64 bytes are the hash of all before them: a file that lacks an end or has another bit is found at once. */
async function checkWhole(file: FileHandle, path: string): Promise<string> {
  const { size } = await file.stat();
  if (size > limits.archive) refuse(sentences.tooLarge);
  const head = Buffer.alloc(8);
  const { bytesRead } = await file.read(head, 0, 8, 0);
  if (isSealed(head)) refuse(sentences.sealed);
  if (size === 0) refuse(sentences.empty);
  if (
    !head.subarray(0, Math.min(4, bytesRead)).equals(Buffer.from('PK\u0003\u0004').subarray(0, Math.min(4, bytesRead)))
  )
    refuse(sentences.notABundle);
  if (size < 64 + 22) refuse(sentences.damaged);
  const comment = Buffer.alloc(64);
  await file.read(comment, 0, 64, size - 64);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: size - 65 })) hash.update(chunk as Buffer);
  const token = comment.toString('latin1');
  return hash.digest('hex') === token ? token : refuse(sentences.damaged);
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.parts) refuse(sentences.tooMany);
  const entries = new Map<string, Entry>();
  let total = 0;
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      checkEntry(entry);
      if (entries.has(entry.fileName)) refuse(sentences.twice);
      if (total > limits.total) refuse(sentences.tooLarge);
      entries.set(entry.fileName, entry);
    }
  });
  return entries;
}

function checkEntry(entry: Entry): void {
  const { fileName } = entry;
  const isHead = fileName === 'manifest.json' || fileName === 'signature';
  const fault = faultOf(entry, limitsOf(fileName));
  if (fault === 'link' || fault === 'encrypted') refuse(sentences[fault]);
  if (!isHead && !partName.test(fileName)) refuse(sentences.stranger);
  if (fault !== null) refuse(sentences[fault]);
}

function limitsOf(name: string): PartLimits {
  const { ratioFrom } = limits;
  if (name.startsWith('files/')) return { mostBytes: limits.file, ratio: limits.fileRatio, ratioFrom };
  const isHead = name === 'manifest.json' || name === 'signature';
  return { mostBytes: isHead ? limits.manifest : limits.text, ratio: limits.ratio, ratioFrom };
}

function parseManifest(bytes: Buffer): Manifest {
  const input = parseJson(bytes.toString('utf8'));
  if (input === undefined) return refuse(sentences.badList);
  if (isNewerManifest(input.value)) refuse(sentences.newer);
  const parsed = manifestSchema.safeParse(input.value);
  return parsed.success ? parsed.data : refuse(sentences.badList);
}

function checkParts({ parts }: Manifest, entries: ReadonlyMap<string, Entry>): void {
  const names = new Set(parts.map(({ name }) => name));
  if (names.size < parts.length || !names.has('changes.ndjson') || !names.has('history.ndjson'))
    refuse(sentences.badList);
  for (const { name, sha256 } of parts) {
    if (!partName.test(name) || (name.startsWith('files/') && name !== `files/${sha256}`)) refuse(sentences.badList);
    if (!entries.has(name)) refuse(sentences.missing);
  }
  if (entries.size > parts.length + 2) refuse(sentences.stranger);
}

async function readSmall(zip: ZipFile, entry: Entry | undefined): Promise<Buffer> {
  if (!entry) return refuse(sentences.notABundle);
  return orDamaged(async () => {
    const pieces: Buffer[] = [];
    for await (const piece of unpackedPart(zip, entry, limits.manifest)) pieces.push(piece);
    return Buffer.concat(pieces);
  });
}

/** A part's bytes; at its end, whether they were the promised ones. */
async function* partStream(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  manifest: Manifest,
  name: string,
): AsyncGenerator<Buffer> {
  const entry = entries.get(name);
  const promised = manifest.parts.find((part) => part.name === name);
  if (!entry || !promised) return refuse(sentences.missing);
  if (entry.uncompressedSize !== promised.bytes) refuse(sentences.differs);
  const hash = createHash('sha256');
  try {
    for await (const chunk of unpackedPart(zip, entry, promised.bytes)) {
      hash.update(chunk);
      yield chunk;
    }
  } catch {
    refuse(sentences.damaged);
  }
  if (hash.digest('hex') !== promised.sha256) refuse(sentences.differs);
}

/** Whatever the zip reader stumbles over is damage; names that lead outside are told apart. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BundleRefusal) throw error;
    const message = error instanceof Error ? error.message : '';
    if (/absolute path|relative path|invalid characters in fileName/.test(message)) return refuse(sentences.outside);
    return refuse(sentences.damaged);
  }
}
