import { openBlockers } from '../../../../shared/domain/findings/finding.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { judge } from '../../judged.ts';
import { storeVerb } from '../../verb.ts';

/** What holds up a final of that day: judged as the final is, to which nothing is *not due* that has to be done before it. */
export const packBlockers = storeVerb('pack.blockers', (context, store, input) =>
  judge(context, store, input, (snapshot) => [...openBlockers(computeReadiness(snapshot).findings)], true),
);
