import { copyFileSync, existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { recordedHead } from './backups.ts';
import { bringFiles, heldHashes } from './bringFiles.ts';
import { checkFacts } from './check/checkFacts.ts';
import { inTransaction, type WritableDb } from './db.ts';
import { makeFolder, publishFile, syncFile, temporaryBeside } from './durableFile.ts';
import { verifyLedger } from './ledger.ts';
import { newestVersion } from './migrations/migrations.ts';
import { moveFile } from './moveFile.ts';
import { bringUpToDate, type Stamps } from './openStore.ts';
import { applyPurges } from './purge/applyPurges.ts';
import { readErrorOf } from './readError.ts';
import { lostSinceRecorded } from './signedHead.ts';
import { handleOf } from './statement.ts';
import type { StorePaths } from './storePaths.ts';

/** What a restore did. */
export interface Restored {
  /** The former database's name, beside the store; null where there was none. */
  readonly keptAs: string | null;
  /** How many files neither store nor backup has with the right content. */
  readonly missingFiles: number;
  /** SHA-256 of files that were damaged in the store and replaced from the backup. */
  readonly mendedFiles: readonly string[];
  /** Where its facts are not what its history says, a sentence each: it was restored in spite of them. */
  readonly disagreements: readonly string[];
}

const suffixes = ['-wal', '-shm', '-journal'];

/**
 * Puts a backup in the place of the database. All that can fail happens beside the store: the copy is read through
 * (SQLite's own check, the history's chain, facts against history), brought up to date, finished by `finish`, and its
 * files are hashed. Then one rename makes it the store, so that a kill or a power loss at any moment leaves the old one
 * whole or the new one whole. What was there is kept as `store.replaced-…`. The store must be closed here; where
 * another program has it open, the restore is refused. A backup that is as it was made, but whose facts are not what its
 * history says, is refused with factsDiffer unless `evenSo`: it may be all that there is.
 */
export async function restoreBackup(
  paths: StorePaths,
  backup: string,
  stamps: Stamps,
  finish: (db: WritableDb) => void,
  evenSo = false,
): Promise<Result<Restored>> {
  const problem = problemWith(backup);
  if (problem) return fail('invalidInput', problem, backup);
  makeFolder(paths.folder);
  const temporary = temporaryBeside(paths.database);
  try {
    copyWithLog(backup, temporary);
    const prepared = prepare(temporary, backup, stamps, finish, evenSo, paths);
    if (!prepared.ok) return prepared;
    const { missing, damaged, mended } = await bringFiles(prepared.value.hashes, `${backup}.files`, paths.files);
    const replaced = replaceDatabase(paths, temporary, stamps.now().replace(/\W/g, ''));
    if (!replaced.ok) return replaced;
    const { disagreements } = prepared.value;
    const missingFiles = missing.length + damaged.length;
    return ok({ keptAs: replaced.value, missingFiles, mendedFiles: mended, disagreements });
  } finally {
    for (const suffix of ['', ...suffixes]) rmSync(temporary + suffix, { force: true });
  }
}

/** A database that a restore put aside may have a log of its own. */
function copyWithLog(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}

interface Prepared {
  /** SHA-256 of the files that it needs. */
  readonly hashes: readonly string[];
  readonly disagreements: readonly string[];
}

/** Reads all of the copy, its history as it was written, and makes it a store of this version. */
function prepare(
  copy: string,
  backup: string,
  stamps: Stamps,
  finish: (db: WritableDb) => void,
  evenSo: boolean,
  paths: StorePaths,
): Result<Prepared> {
  const connection = new Database(copy, { fileMustExist: true });
  const db = handleOf(connection);
  try {
    // One file, and nothing beside it that would have to be renamed with it.
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    const head = recordedHead(db);
    const broken = [
      ...(head ? [lostSinceRecorded(db, head, 'this backup')].filter((sentence) => sentence !== null) : []),
      ...verifyLedger(db),
    ];
    if (broken.length > 0)
      return fail(
        'invalidInput',
        `The backup ${backup} is not as it was made: ${firstOf(broken)} Choose another.`,
        backup,
      );
    bringUpToDate(db, stamps);
    const disagreements = checkFacts(db).map(({ sentence }) => sentence);
    if (disagreements.length > 0 && !evenSo)
      return fail(
        'factsDiffer',
        `The history in the backup ${backup} is sound, but its facts are not what the history says: ${firstOf(disagreements)} Choose another, or restore it even so; the check will go on naming what differs.`,
        backup,
      );
    inTransaction(db, finish);
    applyPurges(db, paths, stamps);
    return ok({ hashes: heldHashes(db), disagreements });
  } finally {
    connection.close();
  }
}

function firstOf(sentences: readonly string[]): string {
  const more = sentences.length > 1 ? ` (and ${sentences.length - 1} more)` : '';
  return `${sentences[0]}${more}`;
}

/** The one step that counts. Returns the name under which the former database is kept. */
function replaceDatabase(paths: StorePaths, temporary: string, stamp: string): Result<string | null> {
  const { database } = paths;
  const kept = join(paths.folder, `store.replaced-${stamp}.sqlite`);
  const lock = existsSync(database) ? holdAlone(database) : null;
  if (lock === 'busy') {
    return fail(
      'storeBusy',
      `The store in ${paths.folder} is open in a window or another program; close it there, or restore in that window.`,
      paths.folder,
    );
  }
  try {
    // Windows renames nothing that is open; as it is closed, the database takes its journal away.
    if (process.platform === 'win32') lock?.close();
    // A log that could not be worked into its database stays with it; beside another one it would be read into that.
    for (const suffix of suffixes) if (existsSync(database + suffix)) moveFile(database + suffix, kept + suffix);
    const hadOne = existsSync(database);
    if (hadOne) keepAs(database, kept);
    publishFile(temporary, database);
    return ok(hadOne ? basename(kept) : null);
  } finally {
    lock?.close();
  }
}

/**
 * The former database, held so that nobody else has it open, its log worked into it; null where it is too damaged for
 * that, and then nobody can have it open either.
 */
function holdAlone(database: string): Database.Database | 'busy' | null {
  if (statSync(database).size === 0) return null;
  let db: Database.Database | null = null;
  try {
    db = new Database(database, { fileMustExist: true, timeout: 1000 });
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('synchronous = FULL');
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db?.close();
    return /^SQLITE_(BUSY|LOCKED)/.test(String((error as { readonly code?: unknown }).code)) ? 'busy' : null;
  }
}

/** A second name for the same file; where the file system knows no such thing, a copy. */
function keepAs(database: string, kept: string): void {
  try {
    linkSync(database, kept);
  } catch {
    copyFileSync(database, kept);
    syncFile(kept);
  }
}

function problemWith(backup: string): string | null {
  if (!existsSync(backup)) return `There is no backup at ${backup}; choose another file.`;
  if (statSync(backup).size === 0) return `The backup ${backup} is empty: it holds 0 bytes; choose another one.`;
  const notOne = `The file ${backup} is not a sound backup of a SEC Go-Live store; choose another one.`;
  let db: Database.Database | null = null;
  try {
    db = new Database(backup, { readonly: true, fileMustExist: true });
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > newestVersion)
      return `The backup ${backup} was made by a newer version of SEC Go-Live; update the app first.`;
    const state = db.pragma('integrity_check(1)', { simple: true });
    const hasLedger = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ledger'").get() !== undefined;
    return state === 'ok' && hasLedger ? null : notOne;
  } catch (error) {
    const unreadable = readErrorOf(backup, error);
    if (unreadable !== null) return `The backup ${backup} ${readFault(unreadable)}.`;
    return `The file ${backup} is not a backup of a SEC Go-Live store; choose another one.`;
  } finally {
    db?.close();
  }
}
