import type { Finding } from '../../shared/domain/readiness/finding.ts';
import type { View } from '../../shared/domain/records/committees.ts';
import { viewKey } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';

export interface PositionCounts {
  readonly body: string;
  readonly supports: number;
  readonly conditions: number;
  readonly against: number;
  readonly stale: number;
  readonly notAsked: number;
}

/** The latest view of each body on each criterion, by `TAG/AC-01`. */
export function latestViews(views: readonly View[]): ReadonlyMap<string, View> {
  const latest = new Map<string, View>();
  for (const view of views) {
    const known = latest.get(viewKey(view));
    if (!known || (known.on ?? known.askedOn ?? '') <= (view.on ?? view.askedOn ?? '')) latest.set(viewKey(view), view);
  }
  return latest;
}

/** How each body stands to the criteria that are put to it. */
export function positionCounts(facts: ReleaseFacts, findings: readonly Finding[]): readonly PositionCounts[] {
  const latest = latestViews(facts.views);
  const stale = new Set(
    findings.filter((each) => each.rule === 'input.fresh' && each.outcome === 'notMet').map((each) => each.subject),
  );
  const bodies = [...new Set(facts.criteria.flatMap((criterion) => criterion.bodies ?? []))].sort();
  return bodies.map((body) => {
    const keys = facts.criteria
      .filter((criterion) => criterion.bodies?.includes(body))
      .map((criterion) => viewKey({ body, criterion: criterion.reference }));
    const count = (position: View['position']) => keys.filter((key) => latest.get(key)?.position === position).length;
    return {
      body,
      supports: count('supports'),
      conditions: count('supportsWithConditions'),
      against: count('doesNotSupport'),
      stale: keys.filter((key) => stale.has(key)).length,
      notAsked: keys.filter((key) => !latest.has(key)).length,
    };
  });
}
