import { type CalendarDate, earlierOf, plusDays } from '../../calendar/calendarDate.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import { isBlank } from '../../foundation/words.ts';
import { hasHappened } from '../../records/asOf.ts';
import { isDecision, isSubmission } from '../../records/begun.ts';
import { isBody } from '../../records/bodies.ts';
import type { Decision, Submission } from '../../records/committees.ts';
import { compareRecorded } from '../../records/recordedOrder.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { decisionKindOf } from '../decisionKind.ts';

/** Where the release stands between its submissions to the CSC (§5.3): submissions and decisions are lists. */
export interface SubmissionState {
  /** The final submission that was made by the as-of date, also where a "not yet" has superseded it since. */
  readonly last: Submission | null;
  /** Another that is recorded without a day, beside the one that was made last. */
  readonly alsoUndated: Submission | null;
  /** Where none counts: the latest that was made after the CSC had decided to go, and the day of that decision. */
  readonly afterGo: { readonly on: CalendarDate; readonly submission: DatedSubmission } | null;
  /** The submission that is planned to be the final one, where none stands. */
  readonly next: DatedSubmission | null;
  /** The latest CSC decision on the last submission. */
  readonly decision: Decision | null;
  /** The latest CSC decision there is, on whichever submission. */
  readonly latestDecision: Decision | null;
  /** That decision was "not yet": another submission is to follow. */
  readonly askedAgain: boolean;
  /** The day of the final submission that stands: made, dated, and no decision asked for another. */
  readonly finalOn: CalendarDate | null;
  /** The last day for what the final submission has to show, as far as it can be known: never after go-live. */
  readonly due: CalendarDate | null;
  /** The final submission lies behind: what it had to show is now either shown or not. */
  readonly passed: boolean;
}

export type DatedSubmission = Submission & { readonly on: CalendarDate };

/**
 * The final submission as of a day (`docs/domain.md`, second round): the one marked final; none marked, the latest
 * made before go-live, not counting any made after a decision to go that stands. "Not yet" on or after its day supersedes it.
 */
export function submissionStateOf(
  facts: ReleaseFacts,
  asOf: CalendarDate,
  final: boolean,
  goLive: CalendarDate | null,
): SubmissionState {
  const submissions = facts.submissions.filter(isSubmission);
  const dated = submissions
    .flatMap((submission) => (submission.on ? [{ ...submission, on: submission.on }] : []))
    .sort((left, right) => compareText(left.on, right.on) || compareRecorded(left, right));
  const made = dated.filter((submission) => hasHappened(submission.on, asOf));
  const planned = dated.filter((submission) => !hasHappened(submission.on, asOf));
  const decisions = decisionsOf(facts, asOf);
  const isMarked = submissions.some((submission) => submission.final === true);
  const last = isMarked ? lastMarked(made, decisions, goLive) : latestMade(made, decisions, goLive);
  const undated = submissions.find((one) => one.on === null && (!isMarked || one.final === true)) ?? null;
  const lastMade = last ?? undated;
  const decision = latestOf(decisions, last?.on ?? null);
  const askedAgain = decisionKindOf(decision?.outcome ?? null) === 'notYet';
  const stands = lastMade !== null && !askedAgain;
  const next = stands ? null : (planned.find((one) => one.final === true) ?? planned[0] ?? null);
  const finalOn = last && stands ? last.on : null;
  const lastDay = goLive ? plusDays(goLive, -1) : null;
  const due = finalOn ?? (next && lastDay ? earlierOf(next.on, lastDay) : (next?.on ?? lastDay));
  const passed = final || finalOn !== null || (due !== null && asOf > due);
  const latestDecision = decisions.at(-1) ?? null;
  const afterGo = lastMade === null ? latestAfterGo(made, decisions) : null;
  const alsoUndated = last === null ? null : undated;
  return { last: lastMade, alsoUndated, afterGo, next, decision, latestDecision, askedAgain, finalOn, due, passed };
}

/** The one marked final; where "not yet" superseded it and another was made since, that one. */
function lastMarked(
  made: readonly DatedSubmission[],
  decisions: readonly Decision[],
  goLive: CalendarDate | null,
): DatedSubmission | null {
  const marked = made.findLast((one) => one.final === true) ?? null;
  if (marked === null || !isSuperseded(marked, decisions)) return marked;
  return (
    latestMade(
      made.filter((one) => one.on > marked.on),
      decisions,
      goLive,
    ) ?? marked
  );
}

/** By any "not yet" on or after its day: a decision to go that follows is on the submission that was made since. */
function isSuperseded(submission: DatedSubmission, decisions: readonly Decision[]): boolean {
  return decisions.some(
    ({ on, outcome }) => decisionKindOf(outcome) === 'notYet' && (on === null || on >= submission.on),
  );
}

/** Made after the CSC had decided to go, a submission tells it something else; made after go-live, it is late. */
function latestMade(
  made: readonly DatedSubmission[],
  decisions: readonly Decision[],
  goLive: CalendarDate | null,
): DatedSubmission | null {
  const before = made.filter((one) => goBefore(decisions, one.on) === null);
  const inTime = before.filter((one) => goLive === null || one.on < goLive);
  return inTime.at(-1) ?? before[0] ?? null;
}

function latestAfterGo(made: readonly DatedSubmission[], decisions: readonly Decision[]): SubmissionState['afterGo'] {
  const submission = made.at(-1);
  const on = submission ? goBefore(decisions, submission.on) : null;
  return submission && on !== null ? { on, submission } : null;
}

/** The day of the decision to go that stood when a submission was made; a later "not yet" or "no" takes it back. */
function goBefore(decisions: readonly Decision[], on: CalendarDate): CalendarDate | null {
  const standing = decisions.findLast(
    (decision) => decision.on !== null && decision.on < on && decisionKindOf(decision.outcome) !== 'other',
  );
  return standing && decisionKindOf(standing.outcome) === 'go' ? standing.on : null;
}

/** The CSC takes the Go-Live decision (§5.3): one whose body is left open is its own. */
export function isOfCsc({ body }: Pick<Decision, 'body'>): boolean {
  return isBlank(body) || isBody(body, 'CSC');
}

/**
 * The CSC's decisions made by then, none without an outcome, the earliest first; one without a day stands before all
 * others, and of two of one day the one that was recorded last stands last.
 */
export function decisionsOf(facts: ReleaseFacts, asOf: CalendarDate): readonly Decision[] {
  return facts.decisions
    .filter((one) => isDecision(one) && isOfCsc(one) && hasHappened(one.on, asOf))
    .toSorted((left, right) => compareText(left.on ?? '', right.on ?? '') || compareRecorded(left, right));
}

/** The latest one that is not before the submission it answers. */
function latestOf(decisions: readonly Decision[], since: CalendarDate | null): Decision | null {
  return decisions.findLast((decision) => decision.on === null || since === null || decision.on >= since) ?? null;
}
