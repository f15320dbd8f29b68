import type { CalendarDate } from '../calendar/calendarDate.ts';
import { hasHappened } from '../records/asOf.ts';
import { isDecision } from '../records/begun.ts';
import type { Decision } from '../records/committees.ts';
import { dueDayOf } from '../records/conditionDue.ts';
import { isAnswerToPaper, isFromElsewhere } from '../records/conditionSource.ts';
import type { Condition } from '../records/conditions.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { goLiveFrom, goLiveInForce } from './context/goLiveInForce.ts';
import { decisionKindOf } from './decisionKind.ts';

type Facts = Pick<ReleaseFacts, 'release' | 'decisions'>;

/**
 * The decision that set a condition of this release, as far as the records tell; null where they do not, or where it came
 * from elsewhere (an answered paper, another release).
 *
 * @param asOf decisions of a later day had not been taken
 */
export function decisionOfCondition(condition: Condition, facts: Facts, asOf: CalendarDate): Decision | null {
  return only(decisionsThatMaySet(condition, facts, asOf));
}

/** Whether decisions are recorded, and none of them can have set it: it is of none of them. */
export function isOfNoDecision(condition: Condition, facts: Facts, asOf: CalendarDate): boolean {
  const { name } = facts.release;
  if (isAnswerToPaper(condition) || isFromElsewhere(condition, name) || condition.source?.decidedOn) return false;
  return takenBy(facts, asOf).length > 0 && decisionsThatMaySet(condition, facts, asOf).length === 0;
}

/**
 * The decisions that may have set a condition of this release; of several the records do not tell which. Where it names
 * no day of its decision: never one later than the condition's own day or its discharge; of those, the ones that speak of
 * conditions, in their outcome or else in their wording; where none speaks of any, all.
 */
export function decisionsThatMaySet(condition: Condition, facts: Facts, asOf: CalendarDate): readonly Decision[] {
  const { source } = condition;
  if (isAnswerToPaper(condition) || isFromElsewhere(condition, facts.release.name)) return [];
  const known = takenBy(facts, asOf);
  if (source?.decidedOn) return known.filter((one) => one.on === source.decidedOn);
  const possible = known.filter((one) => one.on === null || !isOlderThan(condition, one.on, facts, asOf));
  const deciding = possible.filter((one) => decisionKindOf(one.outcome) !== 'other');
  const byOutcome = deciding.filter((one) => speaksOfConditions(one.outcome));
  const byWording = deciding.filter((one) => speaksOfConditions(one.wording));
  return [byOutcome, byWording, possible].find((some) => some.length > 0) ?? [];
}

function takenBy({ decisions }: Facts, asOf: CalendarDate): readonly Decision[] {
  return decisions.filter((one) => isDecision(one) && hasHappened(one.on, asOf));
}

/**
 * Whether it was due or discharged before that day. A day that counts from a Go-Live that did not come by then says
 * nothing: a "not yet" stands before the move that follows it.
 */
function isOlderThan({ due, dischargedOn }: Condition, day: CalendarDate, facts: Facts, asOf: CalendarDate): boolean {
  const inForce = goLiveInForce(facts, asOf);
  const goLive = goLiveFrom(day, inForce);
  const counts = due?.on != null || inForce.actualDate !== null || (goLive !== null && goLive >= day);
  const dueDay = counts ? dueDayOf(due, goLive) : null;
  return [dueDay, dischargedOn].some((own) => own !== null && own < day);
}

function speaksOfConditions(text: string | null): boolean {
  return /\b(?<!\b(no|without)( further)? )conditions?\b|\bconditional|\bsubject to\b/i.test(text ?? '');
}

function only(some: readonly Decision[]): Decision | null {
  return some.length === 1 ? (some[0] ?? null) : null;
}
