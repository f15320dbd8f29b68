import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { type ExchangeKeys, makeKeys, signBytes } from '../../electron/exchange/keys.ts';

interface CraftPart {
  readonly name: string;
  readonly content: Buffer;
  readonly mode?: number;
}

/** What a bundle holds, to be changed and put together again. */
export interface Craft {
  manifest: Record<string, unknown> & {
    from: Record<string, unknown>;
    parts: { name: string; bytes: number; sha256: string }[];
  };
  readonly parts: Map<string, Buffer>;
  /** Names that yazl would not write: put over names of the same length in the finished file. */
  readonly renames: [string, string][];
  readonly extra: CraftPart[];
  /** Null: the list is signed by the key that it names. */
  signature: Buffer | null;
  /** Whether the list of contents follows the parts. */
  follow: boolean;
}

export async function takeApart(file: string): Promise<Craft> {
  const zip = await fromBufferPromise(readFileSync(file), { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  const manifest = JSON.parse(String(parts.get('manifest.json'))) as Craft['manifest'];
  parts.delete('manifest.json');
  parts.delete('signature');
  return { manifest, parts, renames: [], extra: [], signature: null, follow: true };
}

/** Writes the file as somebody would who knows the format well and means harm: signed, and whole by its own hash. */
export async function putTogether(file: string, craft: Craft, keys: ExchangeKeys = makeKeys()): Promise<void> {
  const { manifest } = craft;
  manifest.from.publicKey = keys.publicKey;
  if (craft.follow)
    manifest.parts = [...craft.parts].map(([name, content]) => ({
      name,
      bytes: content.length,
      sha256: hash(content),
    }));
  const list = Buffer.from(JSON.stringify(manifest));
  const zip = new ZipFile();
  zip.addBuffer(list, 'manifest.json');
  zip.addBuffer(craft.signature ?? signBytes(keys, list), 'signature');
  for (const [name, content] of craft.parts) zip.addBuffer(content, name);
  for (const { name, content, mode } of craft.extra) zip.addBuffer(content, name, mode ? { mode } : {});
  zip.end({ forceZip64Format: false, comment: '0'.repeat(64) });
  let bytes = await buffer(zip.outputStream);
  for (const [from, to] of craft.renames) bytes = Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
  writeFileSync(file, sealed(bytes));
}

/** The same bytes with the hash at their end that fits them. */
export function sealed(bytes: Buffer): Buffer {
  const body = bytes.subarray(0, bytes.length - 64);
  return Buffer.concat([body, Buffer.from(hash(body), 'latin1')]);
}

export function linesOf(content: Buffer | undefined): Record<string, unknown>[] {
  return String(content)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export function asLines(lines: readonly unknown[]): Buffer {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
