import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { backUp, listBackups, recordedHead } from '../../electron/store/backups.ts';
import { closeDb } from '../../electron/store/db.ts';
import { headOf } from '../../electron/store/ledger.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { restoreBackup } from '../../electron/store/restoreBackup.ts';
import { handleOf } from '../../electron/store/statement.ts';
import { storePaths } from '../../electron/store/storePaths.ts';
import { testEngine } from '../support/engine.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inFolder } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';
import { storeOfVersion6 } from './olderStore.ts';

const nothingMore = () => undefined;

function newStore() {
  const folder = scratchFolder();
  const store = openStore(folder, countingStamps());
  if (!store.ok) throw new Error(store.error.message);
  return { folder, ...store.value };
}

/** A store with one file in it, and a whole backup of it. */
async function backedUp() {
  const test = await evidenceStore();
  await test.add(inFolder(test.folder, 'report.txt', 'All tests passed.'));
  const backup = join(test.folder, 'backup.sqlite');
  const made = await test.does('store.backup', { out: backup });
  const store = join(test.folder, 'store');
  const [sha256 = ''] = test.kept().map(({ name }) => name);
  return { ...test, backup, made, store, sha256, file: attachmentPath(join(store, 'files'), sha256) };
}

describe('a backup', () => {
  it('records where the history ended', () => {
    const { db, paths } = newStore();
    const target = join(paths.backups, '2026-01-01.sqlite');
    backUp(db, target);
    const copy = new Database(target, { readonly: true });
    const { key, signature } = { key: expect.any(String), signature: expect.any(String) };
    expect(recordedHead(handleOf(copy))).toEqual({ ...headOf(db), comparable: true, key, signature });
    copy.close();
    closeDb(db);
  });

  it('stands under its name only with its files: one that cannot be written leaves nothing', async () => {
    const { folder, does, refuses, backup } = await backedUp();
    const other = join(folder, 'other.sqlite');
    writeFileSync(`${other}.files`, 'a file where a folder should be');
    await refuses('store.backup', { out: other });
    expect(readdirSync(folder).filter((name) => name.startsWith('other.sqlite'))).toEqual(['other.sqlite.files']);
    expect(readdirSync(folder).some((name) => name.endsWith('.partial'))).toBe(false);
    expect((await does('store.check', {})).ok && existsSync(backup)).toBe(true);
  });

  it('notices a file that was changed on disk when it copies it', async () => {
    const { folder, does, file, sha256 } = await backedUp();
    writeFileSync(file, 'All tests failed.');
    const again = await does('store.backup', { out: join(folder, 'again.sqlite') });
    expect(again).toMatchObject({ missingFiles: 0, damagedFiles: [sha256] });
    expect(existsSync(attachmentPath(join(folder, 'again.sqlite.files'), sha256))).toBe(false);
  });
});

