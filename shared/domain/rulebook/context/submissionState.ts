import { type CalendarDate, plusDays } from '../../calendar/calendarDate.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import type { Decision, Submission } from '../../records/committees.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { isBody } from '../bodies.ts';

/** A decision that asks for another submission; outcomes are the user's list, this is the default word for it. */
const asksAgain = /^\s*not yet\b/i;

/** Where the release stands between its submissions to the CSC (§5.3): submissions and decisions are lists. */
export interface SubmissionState {
  /** The latest one presented by the as-of date. */
  readonly last: Submission | null;
  /** The next one planned after it. */
  readonly next: Submission | null;
  /** The latest CSC decision on the last submission. */
  readonly decision: Decision | null;
  /** That decision was "not yet": another submission is to follow. */
  readonly askedAgain: boolean;
  /** The last submission was the final one: none is planned after it, and no decision asked for another. */
  readonly finalOn: CalendarDate | null;
  /** The last day before the final submission, as far as it can be known. */
  readonly due: CalendarDate | null;
  /** The final submission lies behind: what it had to show is now either shown or not. */
  readonly passed: boolean;
}

export function submissionStateOf(
  facts: ReleaseFacts,
  asOf: CalendarDate,
  final: boolean,
  goLive: CalendarDate | null,
): SubmissionState {
  const dated = facts.submissions
    .flatMap((submission) => (submission.on ? [{ ...submission, on: submission.on }] : []))
    .sort((left, right) => compareText(left.on, right.on));
  const last = dated.findLast((submission) => submission.on <= asOf) ?? null;
  const next = dated.find((submission) => submission.on > asOf) ?? null;
  const decision = latestDecision(facts, asOf, last?.on ?? null);
  const askedAgain = asksAgain.test(decision?.outcome ?? '');
  const finalOn = last && next === null && !askedAgain ? last.on : null;
  const due = finalOn ?? next?.on ?? (goLive ? plusDays(goLive, -1) : null);
  const passed = final || finalOn !== null || (due !== null && asOf > due);
  const undated = facts.submissions.find((submission) => submission.on === null) ?? null;
  return { last: last ?? undated, next, decision, askedAgain, finalOn, due, passed };
}

/** The latest CSC decision made by then, and not before the submission it answers. */
function latestDecision(facts: ReleaseFacts, asOf: CalendarDate, since: CalendarDate | null): Decision | null {
  const made = facts.decisions.filter(
    (decision) =>
      (decision.body === null || isBody(decision.body, 'CSC')) &&
      (decision.on === null || (decision.on <= asOf && (since === null || decision.on >= since))),
  );
  return made.toSorted((left, right) => compareText(left.on ?? '', right.on ?? '')).at(-1) ?? null;
}
