import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { joinWords } from '../../shared/domain/foundation/words.ts';
import { listBackups } from './backups.ts';
import type { StorePaths } from './storePaths.ts';

/** What is left of a store whose database is gone; null where there never was one. */
export interface Remains {
  /** Evidence, final packs and papers, still under their SHA-256. */
  readonly files: number;
  readonly backups: number;
  /** Whether the database's log is still there: its last changes. */
  readonly hasLog: boolean;
  /** Whether its private key is still there, which is made only in a store that was in use. */
  readonly hasKey: boolean;
}

/** Whether the folder holds a database with anything in it. */
export function hasDatabase(paths: StorePaths): boolean {
  return existsSync(paths.database) && statSync(paths.database).size > 0;
}

/** A folder with files or backups and no database is a store that lost it, never a new one. */
export function remainsOf(paths: StorePaths): Remains | null {
  const log = `${paths.database}-wal`;
  const remains = {
    files: countFiles(paths),
    backups: listBackups(paths).length,
    hasLog: existsSync(log) && statSync(log).size > 0,
    hasKey: existsSync(join(paths.folder, 'private.key')),
  };
  return remains.files > 0 || remains.backups > 0 || remains.hasLog || remains.hasKey ? remains : null;
}

/** How many content-addressed files lie in the store's files folder. */
export function countFiles(paths: StorePaths): number {
  if (!existsSync(paths.files)) return 0;
  return readdirSync(paths.files)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .reduce((sum, name) => sum + readdirSync(join(paths.files, name)).filter(isContent).length, 0);
}

function isContent(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/** One sentence for a person who finds the database gone. */
export function sentenceOf(folder: string, { files, backups, hasLog, hasKey }: Remains, isEmpty: boolean): string {
  const what = [
    ...(files > 0 ? [files === 1 ? '1 file' : `${files} files`] : []),
    ...(backups > 0 ? [backups === 1 ? '1 backup' : `${backups} backups`] : []),
    ...(hasLog ? ['its log'] : []),
    ...(hasKey ? ['its key'] : []),
  ];
  const gone = isEmpty ? 'is empty' : 'is missing';
  const mend = backups > 0 ? 'restore a backup' : 'restore a backup from elsewhere';
  const isOne = what.length === 1 && files <= 1 && backups <= 1;
  return `The database of the store in ${folder} ${gone}, but ${joinWords(what)} ${isOne ? 'is' : 'are'} still there; ${mend}, or open another store.`;
}
