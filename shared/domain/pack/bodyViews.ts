import type { Status } from '../findings/vocabulary.ts';
import { bodyOf } from '../records/bodies.ts';
import type { Criterion } from '../records/criterion.ts';
import type { BodyState } from '../rulebook/context/viewIndex.ts';
import { staleSentence } from '../staleness/staleness.ts';
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
  const stale = freshness?.kind === 'stale' && state.given ? staleSentence(state.given, freshness.changes) : null;
  const status = state.given ? positionOf(state.given.position) : askedStatus;
  return { ...base, concerned: true, status, stale };
}

export function standingsOf(context: PackContext, body: string): readonly Standing[] {
  return context.facts.criteria.map((criterion) => standingOf(context, body, criterion));
}

/** How many criteria a body supports, supports with conditions, and so on: the columns of the decision page. */
export interface BodyCounts {
  readonly body: string;
  readonly supports: number;
  readonly conditions: number;
  readonly against: number;
  readonly other: number;
  readonly stale: number;
  readonly notAsked: number;
}

/** A stale view still counts under its position: the column tells how many of them are stale. */
export function bodyCounts(context: PackContext, body: string): BodyCounts {
  const standings = standingsOf(context, body).filter((one) => one.concerned);
  const count = (test: (one: Standing) => boolean) => standings.filter(test).length;
  const said = (position: string) => count((one) => one.state?.given?.position === position);
  const [supports, conditions, against] = [said('supports'), said('supportsWithConditions'), said('doesNotSupport')];
  const notAsked = count((one) => one.status === notAskedStatus);
  return {
    body,
    supports,
    conditions,
    against,
    other: standings.length - supports - conditions - against - notAsked,
    stale: count((one) => one.stale !== null),
    notAsked,
  };
}
