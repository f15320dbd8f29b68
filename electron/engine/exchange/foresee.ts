import type { InspectedBundle } from '../../../shared/contract/bundle.ts';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { forTrial, inTransaction } from '../../store/db.ts';
import { readFacts } from '../../store/facts.ts';
import type { Store } from '../../store/openStore.ts';
import { beginChanges } from '../beginChanges.ts';
import type { EngineContext } from '../context.ts';
import { readinessOf } from '../snapshotOf.ts';
import { applyPlan } from './applyPlan.ts';
import type { NamedBundle } from './inOurNames.ts';
import type { BundlePlan } from './planBundle.ts';

type Foreseen = InspectedBundle['readiness'];

/**
 * How the release stands and would stand. The plan is written and taken back in one transaction, so that what is shown is
 * what applying it gives, and nobody ever sees it half done.
 */
export function foresee(
  context: EngineContext,
  store: Store,
  named: NamedBundle,
  { merge, refused }: BundlePlan,
  asOf: CalendarDate,
): Foreseen {
  const standing = () => {
    const facts = readFacts(store.db, named.manifest.release.id);
    return facts ? readinessOf(store, facts, asOf).summary : null;
  };
  const before = standing();
  if (refused.length > 0) return { before, after: null };
  if (merge.records.length === 0) return { before, after: before };
  return forTrial((leave) =>
    inTransaction(store.db, (db) => {
      const set = beginChanges(context, db, { role: null, onBehalf: false, restates: true, leftOut: null });
      applyPlan(set, merge, { ...named, history: [] });
      return leave({ before, after: standing() });
    }),
  );
}
