import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { judge } from '../../judged.ts';
import { heldUpBy } from '../../packs/heldUp.ts';
import { storeVerb } from '../../verb.ts';

/** As many as somebody reads before they give a reason; the pack lists them all. */
const mostShown = 10;

/** What holds up a final of that day: judged as the final is, to which nothing is *not due* that has to be done before it. */
export const packBlockers = storeVerb('pack.blockers', (context, store, input) =>
  judge(
    context,
    store,
    input,
    (snapshot) => {
      const { blockers, sha256 } = heldUpBy(computeReadiness(snapshot).findings);
      const notMet = blockers.filter(({ outcome }) => outcome === 'notMet').length;
      return { notMet, cannotTell: blockers.length - notMet, first: blockers.slice(0, mostShown), sha256 };
    },
    true,
  ),
);
