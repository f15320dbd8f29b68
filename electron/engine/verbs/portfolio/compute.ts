import { ok } from '../../../../shared/domain/foundation/result.ts';
import { computePortfolio } from '../../../../shared/domain/portfolio/computePortfolio.ts';
import { planned } from '../../plannedReleases.ts';
import { storeVerb } from '../../verb.ts';

/** All living releases' dates together, and where they get in each other's way. */
export const portfolioCompute = storeVerb('portfolio.compute', (context, store, input) => {
  const asOf = input.asOf ?? context.today();
  return ok(computePortfolio(planned(context, store, asOf), asOf));
});
