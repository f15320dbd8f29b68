import { ok } from '../../../../shared/domain/foundation/result.ts';
import { releaseStandingOf } from '../../../../shared/domain/readiness/releaseStanding.ts';
import { readReleases } from '../../../store/facts.ts';
import { readinessOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** Every release of the store with its date and how it stands today, or on the day that is judged on. */
export const releaseList = storeVerb('release.list', (context, store, input) => {
  const day = input.asOf ?? context.today();
  const items = readReleases(store.db).flatMap((row) => {
    const facts = context.cache.read(store.db, row.id);
    if (!facts) return [];
    return [{ ...row, ...releaseStandingOf(facts, readinessOf(store, facts, day), day) }];
  });
  return ok(items.sort((left, right) => ((left.goLive ?? '9') < (right.goLive ?? '9') ? 1 : -1)));
});
