import { dirname, resolve } from 'node:path';
import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';

const notWritable = /^E(ISDIR|NOTDIR|EXIST|NOENT|ACCES|PERM|ROFS|NOTEMPTY)$/;

/**
 * What the file system says of a file that the caller named to be written (`out`), in a sentence about that file; null
 * where the failure is of something else, the store's own files say.
 */
export function targetErrorOf(error: unknown, input: object): AppError | null {
  const out = 'out' in input ? input.out : null;
  const { code, path, dest } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof out !== 'string' || typeof code !== 'string' || !notWritable.test(code)) return null;
  const place = resolve(out);
  // What is written stands beside it under another name until it is whole.
  const isThere = [path, dest].some(
    (one) => typeof one === 'string' && (one === place || dirname(one) === dirname(place)),
  );
  return isThere
    ? appError('invalidInput', `${out} cannot be written; name a file in a folder that can be.`, out)
    : null;
}
