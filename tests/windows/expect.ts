import { isDeepStrictEqual } from 'node:util';
import type { Run } from './machine.ts';

/** A run that ended as it must; anything else is thrown with what the command said. */
export function ended(run: Run, code: number, what: string): Run {
  if (run.code === code) return run;
  throw new Error(`${what} ended with ${run.code} instead of ${code}: ${(run.err || run.out).trim().slice(0, 600)}`);
}

/** A refusal in one sentence: no stack, no bug's number, and the words that matter. */
export function refused(run: Run, codes: readonly number[], words: RegExp, what: string): string {
  const { error } = run.json<{ readonly error?: { readonly kind: string; readonly message: string } }>();
  if (!codes.includes(run.code ?? -1) || !error)
    throw new Error(`${what} ended with ${run.code} and no refusal: ${(run.err || run.out).trim().slice(0, 600)}`);
  if (error.kind === 'unexpected' || !words.test(error.message) || /\bE[A-Z]{3,}:/.test(error.message))
    throw new Error(`${what} said: ${error.message}`);
  return error.message;
}

export function same(found: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

export function holds(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}
