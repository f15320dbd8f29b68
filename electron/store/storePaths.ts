import { join } from 'node:path';

/** What lies in a store's folder. Everything a user must back up is in it. */
export interface StorePaths {
  readonly folder: string;
  readonly database: string;
  /** Content-addressed files: evidence and final packs. */
  readonly files: string;
  readonly backups: string;
}

export function storePaths(folder: string): StorePaths {
  return {
    folder,
    database: join(folder, 'store.sqlite'),
    files: join(folder, 'files'),
    backups: join(folder, 'backups'),
  };
}

/** Whether a name at the top of a store's folder is one of the store's own, in any case: some systems take `FILES` for `files`. */
export function isOwnName(name: string): boolean {
  return /^(store\..*|files|backups|previews|private\.key.*|purged\.jsonl.*|\.reserve.*)$/is.test(name);
}
