import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';
import { writeFault } from '../../shared/domain/foundation/fileFault.ts';
import { isHeld } from '../store/moveFile.ts';

const notWritable = /^E(ISDIR|NOTDIR|EXIST|NOENT|ACCES|PERM|ROFS|NOTEMPTY|BUSY|NAMETOOLONG)$/;

/**
 * What the file system says of a file that the caller named to be written (`out`), in a sentence about that file; null
 * where the failure is of something else, the store's own files say.
 */
export function targetErrorOf(error: unknown, input: object, platform = process.platform): AppError | null {
  const out = 'out' in input ? input.out : null;
  const { code, path, dest } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof out !== 'string' || typeof code !== 'string' || !notWritable.test(code)) return null;
  const place = resolve(out);
  // What is written stands beside it under another name until it is whole.
  const isThere = [path, dest].some(
    (one) => typeof one === 'string' && (one === place || dirname(one) === dirname(place)),
  );
  if (!isThere) return null;
  // Windows says of a file that is open elsewhere what it says of one that may not be replaced.
  const isOpen = dest === place && isHeld(error, platform) && existsSync(place);
  const what = isOpen
    ? 'is open in another program, or may not be replaced; close it there, or name another file'
    : writeFault(error);
  return appError('invalidInput', `${out} ${what}.`, out);
}
