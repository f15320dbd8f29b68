import type { CalendarDate } from '../calendar/calendarDate.ts';
import { type Finding, type Summary, summarise } from '../findings/finding.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import type { Decision } from '../records/committees.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { decisionsOf, submissionStateOf } from '../rulebook/context/submissionState.ts';
import { type DecisionKind, decisionKindOf } from '../rulebook/decisionKind.ts';
import { isOf } from '../rulebook/rules.ts';

/**
 * How far a release has come. *Submitted*: put before the CSC, be it on a day that is not recorded, and not decided; after "not yet" it is in
 * preparation again. *Live*: it went live. *Closed*: nothing more is to be done for it (`release.closedOn`).
 */
export const releaseStates = ['inPreparation', 'submitted', 'decided', 'live', 'closed'] as const;
export type ReleaseState = (typeof releaseStates)[number];

export const releaseStateWords: Readonly<Record<ReleaseState, string>> = {
  inPreparation: 'In preparation',
  submitted: 'Submitted',
  decided: 'Decided',
  live: 'Live',
  closed: 'Closed',
};

/** What went live is asked for no date, no plan and no other day any more. */
export function isOver(state: ReleaseState): boolean {
  return state === 'live' || state === 'closed';
}

/** What a release that is live still has to do: everything else can no longer be done for it. */
const askedOnceLive = {
  areas: ['publication', 'conditions', 'decision'],
  rules: ['golive.actual', 'rid.comments-answered'],
} as const;

/** Whether a rule still asks something of somebody in this state; once closed, none does. */
export function isStillAsked(state: ReleaseState, rule: string): boolean {
  if (state === 'closed') return false;
  if (state !== 'live') return true;
  return isOf({ rule }, ...askedOnceLive.areas) || (askedOnceLive.rules as readonly string[]).includes(rule);
}

/** How many of each are still asked of somebody in this state. */
export function summariseAsked(findings: readonly Finding[], state: ReleaseState): Summary {
  return summarise(findings.filter(({ rule }) => isStillAsked(state, rule)));
}

/** The state on a day; a pure function of the facts, of which `release.closedOn` is the only one made for it. */
export function releaseStateOf(facts: ReleaseFacts, asOf: CalendarDate): ReleaseState {
  if (isClosed(facts, asOf)) return 'closed';
  if (isLive(facts, asOf)) return 'live';
  const { last, decision } = submissionStateOf(facts, asOf, false, null);
  if (decision !== null) return decisionKindOf(decision.outcome) === 'notYet' ? 'inPreparation' : 'decided';
  return last === null ? 'inPreparation' : 'submitted';
}

/**
 * The day that the findings of a release are computed for. Once live and closed they stand as of the decision to go, for
 * nothing that is entered later changes what was decided; without a dated decision, as of the day it went live.
 */
export function dayOfFindings(facts: ReleaseFacts, asOf: CalendarDate): CalendarDate {
  const closing = closingOf(facts);
  if (closing === null || closing.on > asOf) return asOf;
  return dayOfGo(decisionsOf(facts, closing.on), closing.liveOn) ?? closing.liveOn;
}

/**
 * The day of the decision that it went live on: the latest to go that was taken by then, else the first taken since. An
 * outcome that says neither counts where none says go, and was taken by then. Null where it went live after "not yet".
 *
 * @param decisions of the CSC, the earliest first
 */
function dayOfGo(decisions: readonly Decision[], liveOn: CalendarDate): CalendarDate | null {
  const is = (kind: DecisionKind) => (one: Decision) => decisionKindOf(one.outcome) === kind;
  const isBy = (one: Decision) => one.on === null || one.on <= liveOn;
  const before = decisions.filter((one) => isBy(one) && !is('other')(one));
  const since = decisions.find((one) => !isBy(one) && is('go')(one));
  const standing = before.at(-1);
  if (standing) return is('go')(standing) ? standing.on : (since?.on ?? null);
  return decisions.findLast((one) => isBy(one) && is('other')(one))?.on ?? since?.on ?? null;
}

function isLive({ release }: ReleaseFacts, asOf: CalendarDate): boolean {
  const { actualDate } = release.goLive;
  return actualDate !== null && actualDate <= asOf;
}

function isClosed(facts: ReleaseFacts, asOf: CalendarDate): boolean {
  const closing = closingOf(facts);
  return closing !== null && closing.on <= asOf;
}

/** When it was closed and when it went live; null where it is not both, for what never went live is asked still. */
function closingOf({ release }: ReleaseFacts): { readonly on: CalendarDate; readonly liveOn: CalendarDate } | null {
  const { closedOn } = release;
  const liveOn = release.goLive.actualDate;
  if (closedOn === null || liveOn === null) return null;
  const [, on = closedOn] = [closedOn, liveOn].sort(compareText);
  return { on, liveOn };
}
