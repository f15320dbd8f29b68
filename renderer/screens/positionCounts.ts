import type { Finding } from '../../shared/domain/findings/finding.ts';
import { countPositions, type PositionCounts } from '../../shared/domain/readiness/positionCounts.ts';
import type { ViewHistories } from '../../shared/domain/readiness/viewHistory.ts';
import { bodyOf } from '../../shared/domain/records/bodies.ts';
import { viewKey } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { bodiesOfRelease } from '../../shared/domain/rulebook/bodiesOfRelease.ts';

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

/** How each body stands to the criteria that concern it, counted as the pack counts. */
export function positionCounts(
  facts: ReleaseFacts,
  histories: ViewHistories,
  findings: readonly Finding[],
): readonly PositionCounts[] {
  const stale = staleViews(findings);
  return bodiesOfRelease(facts).flatMap((body) => {
    const counts = countPositions(body, facts.criteria, ({ reference }) => {
      const { standing, asked } = histories.of(body, reference);
      return {
        position: standing?.position ?? null,
        asked: standing !== null || asked !== null,
        stale: stale.has(viewKey({ body, criterion: reference })),
      };
    });
    return counts ?? [];
  });
}
