import type { CalendarDate } from '../calendar/calendarDate.ts';
import { type Chase, chaseList } from '../chase/chaseList.ts';
import type { Finding } from '../findings/finding.ts';
import { exceptionsFirst } from '../findings/vocabulary.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import type { Plan } from '../planning/plan.ts';
import { computePortfolio, type Deadline } from '../portfolio/computePortfolio.ts';
import type { Readiness } from '../readiness/computeReadiness.ts';
import { goLiveDistance } from '../readiness/goLiveDistance.ts';
import { type ReleaseStanding, releaseStandingOf } from '../readiness/releaseStanding.ts';
import { isOver, isStillAsked } from '../readiness/releaseState.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';

/** One release with what the rules and the plan say of it on a day. */
export interface ReportedRelease {
  readonly id: string;
  readonly facts: ReleaseFacts;
  readonly readiness: Readiness;
  readonly plan: Plan;
}

/** Where one release stands: what its page of the status report is made of. */
export interface ReleaseStatus {
  readonly facts: ReleaseFacts;
  /** What was changed of the shipped rulebook that it is judged by. */
  readonly rulebookChanged: Readiness['rulebook']['changed'];
  readonly standing: ReleaseStanding;
  /** What is not met or cannot be told and still asks something of somebody, the gravest first. */
  readonly open: readonly Finding[];
  /** The dates ahead, the as-of day included, the nearest first. */
  readonly next: readonly Deadline[];
  /** What somebody owes since a day that has passed, the oldest first. */
  readonly late: readonly LateThing[];
  /** What each organisation and body owes. */
  readonly waits: readonly Chase[];
}

interface LateThing {
  readonly on: CalendarDate;
  readonly who: string;
  readonly what: string;
}

/** A release that is live or closed is planned no more: what of its plan was never done is history. */
export function releaseStatusOf(reported: ReportedRelease, asOf: CalendarDate): ReleaseStatus {
  const { id, facts, readiness } = reported;
  const standing = releaseStandingOf(facts, readiness, asOf);
  const plan = isOver(standing.state) ? { ...reported.plan, items: [] } : reported.plan;
  const asked = readiness.findings.filter((finding) => isStillAsked(standing.state, finding.rule));
  const { deadlines } = computePortfolio([{ id, facts, plan }], asOf);
  const waits = chaseList(plan, asked, asOf);
  return {
    facts,
    rulebookChanged: readiness.rulebook.changed,
    standing,
    open: exceptionsFirst(asked).filter(({ outcome }) => outcome === 'notMet' || outcome === 'cannotTell'),
    next: deadlines.filter(({ on, kind }) => kind !== 'missed' && on >= asOf),
    late: lateOf(waits),
    waits,
  };
}

function lateOf(waits: readonly Chase[]): readonly LateThing[] {
  return waits
    .flatMap(({ who, owes }) =>
      owes.flatMap(({ what, by, late }) => (late && by !== null ? [{ on: by, who, what }] : [])),
    )
    .sort((left, right) => compareText(left.on, right.on));
}

/** `in 30 days`, `today`, `12 days ago`, `planned 12 days ago`; null without a date. */
export function distanceInWords({ daysToGoLive: days, state }: ReleaseStanding): string | null {
  if (days === null) return null;
  const distance = goLiveDistance(days, state);
  return days > 0 ? `in ${distance}` : distance;
}
