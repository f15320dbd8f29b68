import type { CalendarDate } from '../calendar/calendarDate.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { isBlank } from '../foundation/words.ts';
import { hasHappened } from '../records/asOf.ts';
import { isDecision } from '../records/begun.ts';
import { isBody } from '../records/bodies.ts';
import type { Decision } from '../records/committees.ts';
import type { Condition } from '../records/conditions.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { decisionKindOf } from './decisionKind.ts';

/**
 * The decision that set a condition of this release, as far as the records tell; null where they do not, or where it came
 * from elsewhere (an answered paper, another release). No record names it, so: never one later than the condition's own
 * day or its discharge; of those, the only one that speaks of conditions, in its outcome or else in its wording; where
 * none speaks of any, the only one there is.
 *
 * @param asOf decisions of a later day had not been taken
 */
export function decisionOfCondition(
  condition: Condition,
  { release, decisions }: Pick<ReleaseFacts, 'release' | 'decisions'>,
  asOf: CalendarDate,
): Decision | null {
  const { source, due, dischargedOn } = condition;
  if (isAnswerToPaper(condition) || isFromElsewhere(condition, release.name)) return null;
  const known = decisions.filter((one) => isDecision(one) && hasHappened(one.on, asOf));
  if (source?.decidedOn) return only(known.filter((one) => one.on === source.decidedOn));
  const before = [due?.on, dischargedOn].flatMap((day) => day ?? []).sort(compareText)[0];
  const possible = known.filter((one) => one.on === null || before === undefined || one.on <= before);
  const deciding = possible.filter((one) => decisionKindOf(one.outcome) !== 'other');
  const byOutcome = deciding.filter((one) => speaksOfConditions(one.outcome));
  const byWording = deciding.filter((one) => speaksOfConditions(one.wording));
  return only([byOutcome, byWording, possible].find((some) => some.length > 0) ?? []);
}

/** Asked for by a body in its answer to a paper; what names the CSC and no paper is of a decision. */
export function isAnswerToPaper({ source }: Condition): boolean {
  const body = source?.body ?? null;
  return !isBlank(body) && !(isBody(body, 'CSC') && isBlank(source?.paper ?? null));
}

/** Set by another release's decision and brought here. */
export function isFromElsewhere({ source }: Condition, release: string): boolean {
  const from = source?.release ?? null;
  return !isBlank(from) && from?.trim() !== release;
}

function speaksOfConditions(text: string | null): boolean {
  return /\b(?<!\b(no|without)( further)? )conditions?\b|\bconditional|\bsubject to\b/i.test(text ?? '');
}

function only(some: readonly Decision[]): Decision | null {
  return some.length === 1 ? (some[0] ?? null) : null;
}
