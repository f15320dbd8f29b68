import { fail } from '../../shared/domain/foundation/result.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

/** What came back from readers, as files that were dropped. */
export function createAnswerVerbs(
  held: HeldPaths,
  call: LongWork['call'],
): Pick<MainVerbs, 'paper.readFile' | 'pack.commentsFile'> {
  const gone = fail('notFound', 'This file is no longer held; drop it again.');
  return {
    'paper.readFile': async ({ source, ...input }) => {
      const file = held.find(source);
      return file === null ? gone : call('paper.read', { ...input, file });
    },
    'pack.commentsFile': async ({ source, ...input }) => {
      const file = held.find(source);
      return file === null ? gone : call('pack.comments', { ...input, file });
    },
  };
}
