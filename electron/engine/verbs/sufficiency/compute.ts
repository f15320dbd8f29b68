import { computeSufficiency } from '../../../../shared/domain/coverage/computeSufficiency.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { readRelease } from '../../releaseByName.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** What each criterion asks of its evidence, what is there, and what lacks. */
export const sufficiencyCompute = storeVerb('sufficiency.compute', (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const all = computeSufficiency(snapshotOf(store, found.value.facts, input.asOf ?? context.today(), false));
  if (input.criterion === null) return ok(all);
  const one = all.filter(({ criterion }) => criterion === input.criterion);
  if (one.length > 0) return ok(one);
  return fail(
    'notFound',
    `There is no criterion ${input.criterion} in this release; check the reference.`,
    input.criterion,
  );
});
