import { computeCoverage } from '../../../../shared/domain/coverage/computeCoverage.ts';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readRelease } from '../../releaseByName.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** Modification × criterion × evidence × view, with its holes. */
export const coverageCompute = storeVerb('coverage.compute', (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  return ok(computeCoverage(snapshotOf(store, found.value.facts, input.asOf ?? context.today(), false)));
});
