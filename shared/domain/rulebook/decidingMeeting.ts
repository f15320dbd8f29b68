import type { CalendarDate } from '../calendar/calendarDate.ts';
import { isBody } from '../records/bodies.ts';
import type { Submission } from '../records/committees.ts';
import type { RuleContext } from './context/ruleContext.ts';

/**
 * The meeting of the CSC that takes the Go-Live decision (§5.3): the one named by the submission that it answers, else the
 * last one recorded before go-live. One that lay before that submission, or that asked for another, is not it; before one
 * that is still to be made, every meeting that has passed did something else. Null: none is recorded.
 */
export function decidingMeetingOf(context: RuleContext): CalendarDate | null {
  const { decision, askedAgain } = context.submission;
  const submitted = submissionBefore(context);
  if (submitted?.meeting) return submitted.meeting;
  // A decision was taken at a meeting, whether or not the submission before it is recorded.
  const unsubmitted = askedAgain ? context.asOf : (decision?.on ?? context.asOf);
  const from = submitted === null ? unsubmitted : submitted.on;
  const after = askedAgain ? (decision?.on ?? null) : null;
  return cscMeetings(context).findLast((on) => (from === null || on >= from) && (after === null || on > after)) ?? null;
}

/** The submission that the CSC has before it: the final one that stands, or the one planned to be; null: none is recorded. */
export function submissionBefore({ submission: { next, last, askedAgain } }: RuleContext): Submission | null {
  return next ?? (askedAgain ? null : last);
}

/** The first meeting of the CSC on or after the as-of date, and before go-live. */
export function nextCscMeeting(context: RuleContext): CalendarDate | null {
  return cscMeetings(context).find((on) => on >= context.asOf) ?? null;
}

/** Those recorded before go-live, the earliest first. */
function cscMeetings({ facts, goLive }: RuleContext): readonly CalendarDate[] {
  return facts.meetings
    .flatMap(({ body, on }) =>
      on !== null && isBody(body, 'CSC') && (goLive.date === null || on < goLive.date) ? [on] : [],
    )
    .sort();
}
