import { closeSync, existsSync, openSync } from 'node:fs';

/**
 * Why a database cannot be opened, as the system says it: SQLite answers SQLITE_CANTOPEN alone, be it held by another
 * program, kept online or not ours to read. Null where the system opens it. Asked only after SQLite could not: to close
 * a second handle would end the locks of the first.
 */
export function readErrorOf(database: string, refused: unknown): unknown {
  if ((refused as { readonly code?: unknown } | null)?.code !== 'SQLITE_CANTOPEN' || !existsSync(database)) return null;
  try {
    closeSync(openSync(database, 'r'));
    return null;
  } catch (error) {
    return error;
  }
}
