import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';

const failed = (sentence: (folder: string) => string) => (folder: string) =>
  appError('storeFailed', sentence(folder), folder);

const full = /SQLITE_FULL|ENOSPC|EDQUOT/;
const refusedWrite = /SQLITE_(READONLY|PERM|CANTOPEN)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST/;
const faulty = /SQLITE_IOERR|EIO\b/;

/** Every failure of SQLite or the file system that a person may meet, in words; their codes are for the log. */
const sentences: readonly (readonly [RegExp, (folder: string) => AppError])[] = [
  [
    /SQLITE_(CORRUPT|NOTADB)|malformed|not a database|no ledger/,
    (folder) =>
      appError(
        'storeCorrupt',
        `The store in ${folder} is damaged and cannot be read; restore one of its backups or open another store.`,
        folder,
      ),
  ],
  [
    /SQLITE_(BUSY|LOCKED|PROTOCOL)|EBUSY/,
    (folder) =>
      appError(
        'storeBusy',
        `The store in ${folder} is in use by another program; close it there and try again.`,
        folder,
      ),
  ],
  [full, failed((folder) => `The disk that holds ${folder} is full; free some space and try again.`)],
  [/ENAMETOOLONG/, failed((folder) => `A path under ${folder} is longer than this system allows; use a shorter name.`)],
  [refusedWrite, failed((folder) => `The store in ${folder} cannot be written; check the folder's permissions.`)],
  [
    faulty,
    failed(
      (folder) =>
        `The disk that holds ${folder} reported a fault; check the disk or the network drive, make a backup elsewhere and try again.`,
    ),
  ],
  [
    /SQLITE_(NOMEM|TOOBIG)|ENOMEM/,
    failed(
      (folder) => `There is not enough memory to work on the store in ${folder}; close other programs and try again.`,
    ),
  ],
  [
    /EMFILE|ENFILE/,
    failed(
      (folder) =>
        `Too many files are open on this machine to open the store in ${folder}; close other programs and try again.`,
    ),
  ],
];

function textOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return `${typeof code === 'string' ? code : ''} ${error instanceof Error ? error.message : String(error)}`;
}

/** Turns what SQLite or the file system threw into one plain sentence about the store. */
export function storeErrorOf(error: unknown, folder: string): AppError {
  const text = textOf(error);
  const known = sentences.find(([pattern]) => pattern.test(text));
  if (known) return known[1](folder);
  return appError(
    'storeFailed',
    `The store in ${folder} could not be used, and the system did not say why. Start the app again; if it stays so, restore a backup.`,
    folder,
  );
}

/** Whether the disk is full, or the store is not to be written: it may still be read. */
export function isWriteRefused(error: unknown): boolean {
  const text = textOf(error);
  return [full, refusedWrite, faulty].some((pattern) => pattern.test(text));
}

export function isDiskFull(error: unknown): boolean {
  return full.test(textOf(error));
}

/** Whether this is a failure of SQLite or the file system rather than a bug. */
export function isStoreFailure(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return (
    typeof code === 'string' &&
    (/^SQLITE_(?!ERROR|CONSTRAINT|MISUSE|RANGE|MISMATCH)/.test(code) ||
      /^(E(NOSPC|ACCES|PERM|ROFS|IO|BUSY|DQUOT|NAMETOOLONG|MFILE|NFILE|NOMEM)|UNKNOWN)$/.test(code))
  );
}
