import { z } from 'zod';
import { listBackups } from './backups.ts';
import { inTransaction, type ReadableDb } from './db.ts';
import { type Elsewhere, readElsewhere } from './elsewhere.ts';
import { freeBytes } from './freeBytes.ts';
import { keyProblem } from './keyFile.ts';
import { readMeta, writeMeta } from './metadata.ts';
import type { Store } from './openStore.ts';

const checkedSchema = z.object({ at: z.string(), problems: z.int() });
const savedSchema = z.object({ at: z.string(), lost: z.int() });

/** How the store is looked after. Instants are UTC ISO strings. */
export interface Health {
  /** The last look at everything, and how many problems it found. */
  readonly lastCheck: z.output<typeof checkedSchema> | null;
  /** The newest copy of the database in the store's own folder; each was read through when it was made. */
  readonly lastCopy: { readonly name: string; readonly at: string } | null;
  /** The last whole backup, its files hashed on the way, and how many it had to leave out. */
  readonly lastBackup: z.output<typeof savedSchema> | null;
  /** The daily backup in a second folder; null where nobody chose one. */
  readonly elsewhere: Elsewhere | null;
  /** Why its private key cannot be read, in a sentence; null where it can. */
  readonly keyProblem: string | null;
  /** Left on the disk that holds the store. */
  readonly freeBytes: number;
}

const checkKey = 'lastCheck';
const backupKey = 'lastBackup';

export function readHealth({ db, paths }: Store): Health {
  const [newest] = listBackups(paths);
  return {
    lastCheck: read(db, checkKey, checkedSchema),
    lastCopy: newest ? { name: newest.name, at: newest.madeAt } : null,
    lastBackup: read(db, backupKey, savedSchema),
    elsewhere: readElsewhere(db),
    keyProblem: keyProblem(db),
    freeBytes: freeBytes(paths.folder),
  };
}

export function noteCheck(store: Store, at: string, problems: number): void {
  note(store, checkKey, { at, problems });
}

export function noteBackup(store: Store, at: string, lost: number): void {
  note(store, backupKey, { at, lost });
}

/** A store for reading only keeps no notes. */
function note(store: Store, key: string, value: object): void {
  if (store.readOnly === undefined) inTransaction(store.db, (db) => writeMeta(db, key, JSON.stringify(value)));
}

function read<T>(db: ReadableDb, key: string, schema: z.ZodType<T>): T | null {
  const text = readMeta(db, key);
  if (text === null) return null;
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
