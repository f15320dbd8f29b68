import { computeSlip } from '../../../../shared/domain/planning/computeSlip.ts';
import { judge } from '../../judged.ts';
import { storeVerb } from '../../verb.ts';

/** The earliest date, and slot, that meets every lead time. */
export const slipCompute = storeVerb('slip.compute', (context, store, input) =>
  judge(context, store, input, computeSlip),
);
