import { copyFileSync, existsSync, rmSync, statSync, utimesSync } from 'node:fs';
import Database from 'better-sqlite3';
import { deleteContent } from '../attachments.ts';
import { type Backup, listBackups, listPutAside, recordedHead, recordHead } from '../backups.ts';
import { inTransaction } from '../db.ts';
import { publishFile, temporaryBeside } from '../durableFile.ts';
import { backupsElsewhere } from '../elsewhere.ts';
import { dropKeys, readKeys, type StoreKeys } from '../keyFile.ts';
import { newestVersion } from '../migrations/migrations.ts';
import { bringUpToDate, type Store } from '../openStore.ts';
import type { Stamps } from '../stamps.ts';
import { handleOf } from '../statement.ts';
import type { StorePaths } from '../storePaths.ts';
import { applyPurges } from './applyPurges.ts';
import { readPurged } from './purgedList.ts';
import { shred } from './shred.ts';

/** What became of one copy. `why` null: nothing of it is left there. */
export interface PurgedCopy {
  readonly name: string;
  readonly why: string | null;
}

const suffixes = ['-wal', '-shm', '-journal'];

/**
 * Takes what the list names out of every backup and former database in the store's folder, and of the daily ones in its
 * second folder, each by itself.
 */
export function purgeBackups({ db, paths }: Pick<Store, 'db' | 'paths'>, stamps: Stamps): readonly PurgedCopy[] {
  const keys = readKeys(db);
  const second = backupsElsewhere(db);
  const unreached =
    second === null
      ? [{ name: 'The second folder', why: 'it is not there now; delete its backups if they may hold the file' }]
      : [];
  const copies = [...listBackups(paths), ...listPutAside(paths), ...(second ?? [])].map((backup) => {
    try {
      rewrite(backup, paths, stamps, keys);
      return { name: backup.name, why: null };
    } catch {
      return { name: backup.name, why: 'it cannot be read or written; delete it if it may hold the file' };
    }
  });
  return [...copies, ...unreached];
}

/** A copy is changed and takes the backup's place, so that there is a whole one at any moment. */
function rewrite({ path }: Backup, paths: StorePaths, stamps: Stamps, keys: StoreKeys | null): void {
  const temporary = temporaryBeside(path);
  const { atime, mtime } = statSync(path);
  try {
    copyFileSync(path, temporary);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${temporary}-wal`);
    const connection = new Database(temporary, { fileMustExist: true });
    const db = handleOf(connection);
    try {
      connection.pragma('journal_mode = DELETE');
      if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('damaged');
      const head = recordedHead(db);
      const isOlder = (connection.pragma('user_version', { simple: true }) as number) < newestVersion;
      bringUpToDate(db, stamps);
      applyPurges(db, paths, stamps);
      inTransaction(db, (writable) => {
        dropKeys(writable);
        // What it said when it was made still holds, unless its history was written anew.
        if (head === null || isOlder) recordHead(writable, keys, false);
      });
      shred(db);
    } finally {
      connection.close();
    }
    publishFile(temporary, path);
    utimesSync(path, atime, mtime);
    for (const suffix of suffixes) rmSync(path + suffix, { force: true });
    for (const { hashes } of readPurged(paths)) for (const sha256 of hashes) deleteContent(`${path}.files`, sha256);
  } finally {
    for (const suffix of ['', ...suffixes]) rmSync(temporary + suffix, { force: true });
  }
}
