import { existsSync, linkSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import {
  type CalendarDate,
  calendarDateSchema,
  isCalendarDate,
  plusMonths,
} from '../../shared/domain/calendar/calendarDate.ts';
import { attachmentPath } from './attachments.ts';
import { type Backup, backUpWithFiles, type LostFiles } from './backups.ts';
import { heldHashes } from './bringFiles.ts';
import { inTransaction, type ReadableDb } from './db.ts';
import { makeFolder } from './durableFile.ts';
import { ownIds } from './formerIds.ts';
import { readMeta, readStoreId, removeMeta, writeMeta } from './metadata.ts';
import type { Store } from './openStore.ts';

/** The second folder of this store. It is the store's own affair: no other store hears of it. */
const elsewhereSchema = z.object({
  folder: z.string(),
  /** The last backup that was made there: when (a UTC ISO instant), on which day in London, and what it had to leave out. */
  last: z.object({ at: z.string(), day: calendarDateSchema, file: z.string(), lost: z.int() }).nullable(),
  tested: z.object({ at: z.string(), day: calendarDateSchema, problems: z.array(z.string()) }).nullable(),
  problem: z.string().nullable(),
});
export type Elsewhere = Readonly<z.output<typeof elsewhereSchema>>;

const key = 'backupElsewhere';
/** A week: a mistake is seen by then, and the folder does not grow for ever. */
const daysKept = 7;
const monthsBetweenTests = 12;

export function readElsewhere(db: ReadableDb): Elsewhere | null {
  const text = readMeta(db, key);
  if (text === null) return null;
  const parsed = elsewhereSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** Another folder begins anew; null: no second folder any more. */
export function keepElsewhere({ db }: Store, folder: string | null): void {
  inTransaction(db, (writable) => {
    if (folder === null) removeMeta(writable, key);
    else if (readElsewhere(writable)?.folder !== folder)
      writeMeta(writable, key, JSON.stringify({ folder, last: null, tested: null, problem: null } satisfies Elsewhere));
  });
}

/** What came of it, noted in one transaction; nothing where the folder was given up or changed meanwhile. */
export function noteElsewhere({ db }: Store, folder: string, change: Partial<Elsewhere>): void {
  inTransaction(db, (writable) => {
    const known = readElsewhere(writable);
    if (known?.folder === folder) writeMeta(writable, key, JSON.stringify({ ...known, ...change }));
  });
}

/** One a day, and again after one that could not be made. */
export function isBackupDue({ last, problem }: Elsewhere, today: CalendarDate): boolean {
  return last === null || problem !== null || last.day < today;
}

/** Once a year, of what is there, and again after one that went wrong as soon as there is a newer backup. */
export function isTestDue({ last, tested }: Elsewhere, today: CalendarDate): boolean {
  if (last === null) return false;
  if (tested === null) return true;
  if (tested.problems.length > 0) return last.at > tested.at;
  return plusMonths(tested.day, monthsBetweenTests) <= today;
}

/**
 * A whole backup named after its day. What the one before already holds is linked rather than copied, where the disk can
 * do so; every file is hashed all the same. The oldest beyond a week go.
 */
export async function backUpElsewhere(
  { db, paths }: Store,
  { folder, last }: Elsewhere,
  today: CalendarDate,
): Promise<LostFiles & { readonly file: string }> {
  const file = join(folder, nameOf(db, today));
  const isNew = !existsSync(`${file}.files`);
  try {
    if (last && last.file !== file) linkFiles(heldHashes(db), `${last.file}.files`, `${file}.files`);
    const lost = await backUpWithFiles(db, paths, file);
    prune(db, folder);
    return { ...lost, file };
  } catch (error) {
    if (isNew) rmSync(`${file}.files`, { recursive: true, force: true });
    throw error;
  }
}

/** One that cannot be removed now stays, and is tried again with the next backup. */
function prune(db: ReadableDb, folder: string): void {
  for (const old of ownBackups(db, folder).slice(daysKept)) {
    try {
      removeBackup(join(folder, old));
    } catch (error) {
      if ((error as { readonly code?: unknown }).code === undefined) throw error;
    }
  }
}

function nameOf(db: ReadableDb, day: CalendarDate): string {
  return `${prefixOf(readStoreId(db))}${day}.sqlite`;
}

/** Two stores may use one folder. */
const prefixOf = (storeId: string) => `SEC Go-Live ${storeId.slice(0, 8)} `;

/** Newest first, those under an id that this store had before as well; what else lies in the folder is nobody's to touch. */
function ownBackups(db: ReadableDb, folder: string): readonly string[] {
  const prefixes = ownIds(db).map(prefixOf);
  const dayOf = (name: string) => {
    const prefix = prefixes.find((one) => name.startsWith(one));
    return prefix !== undefined && name.endsWith('.sqlite') ? name.slice(prefix.length, -'.sqlite'.length) : '';
  };
  return readdirSync(folder)
    .filter((name) => isCalendarDate(dayOf(name)))
    .sort((one, other) => (dayOf(one) < dayOf(other) ? 1 : -1));
}

/** The daily backups there, newest first; null: the folder is not there now. */
export function backupsElsewhere(db: ReadableDb): readonly Backup[] | null {
  const elsewhere = readElsewhere(db);
  if (!elsewhere) return [];
  const { folder } = elsewhere;
  if (!existsSync(folder)) return elsewhere.last ? null : [];
  return ownBackups(db, folder).map((name) => {
    const path = join(folder, name);
    const { mtime, size } = statSync(path);
    return { name, path, madeAt: mtime.toISOString(), bytes: size };
  });
}

function removeBackup(file: string): void {
  rmSync(file, { force: true });
  rmSync(`${file}.files`, { recursive: true, force: true });
}

function linkFiles(hashes: readonly string[], from: string, to: string): void {
  for (const sha256 of hashes) {
    const [source, target] = [attachmentPath(from, sha256), attachmentPath(to, sha256)];
    if (!existsSync(source) || existsSync(target)) continue;
    makeFolder(dirname(target));
    try {
      linkSync(source, target);
    } catch {
      // A disk that has no links gets copies.
      return;
    }
  }
}
