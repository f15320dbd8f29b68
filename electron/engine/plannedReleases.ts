import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import type { PlannedRelease } from '../../shared/domain/portfolio/computePortfolio.ts';
import { readReleases } from '../store/facts.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';
import { snapshotOf } from './snapshotOf.ts';

export function planned(
  context: EngineContext,
  store: Store,
  asOf: ReturnType<EngineContext['today']>,
): PlannedRelease[] {
  return readReleases(store.db).flatMap(({ id, archived }) => {
    const facts = archived ? null : context.cache.read(store.db, id);
    return facts ? [{ id, facts, plan: computePlan(snapshotOf(store, facts, asOf, false)) }] : [];
  });
}
