import { computePlan } from '../../../../shared/domain/planning/computePlan.ts';
import { judge } from '../../judged.ts';
import { storeVerb } from '../../verb.ts';

/** The last useful day for everything that somebody still has to do. */
export const planCompute = storeVerb('plan.compute', (context, store, input) =>
  judge(context, store, input, computePlan),
);
