import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { judge } from '../../judged.ts';
import { storeVerb } from '../../verb.ts';

export const readinessCompute = storeVerb('readiness.compute', (context, store, input) =>
  judge(context, store, input, computeReadiness),
);
