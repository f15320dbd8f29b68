import { existsSync, mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { backUpBeforeMigration } from './backups.ts';
import { inTransaction, type ReadableDb } from './db.ts';
import { appendEntry } from './ledger.ts';
import { writeMeta } from './metadata.ts';
import { migrations, newestVersion } from './migrations/migrations.ts';
import { storeErrorOf } from './storeError.ts';
import { type StorePaths, storePaths } from './storePaths.ts';

export interface Store {
  readonly db: ReadableDb;
  readonly paths: StorePaths;
}

/** Clock and ids come from outside, so that tests and replays are exact. */
export interface Stamps {
  readonly now: () => string;
  readonly newId: () => string;
}

/**
 * Opens the store in `folder`, making it where there is none, and brings its schema up to date (after a backup).
 * Fails with storeNewer, storeCorrupt, storeBusy or storeFailed; a failing open changes nothing.
 */
export function openStore(folder: string, stamps: Stamps): Result<Store> {
  const paths = storePaths(folder);
  let db: ReadableDb | null = null;
  try {
    mkdirSync(folder, { recursive: true });
    const isNew = !existsSync(paths.database);
    db = new Database(paths.database, { timeout: 5000 }) as ReadableDb;
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > newestVersion) {
      db.close();
      return fail(
        'storeNewer',
        `The store in ${folder} was made by a newer version of SEC Go-Live (store version ${version}, this app knows ${newestVersion}); update the app, or open another store.`,
        folder,
      );
    }
    configure(db);
    const damage = isNew ? null : findDamage(db, folder, version);
    if (damage) {
      db.close();
      return err(damage);
    }
    if (version < newestVersion) migrate(db, paths, version, stamps);
    return ok({ db, paths });
  } catch (error) {
    db?.close();
    return err(storeErrorOf(error, folder));
  }
}

/** `synchronous` is set on every open: the build drops to NORMAL after the first WAL write otherwise (design.md, rule 5). */
function configure(db: ReadableDb): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
}

/** A quick look that finds a damaged file at start-up; `store check` looks at everything. */
function findDamage(db: ReadableDb, folder: string, version: number): AppError | null {
  const names = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  if (version > 0 && !names.some((row) => row.name === 'ledger')) return storeErrorOf(new Error('no ledger'), folder);
  if (version > 0) db.prepare('SELECT seq FROM ledger ORDER BY seq DESC LIMIT 1').get();
  return null;
}

function migrate(db: ReadableDb, paths: StorePaths, from: number, stamps: Stamps): void {
  if (from > 0) backUpBeforeMigration(db, paths, from);
  inTransaction(db, (writable) => {
    if ((writable.pragma('user_version', { simple: true }) as number) >= newestVersion) return;
    for (const migration of migrations.filter((step) => step.number > from)) {
      writable.exec(migration.sql);
      writable.pragma(`user_version = ${migration.number}`);
    }
    if (from > 0) return;
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
