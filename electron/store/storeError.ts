import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';

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
    /SQLITE_(BUSY|LOCKED)/,
    (folder) =>
      appError(
        'storeBusy',
        `The store in ${folder} is in use by another program; close it there and try again.`,
        folder,
      ),
  ],
  [
    /SQLITE_FULL|ENOSPC/,
    (folder) =>
      appError('storeFailed', `The disk that holds ${folder} is full; free some space and try again.`, folder),
  ],
  [
    /ENAMETOOLONG/,
    (folder) =>
      appError('storeFailed', `A path under ${folder} is longer than this system allows; use a shorter name.`, folder),
  ],
  [
    /SQLITE_(READONLY|PERM|CANTOPEN)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST/,
    (folder) =>
      appError('storeFailed', `The store in ${folder} cannot be written; check the folder's permissions.`, folder),
  ],
];

/** Turns what SQLite or the file system threw into one plain sentence about the store. */
export function storeErrorOf(error: unknown, folder: string): AppError {
  const code = (error as { readonly code?: unknown }).code;
  const text = `${typeof code === 'string' ? code : ''} ${error instanceof Error ? error.message : String(error)}`;
  const known = sentences.find(([pattern]) => pattern.test(text));
  return known ? known[1](folder) : appError('storeFailed', `The store in ${folder} failed: ${text.trim()}.`, folder);
}

/** Whether this is a failure of SQLite or the file system rather than a bug. */
export function isStoreFailure(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return (
    typeof code === 'string' &&
    (/^SQLITE_(?!ERROR|CONSTRAINT|MISUSE|RANGE|MISMATCH)/.test(code) ||
      /^E(NOSPC|ACCES|PERM|ROFS|IO|DQUOT|NAMETOOLONG)$/.test(code))
  );
}
