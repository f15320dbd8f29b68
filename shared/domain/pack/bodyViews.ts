import type { Status } from '../findings/vocabulary.ts';
import { countPositions, type PositionCounts } from '../readiness/positionCounts.ts';
import { bodyOf } from '../records/bodies.ts';
import type { Criterion } from '../records/criterion.ts';
import { type BodyState, standingView } from '../rulebook/context/viewIndex.ts';
import { staleSentence } from '../staleness/staleSentence.ts';
import type { PackContext } from './packContext.ts';
import { askedStatus, notAskedStatus, positionOf } from './vocabulary.ts';

/** Where one body stands on one criterion. */
export interface Standing {
  readonly body: string;
  readonly criterion: string;
  /** The criterion is mapped to the body, or the body has been asked anyway. */
  readonly concerned: boolean;
  readonly state: BodyState | null;
  readonly status: Status | null;
  /** `TAG supported EV-003 version 1; version 2 has not been put to TAG.` */
  readonly stale: string | null;
}

export function standingOf(context: PackContext, body: string, criterion: Criterion): Standing {
  const state = context.views(criterion.reference).find((one) => one.body === body) ?? null;
  const mapped = (criterion.bodies ?? []).some((name) => bodyOf(name) === body);
  const base = { body, criterion: criterion.reference, state };
  if (state === null) return { ...base, concerned: mapped, status: mapped ? notAskedStatus : null, stale: null };
  const freshness = context.freshness(state, criterion);
  const standing = standingView(state);
  const stale =
    freshness?.kind === 'stale' && standing
      ? staleSentence(freshness.changes, { view: standing, history: state.history, criterion })
      : null;
  const status = standing ? positionOf(standing.position) : askedStatus;
  return { ...base, concerned: true, status, stale };
}

export function standingsOf(context: PackContext, body: string): readonly Standing[] {
  return context.facts.criteria.map((criterion) => standingOf(context, body, criterion));
}

/** The columns of the decision page; zeros for a body that no criterion concerns. */
export function bodyCounts(context: PackContext, body: string): PositionCounts {
  const counts = countPositions(body, context.facts.criteria, (criterion) => {
    const { state, stale } = standingOf(context, body, criterion);
    return { position: standingView(state)?.position ?? null, asked: state !== null, stale: stale !== null };
  });
  return counts ?? { body, supports: 0, conditions: 0, against: 0, other: 0, stale: 0, notAsked: 0 };
}
