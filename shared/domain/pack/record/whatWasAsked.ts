import { type CalendarDate, plusDays } from '../../calendar/calendarDate.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import { hasHappened } from '../../records/asOf.ts';
import type { Decision, Submission } from '../../records/committees.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { goLiveInForce } from '../../rulebook/context/goLiveInForce.ts';
import { decisionKindOf } from '../../rulebook/decisionKind.ts';

/**
 * The submission that a decision answers (§5.3): the one for the meeting of its day, otherwise the latest that was made
 * by that day, and not for a later meeting; null where none is known. A submission that is planned was not put to anyone.
 *
 * @param on the decision's day; null where it is not recorded, which every submission made by the as-of date may precede
 */
export function submissionAnswered(
  submissions: readonly Submission[],
  on: CalendarDate | null,
  asOf: CalendarDate,
): Submission | null {
  const by = on ?? asOf;
  const made = submissions
    .filter((one) => hasHappened(one.on, by))
    .toSorted((left, right) => compareText(left.on ?? '', right.on ?? ''));
  const named = on === null ? null : made.findLast((one) => one.meeting === on);
  return named ?? made.findLast((one) => hasHappened(one.meeting, by)) ?? null;
}

/**
 * The Go-Live date that the question was about; null where no date was in force, or none is known. A move that is
 * recorded on the day of a "not yet" came of that decision.
 */
export function dateAsked(facts: ReleaseFacts, decision: Decision | null, asOf: CalendarDate): CalendarDate | null {
  const on = decision?.on ?? asOf;
  const day = decisionKindOf(decision?.outcome ?? null) === 'notYet' ? plusDays(on, -1) : on;
  const [next] = facts.release.goLive.changes
    .filter((change) => change.on !== null && change.on > day)
    .toSorted((left, right) => compareText(left.on ?? '', right.on ?? ''));
  return next && next.from === null
    ? goLiveInForce(withoutApproval(facts), day).plannedDate
    : goLiveInForce(facts, day).plannedDate;
}

/** The approved date came of a later move: what it was before is what an earlier move or the slot says. */
function withoutApproval(facts: ReleaseFacts): ReleaseFacts {
  const { release } = facts;
  return { ...facts, release: { ...release, goLive: { ...release.goLive, approvedDate: null } } };
}
