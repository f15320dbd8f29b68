import type { Finding } from '../../shared/domain/findings/finding.ts';
import type { ViewHistories } from '../../shared/domain/readiness/viewHistory.ts';
import { bodyOf } from '../../shared/domain/records/bodies.ts';
import type { View } from '../../shared/domain/records/committees.ts';
import { viewKey } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { bodiesPutTo, isPutTo } from '../../shared/domain/rulebook/bodiesOfRelease.ts';

export interface PositionCounts {
  readonly body: string;
  readonly supports: number;
  readonly conditions: number;
  readonly against: number;
  readonly stale: number;
  readonly notAsked: number;
}

/** Views that no longer stand as given, by body and criterion, and what changed since. */
export function staleViews(findings: readonly Finding[]): ReadonlyMap<string, string> {
  return new Map(
    findings
      .filter((each) => each.rule === 'input.fresh' && each.outcome === 'notMet')
      .map((each) => [staleKeyOf(each.subject ?? ''), each.sentence]),
  );
}

/** `Operations Group/AC-01` is `OPSG/AC-01`. */
function staleKeyOf(subject: string): string {
  const at = subject.indexOf('/');
  return at < 0 ? subject : viewKey({ body: bodyOf(subject.slice(0, at)), criterion: subject.slice(at + 1) });
}

/** How each body stands to the criteria that are put to it. */
export function positionCounts(
  facts: ReleaseFacts,
  histories: ViewHistories,
  findings: readonly Finding[],
): readonly PositionCounts[] {
  const stale = staleViews(findings);
  return bodiesPutTo(facts).map((body) => {
    const criteria = facts.criteria.filter((criterion) => isPutTo(criterion, body));
    const views = criteria.map((criterion) => histories.of(body, criterion.reference));
    const count = (position: View['position']) => views.filter((one) => one.standing?.position === position).length;
    return {
      body,
      supports: count('supports'),
      conditions: count('supportsWithConditions'),
      against: count('doesNotSupport'),
      stale: criteria.filter((criterion) => stale.has(viewKey({ body, criterion: criterion.reference }))).length,
      notAsked: views.filter((one) => one.standing === null && one.asked === null).length,
    };
  });
}
