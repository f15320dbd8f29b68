import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentPath, putFile } from '../../electron/store/attachments.ts';
import { backUp, listBackups, restoreBackup } from '../../electron/store/backups.ts';
import { writeFileDurably } from '../../electron/store/durableFile.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { storePaths } from '../../electron/store/storePaths.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

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
});

describe('backups', () => {
  it('bring a damaged store back, and keep the damaged file beside it', () => {
    const folder = scratchFolder();
    const paths = storePaths(folder);
    const store = openStore(folder, countingStamps());
    if (!store.ok) throw new Error(store.error.message);
    backUp(store.value.db, join(paths.backups, '2026-01-01.sqlite'));
    store.value.db.close();
    writeFileSync(paths.database, 'rubbish');
    const [backup] = listBackups(paths);
    const restored = restoreBackup(paths, backup?.path ?? '', 'now');
    expect(restored.ok && restored.value.keptAs).toBe('store.replaced-now.sqlite');
    const again = openStore(folder, countingStamps(1));
    expect(again.ok).toBe(true);
    if (again.ok) again.value.db.close();
    expect(readFileSync(join(folder, 'store.replaced-now.sqlite'), 'utf8')).toBe('rubbish');
  });

  it('refuse to restore what is not a backup, and change nothing', () => {
    const folder = scratchFolder();
    const paths = storePaths(folder);
    writeFileSync(paths.database, 'whatever is there');
    writeFileSync(join(folder, 'letter.sqlite'), 'Dear Sir or Madam');
    const refused = restoreBackup(paths, join(folder, 'letter.sqlite'), 'now');
    expect(refused.ok ? '' : refused.error.message).toContain('is not a backup');
    expect(readFileSync(paths.database, 'utf8')).toBe('whatever is there');
  });
});
