import { type CalendarDate, daysBetween } from '../calendar/calendarDate.ts';
import type { Summary } from '../findings/finding.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { goLiveInForce } from '../rulebook/context/goLiveInForce.ts';
import type { Readiness } from './computeReadiness.ts';
import { type ReleaseState, releaseStateOf, summariseAsked } from './releaseState.ts';

/** How a release stands today, in a line of a list. */
export interface ReleaseStanding {
  readonly name: string;
  readonly kind: ReleaseFacts['release']['kind'];
  readonly slot: ReleaseFacts['release']['slot'];
  readonly goLive: CalendarDate | null;
  readonly daysToGoLive: number | null;
  readonly summary: Summary;
  /** How far it has come, and how many findings still ask something of somebody in that state. */
  readonly state: ReleaseState;
  readonly asked: Summary;
}

/** The line of a release: one function for the engine, which lists them all, and the window, which knows the open one. */
export function releaseStandingOf(
  facts: ReleaseFacts,
  { summary, findings }: Pick<Readiness, 'summary' | 'findings'>,
  today: CalendarDate,
): ReleaseStanding {
  const { name, kind, slot } = facts.release;
  const goLive = goLiveInForce(facts, today).date;
  const state = releaseStateOf(facts, today);
  const daysToGoLive = goLive ? daysBetween(today, goLive) : null;
  return { name, kind, slot, goLive, daysToGoLive, summary, state, asked: summariseAsked(findings, state) };
}
