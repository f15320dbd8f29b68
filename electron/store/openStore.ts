import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { appError } from '../../shared/domain/foundation/appError.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { backUpBeforeMigration } from './backups.ts';
import { inTransaction, type ReadableDb } from './db.ts';
import { makeFolder } from './durableFile.ts';
import { hasFormerKeys, moveKeysOut } from './keyFile.ts';
import { appendEntry } from './ledger.ts';
import { writeMeta } from './metadata.ts';
import { migrations, newestVersion } from './migrations/migrations.ts';
import { openToRead } from './openToRead.ts';
import { keepForOwner } from './ownerOnly.ts';
import { applyPurges } from './purge/applyPurges.ts';
import { readErrorOf } from './readError.ts';
import { hasDatabase, remainsOf, sentenceOf } from './remains.ts';
import { releaseReserve } from './reserve.ts';
import type { Stamps } from './stamps.ts';
import { connectionOf, handleOf, statement } from './statement.ts';
import { isWriteRefused, storeErrorOf } from './storeError.ts';
import { type StorePaths, storePaths } from './storePaths.ts';
import { lookBefore, upgradeHistory } from './upgradeHistory.ts';

export type { Stamps } from './stamps.ts';

export interface Store {
  readonly db: ReadableDb;
  readonly paths: StorePaths;
  /** Why it can only be read, in a sentence; absent where it can be changed. */
  readonly readOnly?: string;
}

/**
 * Opens the store in `folder`, making it where there is none, and brings its schema up to date (after a backup). A store
 * that cannot be written (a full disk, a folder that is for reading only) is opened to read. Fails with storeNewer,
 * storeCorrupt, storeBusy or storeFailed; a failing open changes nothing.
 */
export function openStore(folder: string, stamps: Stamps): Result<Store> {
  const paths = storePaths(folder);
  const opened = tryToOpen(paths, stamps);
  if (opened.store) return opened.store;
  if (releaseReserve(paths)) {
    const again = tryToOpen(paths, stamps);
    if (again.store) return again.store;
  }
  const error = storeErrorOf(readErrorOf(paths.database, opened.refused) ?? opened.refused, folder);
  if (!isWriteRefused(opened.refused) || !hasDatabase(paths)) return err(error);
  const db = openToRead(paths, (copy) => bringUpToDate(copy, stamps));
  if (!db) return err(error);
  const readOnly = `${error.message} Until then it is open to read and to export; nothing can be changed.`;
  return ok({ db, paths, readOnly });
}

/** What came of one attempt: a store, a refusal that stands, or what the system threw. */
type Attempt = { readonly store: Result<Store> } | { readonly store: null; readonly refused: unknown };

function tryToOpen(paths: StorePaths, stamps: Stamps): Attempt {
  const { folder, database } = paths;
  let connection: Database.Database | null = null;
  const refuse = (store: Result<never>): Attempt => {
    connection?.close();
    return { store };
  };
  try {
    makeFolder(folder);
    if (!hasDatabase(paths)) {
      const remains = remainsOf(paths);
      if (remains) return refuse(corrupt(folder, sentenceOf(folder, remains, existsSync(database))));
    }
    connection = new Database(database, { timeout: 5000 });
    const db = handleOf(connection);
    const file = statSync(database).ino;
    const version = connection.pragma('user_version', { simple: true }) as number;
    if (version > newestVersion) {
      return refuse(
        fail(
          'storeNewer',
          `The store in ${folder} was made by a newer version of SEC Go-Live (store version ${version}, this app knows ${newestVersion}); update the app, or open another store.`,
          folder,
        ),
      );
    }
    if (isStrange(db, version)) return refuse(err(storeErrorOf(new Error('no ledger'), folder)));
    const remains = version === 0 ? remainsOf(paths) : null;
    if (remains) return refuse(corrupt(folder, sentenceOf(folder, remains, true)));
    configure(connection);
    // A restore put another file in this one's place while we waited for it.
    if (statSync(database).ino !== file) {
      connection.close();
      return tryToOpen(paths, stamps);
    }
    if (version > 0) statement(db, 'SELECT seq FROM ledger ORDER BY seq DESC LIMIT 1').get();
    if (version > 0 && version < newestVersion) backUpBeforeMigration(db, paths, version);
    bringUpToDate(db, stamps);
    if (hasFormerKeys(db)) inTransaction(db, moveKeysOut);
    applyPurges(db, paths, stamps);
    keepForOwner(paths);
    return { store: ok({ db, paths }) };
  } catch (error) {
    connection?.close();
    return { store: null, refused: error };
  }
}

function corrupt(folder: string, sentence: string): Result<never> {
  return err(appError('storeCorrupt', sentence, folder));
}

/** `synchronous` is set on every open: the build drops to NORMAL after the first WAL write otherwise (docs/design.md, rule 5). */
function configure(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
}

/** A database that is none of ours, or lost its history. A quick look; `store check` looks at everything. */
function isStrange(db: ReadableDb, version: number): boolean {
  const names = statement<[], { name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return version > 0 ? !names.some((row) => row.name === 'ledger') : names.length > 0;
}

/** Runs the steps of the schema that are still to come, all or none; a new database gets its id and first entry. */
export function bringUpToDate(db: ReadableDb, stamps: Stamps): void {
  const connection = connectionOf(db);
  const version = () => connection.pragma('user_version', { simple: true }) as number;
  if (version() >= newestVersion) return;
  inTransaction(db, (writable) => {
    const from = version();
    if (from >= newestVersion) return;
    const before = from > 0 ? lookBefore(writable, from) : null;
    for (const migration of migrations.filter((step) => step.number > from)) {
      connection.exec(migration.sql);
      connection.pragma(`user_version = ${migration.number}`);
    }
    if (before) {
      upgradeHistory(writable, before, stamps);
      return;
    }
    const storeId = stamps.newId();
    writeMeta(writable, 'storeId', storeId);
    appendEntry(writable, {
      id: stamps.newId(),
      at: stamps.now(),
      actor: 'SEC Go-Live',
      organisation: '',
      storeId,
      action: 'createStore',
      releaseId: null,
      kind: null,
      recordId: null,
      recordKey: null,
      changes: [],
      batch: [],
      note: null,
    });
  });
}
