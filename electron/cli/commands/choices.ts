import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';

/** `KIND:KEY#FIELD=mine|theirs`; the last sign parts them, for a key may have one in it. */
export function choicesOption(pairs: readonly string[], where: string): Result<Record<string, 'mine' | 'theirs'>> {
  const choices: Record<string, 'mine' | 'theirs'> = {};
  for (const pair of pairs) {
    const sign = pair.lastIndexOf('=');
    const side = pair.slice(sign + 1);
    if (sign <= 0 || (side !== 'mine' && side !== 'theirs'))
      return fail('usage', `${where} “${pair}” is not a choice; write KIND:KEY#FIELD=mine or =theirs.`, where);
    choices[pair.slice(0, sign)] = side;
  }
  return ok(choices);
}
