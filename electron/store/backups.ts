import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { attachmentPath } from './attachments.ts';
import type { ReadableDb } from './db.ts';
import { publishFile, temporaryBeside } from './durableFile.ts';
import { newestVersion } from './migrations/migrations.ts';
import type { StorePaths } from './storePaths.ts';

export interface Backup {
  readonly name: string;
  readonly path: string;
  /** When it was made, as the file system says (UTC ISO). */
  readonly madeAt: string;
  readonly bytes: number;
}

/** A copy of the live database by SQLite itself (never a file copy), there whole or not at all. */
export function backUp(db: ReadableDb, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = temporaryBeside(target);
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    publishFile(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The files a store needs beside its database: evidence that was not purged, and final packs. */
function heldHashes(db: ReadableDb): readonly string[] {
  const sql = 'SELECT sha256 FROM attachment WHERE purged_in IS NULL UNION SELECT sha256 FROM final_pack';
  return db
    .prepare<[], { sha256: string }>(sql)
    .all()
    .map((row) => row.sha256);
}

/** Copies the files a database names from one files folder to another; returns the hashes that were not there. */
function copyFiles(hashes: readonly string[], from: string, to: string): readonly string[] {
  const missing: string[] = [];
  for (const sha256 of hashes) {
    const [source, target] = [attachmentPath(from, sha256), attachmentPath(to, sha256)];
    if (existsSync(target)) continue;
    if (!existsSync(source)) {
      missing.push(sha256);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    const temporary = temporaryBeside(target);
    copyFileSync(source, temporary);
    publishFile(temporary, target);
  }
  return missing;
}

/** A whole backup: the database in `target`, its files in `target.files/`. Returns the hashes of files that are lost. */
export function backUpWithFiles(db: ReadableDb, paths: StorePaths, target: string): readonly string[] {
  backUp(db, target);
  return copyFiles(heldHashes(db), paths.files, `${target}.files`);
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
  backUp(db, join(paths.backups, `before-version-${version + 1}.sqlite`));
}

/** Newest first. */
export function listBackups(paths: StorePaths): readonly Backup[] {
  if (!existsSync(paths.backups)) return [];
  return readdirSync(paths.backups)
    .filter((name) => name.endsWith('.sqlite') && !name.startsWith('.'))
    .map((name) => {
      const path = join(paths.backups, name);
      const info = statSync(path);
      return { name, path, madeAt: info.mtime.toISOString(), bytes: info.size };
    })
    .sort((left, right) => (left.madeAt < right.madeAt ? 1 : -1));
}

/** What a restore did: where the former database is kept, and how many files neither store nor backup has. */
export interface Restored {
  readonly keptAs: string | null;
  readonly missingFiles: number;
}

/**
 * Puts a backup in the place of the database, and its files beside it. What was there is kept beside it as `store.replaced-…`, damaged or not.
 * The store must be closed.
 */
export function restoreBackup(paths: StorePaths, backup: string, stamp: string): Result<Restored> {
  const problem = problemWith(backup);
  if (problem) return fail('invalidInput', problem, backup);
  mkdirSync(paths.folder, { recursive: true });
  const temporary = temporaryBeside(paths.database);
  copyFileSync(backup, temporary);
  const kept = existsSync(paths.database) ? join(paths.folder, `store.replaced-${stamp}.sqlite`) : null;
  if (kept) {
    for (const suffix of ['-wal', '-shm']) {
      if (existsSync(paths.database + suffix)) renameSync(paths.database + suffix, kept + suffix);
    }
    renameSync(paths.database, kept);
  }
  publishFile(temporary, paths.database);
  const db = new Database(paths.database, { readonly: true }) as ReadableDb;
  try {
    const missing = copyFiles(heldHashes(db), `${backup}.files`, paths.files);
    return ok({ keptAs: kept ? basename(kept) : null, missingFiles: missing.length });
  } finally {
    db.close();
  }
}

function problemWith(backup: string): string | null {
  if (!existsSync(backup)) return `There is no backup at ${backup}; choose another file.`;
  let db: ReadableDb | null = null;
  try {
    db = new Database(backup, { readonly: true, fileMustExist: true }) as ReadableDb;
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > newestVersion)
      return `The backup ${backup} was made by a newer version of SEC Go-Live; update the app first.`;
    const state = db.pragma('integrity_check(1)', { simple: true });
    const hasLedger = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ledger'").get() !== undefined;
    return state === 'ok' && hasLedger
      ? null
      : `The file ${backup} is not a sound backup of a SEC Go-Live store; choose another one.`;
  } catch {
    return `The file ${backup} is not a backup of a SEC Go-Live store; choose another one.`;
  } finally {
    db?.close();
  }
}
