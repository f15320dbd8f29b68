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
  /** The latest CSC decision on the last submission that says whether it goes live; none says so: the latest. */
  readonly decision: Decision | null;
  /** The Go-Live decision: that one, or where the last submission has none, the latest on an earlier one. */
  readonly goLiveDecision: Decision | null;
  /** What the CSC decided on its day or later and that says neither way, the earliest first. */
  readonly decidedSince: readonly Decision[];
  /** "Not yet" superseded that submission, and no decision to go has followed: another submission is to follow. */
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
  const askedAgain = asksAgain(decisions, last?.on ?? null);
  const stands = lastMade !== null && !askedAgain;
  const next = stands ? null : (planned.find((one) => one.final === true) ?? planned[0] ?? null);
  const finalOn = last && stands ? last.on : null;
  const lastDay = goLive ? plusDays(goLive, -1) : null;
  const due = finalOn ?? (next && lastDay ? earlierOf(next.on, lastDay) : (next?.on ?? lastDay));
  const passed = final || finalOn !== null || (due !== null && asOf > due);
  const goLiveDecision = decision ?? latestOf(decisions, null);
  const decidedSince = decisions.filter((one) => saysNeitherSince(one, goLiveDecision));
  const afterGo = lastMade === null ? latestAfterGo(made, decisions) : null;
  const alsoUndated = last === null ? null : undated;
  const decided = { decision, goLiveDecision, decidedSince, askedAgain };
  return { last: lastMade, alsoUndated, afterGo, next, ...decided, finalOn, due, passed };
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
    (decision) => decisionKindOf(decision.outcome) === 'notYet' && isSince(decision, submission.on),
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

/** The latest one that is not before the submission it answers; one that says neither way only where no other does. */
function latestOf(decisions: readonly Decision[], since: CalendarDate | null): Decision | null {
  const answers = decisions.filter((decision) => isSince(decision, since));
  return answers.findLast(({ outcome }) => decisionKindOf(outcome) !== 'other') ?? answers.at(-1) ?? null;
}

/** Only a decision to go ends what "not yet" began: "no", and what says neither way, bring back no submission. */
function asksAgain(decisions: readonly Decision[], since: CalendarDate | null): boolean {
  const kinds = decisions.filter((decision) => isSince(decision, since)).map(({ outcome }) => decisionKindOf(outcome));
  return kinds.findLast((kind) => kind === 'go' || kind === 'notYet') === 'notYet';
}

function saysNeitherSince(decision: Decision, goLiveDecision: Decision | null): boolean {
  if (decision === goLiveDecision || decisionKindOf(decision.outcome) !== 'other') return false;
  return (decision.on ?? '') >= (goLiveDecision?.on ?? '');
}

function isSince({ on }: Decision, since: CalendarDate | null): boolean {
  return on === null || since === null || on >= since;
}
