import type { AppError } from '../../shared/domain/foundation/appError.ts';
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

/** Sentences for what the file system says of a file that somebody chose. */
const systemSentences: Readonly<Record<string, string>> = {
  ENOENT: 'is not there any more; choose it again',
  EACCES: 'may not be read by you; ask its owner, or copy it to a folder of your own',
  EPERM: 'may not be read by you; ask its owner, or copy it to a folder of your own',
  EBUSY: 'is in use by another program; close it there and try again',
  EISDIR: 'is a folder; choose a file in it',
  ENAMETOOLONG: 'has a longer name than this system allows; rename it',
  EIO: 'could not be read from its disk; copy it to another place and try again',
};

/** Runs `work`; a refusal, or a file that cannot be read, becomes a failure with its sentence. */
export async function refusable<Value>(shown: string, work: () => Promise<Value>): Promise<Result<Value, AppError>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return fail('invalidInput', error.sentence, shown);
    const code = (error as NodeJS.ErrnoException | null)?.code;
    const what = typeof code === 'string' ? systemSentences[code] : undefined;
    if (what) return fail('invalidInput', `“${shown}” ${what}.`, shown);
    throw error;
  }
}
