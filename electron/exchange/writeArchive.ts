import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ZipFile } from 'yazl';
import { canonicalJson } from '../../shared/domain/foundation/canonicalJson.ts';
import type { Manifest } from '../../shared/domain/merge/manifest.ts';
import { addHashedFile, type HashedFile, writeZip, ZippedFileFault } from '../disposable/zipWriting.ts';
import { type ExchangeKeys, signBytes } from './keys.ts';

export interface BundleContents {
  readonly head: Omit<Manifest, 'parts'>;
  /** One JSON text per line. */
  readonly changes: readonly string[];
  readonly history: readonly string[];
  readonly files: readonly HashedFile[];
}

// Local time on purpose: the zip then holds the same bytes whatever the time zone.
const fixed = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const;

/**
 * Writes a bundle to `target`, which must not exist, and fsyncs it. The zip's comment is the SHA-256 of all bytes before
 * it, so that one flipped bit anywhere is noticed; who wrote it, the signature says. Answers with the SHA-256 of a file that
 * is not what it says (then nothing of `target` is good); null: it was written.
 */
export async function writeArchive(
  target: string,
  contents: BundleContents,
  keys: ExchangeKeys,
): Promise<string | null> {
  const texts = [part('changes.ndjson', contents.changes), part('history.ndjson', contents.history)];
  const files = [...contents.files].sort((left, right) => (left.sha256 < right.sha256 ? -1 : 1));
  const parts = [
    ...texts.map(({ name, content }) => ({ name, bytes: content.length, sha256: sha256(content) })),
    ...files.map(({ sha256: hash, bytes }) => ({ name: `files/${hash}`, bytes, sha256: hash })),
  ];
  const manifest = Buffer.from(canonicalJson({ ...contents.head, parts }));
  const zip = new ZipFile();
  zip.addBuffer(manifest, 'manifest.json', fixed);
  zip.addBuffer(signBytes(keys, manifest), 'signature', { ...fixed, compress: false });
  for (const { name, content } of texts) zip.addBuffer(content, name, fixed);
  for (const file of files) addHashedFile(zip, `files/${file.sha256}`, file, { ...fixed, compress: false });
  zip.end({ forceZip64Format: false, comment: '0'.repeat(64) });
  try {
    await writeZip(zip, target, 'wx');
  } catch (error) {
    if (error instanceof ZippedFileFault) return error.sha256;
    throw error;
  }
  await sealWithHash(target);
  return null;
}

async function sealWithHash(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { end: size - 65 })) hash.update(chunk as Buffer);
    await file.write(Buffer.from(hash.digest('hex')), 0, 64, size - 64);
    await file.sync();
  } finally {
    await file.close();
  }
}

function part(name: string, lines: readonly string[]) {
  return { name, content: Buffer.from(lines.map((line) => `${line}\n`).join('')) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
