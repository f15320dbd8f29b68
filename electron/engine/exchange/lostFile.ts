import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import type { ReadableDb } from '../../store/db.ts';
import { nameOfFile } from '../../store/nameOfFile.ts';

/** Refuses what needs a file that the store should hold and has not, or not as it was: it is named as people know it. */
export function lostFile(db: ReadableDb, sha256: string, what: 'is missing from' | 'was changed in'): Result<never> {
  const { record, words } = nameOfFile(db, sha256);
  return fail('storeFailed', `${words} ${what} the store's files folder; restore it from a backup.`, record ?? sha256);
}