describe('a restore', () => {
  it('brings a damaged store back, and keeps the damaged file beside it', async () => {
    const { folder, db, paths } = newStore();
    backUp(db, join(paths.backups, '2026-01-01.sqlite'));
    closeDb(db);
    writeFileSync(paths.database, 'rubbish');
    const [backup] = listBackups(paths);
    const restored = await restoreBackup(paths, backup?.path ?? '', countingStamps(1), nothingMore);
    const keptAs = (restored.ok && restored.value.keptAs) || '';
    expect(readFileSync(join(folder, keptAs), 'utf8')).toBe('rubbish');
    const again = openStore(folder, countingStamps(2));
    expect(again.ok).toBe(true);
    if (again.ok) closeDb(again.value.db);
  });

  it('replaces damaged files with good ones and says which', async () => {
    const { does, backup, file, sha256 } = await backedUp();
    writeFileSync(file, 'All tests failed.');
    expect(await does('store.restore', { file: backup })).toMatchObject({ missingFiles: 0, mendedFiles: [sha256] });
    expect(readFileSync(file, 'utf8')).toBe('All tests passed.');
    expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('keeps what was changed since, down to the last entry, in the file that it puts aside', async () => {
    const { does, release, backup, store } = await backedUp();
    await does('record.create', {
      releaseId: release,
      kind: 'risk',
      fields: { title: 'Written after the backup' },
      asOf: null,
    });
    const { keptAs } = await does('store.restore', { file: backup });
    const kept = new Database(join(store, keptAs ?? ''), { readonly: true });
    expect(kept.prepare('SELECT title FROM risk').pluck().all()).toEqual(['Written after the backup']);
    kept.close();
    const status = await does('store.status', {});
    expect(status.backups).toContainEqual(expect.objectContaining({ name: keptAs, putAside: true }));
    await does('store.restoreOwn', { name: keptAs ?? '' });
    expect((await does('release.open', { release, asOf: null })).facts.risks).toHaveLength(1);
  });

  it('is refused while another program has the store open, and changes nothing', async () => {
    const { folder, db, paths } = newStore();
    const backup = join(folder, 'elsewhere.sqlite');
    backUp(db, backup);
    const before = readFileSync(paths.database);
    const refused = await restoreBackup(paths, backup, countingStamps(1), nothingMore);
    expect(refused.ok ? '' : refused.error.kind).toBe('storeBusy');
    expect(readFileSync(paths.database).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => /replaced|partial/.test(name))).toEqual([]);
    closeDb(db);
    expect((await restoreBackup(paths, backup, countingStamps(1), nothingMore)).ok).toBe(true);
  });

  it.each([
    ['a letter', 'is not a backup', (file: string) => writeFileSync(file, 'Dear Sir or Madam')],
    [
      'a backup whose history was cut',
      'its end was cut off',
      (file: string) => {
        const db = new Database(file);
        db.pragma('foreign_keys = OFF');
        db.exec(
          'DROP TRIGGER ledger_is_append_only_delete; DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)',
        );
        db.close();
      },
    ],
    [
      'a backup with a fact that nobody recorded',
      'entry 3 of the history made it',
      (file: string) => {
        const db = new Database(file);
        db.exec("UPDATE evidence SET title = 'Forged'");
        db.close();
      },
    ],
  ])('refuses %s, and changes nothing', async (_what, words, spoil) => {
    const { does, engine, backup, store } = await backedUp();
    const before = await does('store.status', {});
    spoil(backup);
    const refused = await engine.call('store.restore', { file: backup });
    expect(refused.ok ? '' : refused.error.message).toContain(words);
    expect(readdirSync(store).filter((name) => /replaced|partial/.test(name))).toEqual([]);
    expect(await does('store.status', {})).toEqual(before);
  });
});

describe('a sound backup whose facts are not what its history says', () => {
  it('is restored by an explicit word only, says what differs, and the check goes on naming it', async () => {
    const { does, refuses, backup, release } = await backedUp();
    const forged = new Database(backup);
    forged.exec("UPDATE evidence SET title = 'Forged'");
    forged.close();
    expect((await refuses('store.restore', { file: backup })).kind).toBe('factsDiffer');
    const { disagreements } = await does('store.restore', { file: backup, evenSo: true });
    expect(disagreements).toEqual([expect.stringContaining('reads “Forged” in the facts, but entry 3')]);
    expect((await does('release.open', { release, asOf: null })).facts.evidence[0]?.title).toBe('Forged');
    const { problems } = await does('store.check', {});
    expect(problems).toEqual([expect.objectContaining({ field: 'title', facts: 'Forged' })]);
  });

  it('is never restored where its history itself was changed, whatever is said', async () => {
    const { refuses, backup } = await backedUp();
    const forged = new Database(backup);
    forged.exec("DROP TRIGGER ledger_is_append_only_update; UPDATE ledger SET actor = 'Forged' WHERE seq = 2");
    forged.close();
    expect((await refuses('store.restore', { file: backup, evenSo: true })).kind).toBe('invalidInput');
  });

  it('is not accused for having been made by an earlier version', async () => {
    const { folder } = storeOfVersion6();
    const { does } = testEngine(join(scratchFolder(), 'store'));
    await does('store.status', {});
    const { disagreements } = await does('store.restore', { file: join(folder, 'store.sqlite') });
    expect(disagreements).toEqual([]);
    expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  });
});

describe('a store whose database is gone', () => {
  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['empty', (file: string) => writeFileSync(file, '')],
    [
      'one of another program',
      (file: string) => {
        rmSync(file);
        const db = new Database(file);
        db.exec('CREATE TABLE songs (title TEXT)');
        db.close();
      },
    ],
  ])('is damaged and never a new one: %s', async (_how, spoil) => {
    const { engine, does, store, backup } = await backedUp();
    engine.close();
    const { database } = storePaths(store);
    for (const suffix of ['-wal', '-shm']) rmSync(database + suffix, { force: true });
    spoil(database);
    const status = await does('store.status', {});
    expect(status).toMatchObject({ problem: { kind: 'storeCorrupt' }, files: 1 });
    await does('store.restore', { file: backup });
    expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('is a new one where there is nothing of an old one', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'files'));
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'store.sqlite'), '');
    const store = openStore(folder, countingStamps());
    expect(store.ok).toBe(true);
    if (store.ok) closeDb(store.value.db);
  });
});
