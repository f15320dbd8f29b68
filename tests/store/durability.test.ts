import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentPath, putFile } from '../../electron/store/attachments.ts';
import {
  makeFolder,
  makeFolderMeanwhile,
  publishFile,
  publishSynced,
  writeFileDurably,
} from '../../electron/store/durableFile.ts';
import { scratchFolder } from '../support/scratch.ts';
import { recordDisk } from '../torture/recordDisk.ts';
import { corners, StrictDisk } from '../torture/strictDisk.ts';

describe('files in the store', () => {
  it('lie under their SHA-256, once for equal content, with nothing half-written beside them', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), 'same content');
    writeFileSync(join(folder, 'b.txt'), 'same content');
    const files = join(folder, 'files');
    const first = await putFile(files, join(folder, 'a.txt'));
    const second = await putFile(files, join(folder, 'b.txt'));
    expect(second).toEqual(first);
    expect(readFileSync(attachmentPath(files, first.sha256), 'utf8')).toBe('same content');
    expect(readdirSync(files)).toEqual([first.sha256.slice(0, 2)]);
  });

  it('leave nothing behind when the source cannot be read', async () => {
    const folder = scratchFolder();
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    const files = join(folder, 'files');
    await expect(putFile(files, join(folder, 'dangling'))).rejects.toThrow(/ENOENT/);
    expect(readdirSync(files)).toEqual([]);
  });

  it('are written beside and renamed, so that a failing write keeps the old file', () => {
    const folder = scratchFolder();
    const target = join(folder, 'kept');
    mkdirSync(target);
    expect(() => writeFileDurably(target, 'content')).toThrow();
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it.each([publishFile, publishSynced])('leave nothing beside a place that they could not take: %o', (publish) => {
    const folder = scratchFolder();
    const [temporary, target] = [join(folder, '.1.partial'), join(folder, 'kept')];
    mkdirSync(target);
    writeFileSync(temporary, 'content');
    expect(() => publish(temporary, target)).toThrow();
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it('lie in a folder that is durable for all who use it, though another made it and still waits for the disk', async () => {
    const folder = scratchFolder();
    const root = join(folder, 'disk');
    mkdirSync(join(root, 'files'), { recursive: true });
    const disk = new StrictDisk(root);
    const stop = recordDisk(disk, 'nothing', () => undefined);
    try {
      const [asked, waited] = [join(root, 'files', 'ab'), join(root, 'files', 'cd')];
      const [first, second] = [makeFolderMeanwhile(asked), makeFolderMeanwhile(waited)];
      makeFolder(asked);
      expect(afterPowerLoss(disk, join(folder, 'at once'))).toContain('ab');
      await makeFolderMeanwhile(waited);
      expect(afterPowerLoss(disk, join(folder, 'meanwhile'))).toEqual(['ab', 'cd']);
      await Promise.all([first, second]);
    } finally {
      stop();
    }
  });
});

/** The folders of which the disk must know. */
function afterPowerLoss(disk: StrictDisk, place: string): readonly string[] {
  const [strictest] = corners;
  if (strictest) disk.write(place, strictest);
  return readdirSync(join(place, 'files'));
}
