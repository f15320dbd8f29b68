import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { faultOf, PartTooLarge, unpackedPart } from '../../electron/disposable/zipGuard.ts';
import { scratchFolder } from './packs.ts';

const folder = scratchFolder();
const limits = { mostBytes: 4_000_000, ratio: 100, ratioFrom: 1_000_000 };

async function zipWith(name: string, content: Buffer, mode = 0o100644) {
  const path = join(folder, `${name}.zip`);
  const zip = new ZipFile();
  zip.addBuffer(content, name, { mode });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
  for await (const entry of archive.eachEntry()) return { archive, entry };
  throw new Error('The archive is empty');
}

it('lets an honest part through, and unpacks it whole', async () => {
  const { archive, entry } = await zipWith('report.txt', Buffer.from('All tests passed.'));
  expect(faultOf(entry, limits)).toBeNull();
  expect(String(await buffer(unpackedPart(archive, entry, limits.mostBytes)))).toBe('All tests passed.');
});

it.each([
  ['a part that grows beyond belief', Buffer.alloc(2_000_000), 0o100644, 'tooLarge'],
  ['a part that is too large', Buffer.alloc(5_000_000, 'abcdefgh'), 0o100644, 'tooLarge'],
  ['a link', Buffer.from('/etc/passwd'), 0o120777, 'link'],
])('finds %s before a byte is unpacked', async (name, content, mode, fault) => {
  const { entry } = await zipWith(name.replaceAll(' ', '-'), content, mode);
  expect(faultOf(entry, limits)).toBe(fault);
});

it('stops a part that is more than it may be, whatever the archive says of it', async () => {
  const { archive, entry } = await zipWith('growing', Buffer.alloc(200_000, 'x'));
  await expect(buffer(unpackedPart(archive, entry, 100_000))).rejects.toThrow(PartTooLarge);
});
