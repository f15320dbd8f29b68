import { resolve } from 'node:path';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { lookOver } from '../../../store/check/lookOver.ts';
import { plainProblem } from '../../../store/check/problem.ts';
import { noteCheck } from '../../../store/health.ts';
import { checkAgainst, checkKnownHeads } from '../../knownHeads.ts';
import { storeVerb } from '../../verb.ts';

/** Looks at everything: SQLite's own check, the history's chain, facts and schema against it, and every file's hash. */
export const storeCheck = storeVerb('store.check', async (context, store, { against }) => {
  const known = against === undefined ? ok(null) : await checkAgainst(context, store, resolve(against));
  if (!known.ok) return known;
  const heads = [...(await checkKnownHeads(context, store)), ...(known.value === null ? [] : [known.value])];
  const problems = [...heads.map(plainProblem), ...(await lookOver(store))];
  noteCheck(store, context.stamps.now(), problems.length);
  return ok({ ok: problems.length === 0, problems });
});
