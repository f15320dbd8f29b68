import { fail } from '../../shared/domain/foundation/result.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

/** What came back from readers, as files that were dropped. */
export function createAnswerVerbs(held: HeldPaths, call: LongWork['call']): Pick<MainVerbs, 'paper.readFile'> {
  return {
    'paper.readFile': async ({ source, ...input }) => {
      const file = held.find(source);
      if (file === null) return fail('notFound', 'This file is no longer held; drop it again.');
      return call('paper.read', { ...input, file });
    },
  };
}
