import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { SignedHead } from '../../shared/domain/pack/signedHead.ts';
import { bringFiles, heldHashes } from './bringFiles.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './db.ts';
import { makeFolder, publishFile, temporaryBeside } from './durableFile.ts';
import { dropKeys, ensureKeys, keyPlaceOf, readKeys, type StoreKeys } from './keyFile.ts';
import { headOf, type LedgerHead } from './ledger.ts';
import { readMeta, writeMeta } from './metadata.ts';
import { signHead } from './signedHead.ts';
import { connectionOf, handleOf } from './statement.ts';
import type { StorePaths } from './storePaths.ts';

export interface Backup {
  readonly name: string;
  readonly path: string;
  /** When it was made, as the file system says (UTC ISO). */
  readonly madeAt: string;
  readonly bytes: number;
}

const headKey = 'backupHead';

/**
 * A copy of the live database by SQLite itself (never a file copy), there whole and read through, or not at all. It
 * records where the history ended, so that a copy that was cut afterwards is found out.
 */
export function backUp(db: ReadableDb, target: string, keys = keysFor(db)): void {
  const temporary = writeCopy(db, target, keys);
  try {
    publishFile(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The copy under a name of its own, verified; the caller publishes it or takes it away. */
function writeCopy(db: ReadableDb, target: string, keys = keysFor(db)): string {
  makeFolder(dirname(target));
  const temporary = temporaryBeside(target);
  try {
    connectionOf(db).prepare('VACUUM INTO ?').run(temporary);
    const copy = new Database(temporary, { fileMustExist: true });
    try {
      const state = copy.pragma('quick_check(1)', { simple: true });
      if (state !== 'ok') throw new Error(`malformed copy: ${state}`);
      copy.pragma('secure_delete = ON');
      inTransaction(handleOf(copy), (writable) => {
        dropKeys(writable);
        recordHead(writable, keys, true);
      });
    } finally {
      copy.close();
    }
    return temporary;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes into a copy where its history ends, signed where the store has a key. `comparable` false: the copy's history
 * was written anew by itself, so that it tells nothing of the store's.
 */
export function recordHead(copy: WritableDb, keys: StoreKeys | null, comparable: boolean): void {
  const head = keys ? signHead(copy, keys) : headOf(copy);
  writeMeta(copy, headKey, JSON.stringify({ ...head, comparable } satisfies RecordedHead));
}

/** A copy is signed with the store's key, which is made for it where there is none; a store for reading makes none. */
function keysFor(db: ReadableDb): StoreKeys | null {
  const isReadOnly = connectionOf(db).pragma('query_only', { simple: true }) === 1;
  // With the key out of reach the copy says where the history ends, and nobody signs it.
  return readKeys(db) ?? (isReadOnly || !keyPlaceOf(db).inReach ? null : inTransaction(db, ensureKeys));
}

/** What a copy says of the history: signed since version 8. */
export type RecordedHead = (LedgerHead | SignedHead) & { readonly comparable?: boolean };

/** Where the history ended when this backup was made; null for one of an earlier version, or a live store. */
export function recordedHead(db: ReadableDb): RecordedHead | null {
  const text = readMeta(db, headKey);
  return text === null ? null : (JSON.parse(text) as RecordedHead);
}

/** What a whole backup could not bring along, by SHA-256. */
export interface LostFiles {
  /** Not in the store's files folder. */
  readonly missing: readonly string[];
  /** There, with other content than its name says. */
  readonly damaged: readonly string[];
}

/**
 * A whole backup: the files in `target.files/`, each hashed on the way, and then the database in `target`, which stands
 * there only when all the rest does.
 */
export async function backUpWithFiles(db: ReadableDb, paths: StorePaths, target: string): Promise<LostFiles> {
  const folder = `${target}.files`;
  const isOurs = !existsSync(folder);
  const temporary = writeCopy(db, target);
  try {
    const { missing, damaged } = await bringFiles(heldHashes(db), paths.files, folder);
    publishFile(temporary, target);
    return { missing, damaged };
  } catch (error) {
    if (isOurs) rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Kept beside the store, so that a start-up that finds damage has something to offer. */
export function backUpDaily(db: ReadableDb, paths: StorePaths, today: string): void {
  const target = join(paths.backups, `${today}.sqlite`);
  if (existsSync(target)) return;
  backUp(db, target);
  const daily = listBackups(paths).filter((backup) => /^\d{4}-\d\d-\d\d\.sqlite$/.test(backup.name));
  for (const old of daily.slice(14)) rmSync(old.path, { force: true });
}

export function backUpBeforeMigration(db: ReadableDb, paths: StorePaths, version: number): void {
  backUp(db, join(paths.backups, `before-version-${version + 1}.sqlite`), null);
}

/** The backups in the store's own folder, newest first. */
export function listBackups(paths: StorePaths): readonly Backup[] {
  return listDatabases(paths.backups, (name) => !name.startsWith('.'));
}

/** What earlier restores put aside, newest first: databases as they were, damaged or not. */
export function listPutAside(paths: StorePaths): readonly Backup[] {
  return listDatabases(paths.folder, (name) => name.startsWith('store.replaced-'));
}

function listDatabases(folder: string, isWanted: (name: string) => boolean): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite') && isWanted(name))
    .map((name) => {
      const path = join(folder, name);
      const info = statSync(path);
      return { name, path, madeAt: info.mtime.toISOString(), bytes: info.size };
    })
    .sort((left, right) => (left.madeAt < right.madeAt ? 1 : -1));
}
