import { type CalendarDate, earlierOf, plusDays } from '../calendar/calendarDate.ts';
import { bodyOf, isBody } from '../records/bodies.ts';
import { recordName } from '../records/recordKinds.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { decidingMeetingOf } from '../rulebook/decidingMeeting.ts';
import { paperDeadlineOf } from '../rulebook/paperDeadline.ts';

/** The days that everything else is counted back from. */
export interface MeetingPlan {
  /** The CSC meeting that is to decide, where one is recorded. */
  readonly cscMeeting: CalendarDate | null;
  /** The day by which the submission is made: that on which the final one was, where it stands; planned, or the CSC's paper deadline, or the day before go-live. */
  readonly submitBy: CalendarDate | null;
  readonly of: (body: string) => BodyPlan;
}

/** The last meeting of a body that still serves the submission. */
interface BodyPlan {
  /** Null: none that is still to come is recorded; the body may answer without one, up to the submission. */
  readonly meeting: CalendarDate | null;
  readonly papersBy: CalendarDate | null;
  /** Its meetings are recorded, and this last one that could have served has passed. */
  readonly passed: CalendarDate | null;
  readonly record: string | null;
}

const noMeeting: BodyPlan = { meeting: null, papersBy: null, passed: null, record: null };

export function meetingPlanOf(context: RuleContext): MeetingPlan {
  const cscMeeting = decidingMeeting(context);
  const papers = cscMeeting === null ? null : papersFor(context, 'CSC', cscMeeting);
  const submitBy = submissionDay(context, cscMeeting, papers);
  const known = new Map<string, BodyPlan>();
  return {
    cscMeeting,
    submitBy,
    of: (body) => {
      const plan = known.get(body) ?? bodyPlan(context, body, submitBy);
      known.set(body, plan);
      return plan;
    },
  };
}

/** The one of the rule on the decision; one that has passed serves no submission any more, unless that is planned for it. */
function decidingMeeting(context: RuleContext): CalendarDate | null {
  const planned = context.submission.next?.meeting;
  if (planned) return planned;
  const meeting = decidingMeetingOf(context);
  return meeting !== null && meeting >= context.asOf ? meeting : null;
}

function submissionDay(
  context: RuleContext,
  meeting: CalendarDate | null,
  papers: CalendarDate | null,
): CalendarDate | null {
  // What it had to show is due with it, as `input.received` has it: no later meeting moves that.
  const { finalOn, next } = context.submission;
  if (finalOn !== null) return finalOn;
  const planned = next?.on ?? null;
  // Made after it, no submission is of use: whatever day it is planned for, or its meeting is on.
  const lastDay = context.goLive.date ? plusDays(context.goLive.date, -1) : null;
  const days = [planned, papers ?? meeting, lastDay].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce(earlierOf);
}

function bodyPlan(context: RuleContext, body: string, submitBy: CalendarDate | null): BodyPlan {
  const all = meetingsOf(context, body).filter((on) => submitBy === null || on <= submitBy);
  const meeting = all.at(-1) ?? null;
  if (meeting === null) return noMeeting;
  const found = context.facts.meetings.find((one) => one.on === meeting && isBody(one.body, body));
  const record = found ? recordName('meeting', found) : null;
  if (meeting < context.asOf) return { meeting: null, papersBy: null, passed: meeting, record };
  return { meeting, papersBy: papersFor(context, body, meeting), passed: null, record };
}

function papersFor(context: RuleContext, body: string, on: CalendarDate): CalendarDate | null {
  const meeting = context.facts.meetings.find((one) => one.on === on && isBody(one.body, body));
  return paperDeadlineOf(meeting ?? { body, on, papersBy: null }, context.settings, context.workingDays);
}

function meetingsOf(context: RuleContext, body: string): readonly CalendarDate[] {
  return context.facts.meetings
    .flatMap((one) => (one.on !== null && one.body !== null && bodyOf(one.body) === body ? [one.on] : []))
    .sort();
}
