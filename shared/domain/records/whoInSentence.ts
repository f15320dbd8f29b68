import { whoInWords } from './acceptance.ts';
import type { Actor } from './profile.ts';

/** Who stands in the history where nobody said who they are: a store without a profile, a command without `--as`. */
export const notNamed: Actor = { name: 'Not named', organisation: '' };

/** Who it was, as the end of a sentence has it: `Ada Byron, SECAS`. */
export function personInWords(actor: Actor): string {
  const isNamed = actor.name !== notNamed.name || actor.organisation !== '';
  return isNamed ? whoInWords(actor) : 'somebody who gave no name';
}

/** The same within a sentence that goes on after it: `Ada Byron, SECAS,`, `Ada Byron`. */
export function whoInSentence(actor: Actor): string {
  return actor.organisation === '' ? personInWords(actor) : `${personInWords(actor)},`;
}
