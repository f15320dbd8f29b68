import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { isReadFault, readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, type Result } from '../../shared/domain/foundation/result.ts';

/**
 * The input is refused as a whole. Thrown deep inside parsers that call back, and turned into a value at the edge of
 * the task (`refusable`), so that nothing but a bug leaves a task as an exception.
 */
export class Refusal extends Error {
  readonly sentence: string;

  constructor(sentence: string) {
    super(sentence);
    this.sentence = sentence;
  }
}

export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}

/** Runs `work`; a refusal, or a file that cannot be read, becomes a failure with its sentence. */
export async function refusable<Value>(shown: string, work: () => Promise<Value>): Promise<Result<Value, AppError>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return fail('invalidInput', error.sentence, shown);
    if (isReadFault(error)) return fail('invalidInput', `“${shown}” ${readFault(error)}.`, shown);
    throw error;
  }
}
