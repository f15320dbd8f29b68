import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeDb } from '../../electron/store/db.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { openToRead } from '../../electron/store/openToRead.ts';
import { keepReserve, releaseReserve } from '../../electron/store/reserve.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { storeErrorOf } from '../../electron/store/storeError.ts';
import { storePaths } from '../../electron/store/storePaths.ts';
import { sweep } from '../../electron/store/sweep.ts';
import { cliPath, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

const day = 24 * 60 * 60_000;
/** The number of a process that has ended. */
const ended = spawnSync(process.execPath, ['-e', '']).pid;

describe('what an interrupted run left', () => {
  it('is swept by age and owner, and nothing else', () => {
    const paths = storePaths(scratchFolder());
    const now = Date.UTC(2026, 5, 1);
    for (const folder of [
      join(paths.files, 'ab'),
      join(paths.backups, 'one.sqlite.files', 'cd'),
      join(paths.folder, 'previews'),
    ])
      mkdirSync(folder, { recursive: true });
    const put = (...path: string[]) => writeFileSync(join(paths.folder, ...path), 'x');
    const left = `.${ended}-${now}-1.partial`;
    put('files', left);
    put('files', 'ab', left);
    put('backups', 'one.sqlite.files', 'cd', `${left}-wal`);
    put(`.${process.pid}-${now - 2 * day}-1.partial`);
    put('previews', 'old.pdf');
    utimesSync(join(paths.folder, 'previews', 'old.pdf'), new Date(now - 2 * day), new Date(now - 2 * day));
    put('previews', 'new.pdf');
    utimesSync(join(paths.folder, 'previews', 'new.pdf'), new Date(now), new Date(now));
    put('files', `.${process.pid}-${now}-2.partial`);
    put('files', 'ab', 'ab'.repeat(32));
    put('.hidden');
    expect(sweep(paths, now)).toBe(5);
    const kept = readdirSync(paths.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(kept.sort()).toEqual(['.hidden', `.${process.pid}-${now}-2.partial`, 'ab'.repeat(32), 'new.pdf'].sort());
  });
});

describe('the reserve', () => {
  it('is kept where there is room, and not given back while there still is', () => {
    const paths = storePaths(scratchFolder());
    keepReserve(paths);
    expect(statSync(join(paths.folder, '.reserve')).size).toBe(16 * 1024 * 1024);
    expect(releaseReserve(paths)).toBe(false);
    expect(existsSync(join(paths.folder, '.reserve'))).toBe(true);
  });
});

describe('a store that cannot be written', () => {
  it('is opened to read, and refuses a change by itself', () => {
    const folder = scratchFolder();
    const store = openStore(folder, countingStamps());
    if (!store.ok) throw new Error(store.error.message);
    closeDb(store.value.db);
    const db = openToRead(store.value.paths, () => undefined);
    if (!db) throw new Error('There is no room for a copy');
    expect(connectionOf(db).prepare('SELECT count(*) FROM ledger').pluck().get()).toBe(1);
    expect(() => connectionOf(db).exec("INSERT INTO meta VALUES ('a', 'b')")).toThrow(/readonly/);
    closeDb(db);
  });

  const readOnly = (store: string, ...args: readonly string[]) =>
    spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"', store].concat([
        process.execPath,
        cliPath,
        '--store',
        store,
        ...args,
      ]),
      { encoding: 'utf8' },
    );
  const canMount = spawnSync('unshare', ['--mount', 'true']).status === 0;

  it.skipIf(!canMount)('can be listed and exported from a folder for reading only, and says so on a change', () => {
    const { folder, store } = withSample();
    const release = 'November 2021 SEC Release';
    expect(readOnly(store, 'release', 'list').stdout).toContain(release);
    expect(readOnly(store, 'release', 'export', release, '--out', join(folder, 'out.json')).status).toBe(0);
    const changed = readOnly(
      store,
      '--as',
      'Ada Byron, SECAS',
      'release',
      'import',
      join(folder, 'out.json'),
      '--replace',
    );
    expect(changed.status).toBe(4);
    expect(changed.stderr).toMatch(/cannot be written; check the folder's permissions/);
  });
});

describe('the sentences of failures', () => {
  it('hold no code of SQLite or the system', () => {
    const codes = [
      'SQLITE_IOERR_WRITE',
      'SQLITE_NOMEM',
      'SQLITE_PROTOCOL',
      'SQLITE_FULL',
      'SQLITE_INTERRUPT',
      'EIO',
      'EMFILE',
    ];
    for (const code of codes) {
      const { message } = storeErrorOf(Object.assign(new Error(`${code}: it failed`), { code }), '/store');
      expect(message).not.toMatch(/SQLITE|\bE[A-Z]{2,}/);
      expect(message).toMatch(/\.$/);
    }
  });
});
