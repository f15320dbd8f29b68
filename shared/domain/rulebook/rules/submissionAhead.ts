import { type CalendarDate, daysBetween, formatDate, formatDays, plusDays } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease, newRecord } from '../../findings/target.ts';
import { saying } from '../../foundation/words.ts';
import { isSubmission } from '../../records/begun.ts';
import type { Decision, Submission } from '../../records/committees.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { DatedSubmission, SubmissionState } from '../context/submissionState.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement } from '../rule.ts';

type AfterGo = NonNullable<SubmissionState['afterGo']>;

/** What mends that no go-live date is known. */
export const goLiveMissing = {
  mend: 'Record the Go-Live date, or choose the slot of the release.',
  waitsFor: 'CSC',
  mendAt: fieldOfRelease('goLive.approvedDate'),
} as const;

/** What mends a submission that comes too late once the release is live: only that it was made earlier. */
export const madeEarlier = {
  mend: 'Record the submission that was made before Go-Live, if there was one.',
  waitsFor: 'SECAS',
  waitsUntil: null,
  mendAt: newRecord('submission'),
} as const;

/** The last day before go-live (§5.3 "prior to the Go-Live date"); null while no date is known. */
export function lastDayBeforeGoLive(context: RuleContext): CalendarDate | null {
  return context.goLive.date ? plusDays(context.goLive.date, -1) : null;
}

/** After its day, or once the actual date is recorded, no go-live can be moved any more. */
export function hasGoneLive(context: RuleContext): boolean {
  const { date } = context.goLive;
  const { actualDate } = context.facts.release.goLive;
  return (actualDate !== null && context.hasHappened(actualDate)) || (date !== null && context.asOf > date);
}

/** No final submission stands yet: none was made, or the CSC asked for another. */
export function submissionAhead(context: RuleContext): Judgement {
  const { next, afterGo, alsoUndated, decision, askedAgain } = context.submission;
  const due = lastDayBeforeGoLive(context);
  const begun = context.facts.submissions.find((one) => !isSubmission(one));
  const told = begun ? ' A submission is begun; it states neither day nor who presents it.' : '';
  const open = {
    due,
    restsOn: [context.releaseRecord, ...(next ? [recordName('submission', next)] : [])],
    waitsFor: 'SECAS',
    waitsUntil: next?.on ?? due,
    mend: 'Submit to the CSC before Go-Live, presented by SECAS and the DCC, and record it.',
    mendAt: begun ? fieldOf('submission', begun, 'on') : newRecord('submission'),
  };
  const slackDays = due && context.asOf <= due ? daysBetween(context.asOf, due) : null;
  if (next) return { ...open, ...judgePlanned(context, next, due), slackDays };
  if (askedAgain) {
    const sentence = `Cannot tell when the next submission to the CSC is made: ${askedAgainInWords(context)} (§5.3).`;
    const other = alsoUndated
      ? {
          restsOn: [...open.restsOn, recordName('submission', alsoUndated)],
          mendAt: fieldOf('submission', alsoUndated, 'on'),
        }
      : {};
    const mend = 'Record the day of the next submission.';
    return { ...open, slackDays, outcome: 'cannotTell', sentence, mend, ...other };
  }
  if (afterGo) return { ...open, slackDays, ...judgeAfterGo(afterGo) };
  if (due === null) {
    const sentence = 'Cannot tell by when the submission to the CSC is due: no Go-Live date is recorded (§5.3).';
    return { ...open, ...goLiveMissing, outcome: 'cannotTell', sentence };
  }
  if (context.asOf > due) {
    const sentence = `Cannot tell whether a submission to the CSC was made: no date is recorded; it was due ${formatDate(due)}, the last day before Go-Live (§5.3).${told}`;
    return { ...open, outcome: 'cannotTell', sentence, mend: 'Record the submission that was made before Go-Live.' };
  }
  if (decision) {
    const sentence = `No submission to the CSC is recorded before its decision ${decisionInWords(decision)}; the last day for one is ${formatDate(due)}, the day before Go-Live (§5.3).${told}`;
    const mend = 'Record the submission that the CSC decided on.';
    const restsOn = [...open.restsOn, recordName('decision', decision)];
    return { ...open, slackDays, restsOn, outcome: 'notDue', sentence, mend };
  }
  const sentence = `The submission to the CSC is to be made before Go-Live (§5.3): ${dueInWords(context.asOf, due)}.${told}`;
  return { ...open, slackDays, outcome: 'notDue', sentence };
}

/** `the CSC decided “not yet” on 29 April 2026, and no other is planned`; one without a day may be that other. */
export function askedAgainInWords({ submission }: Pick<RuleContext, 'submission'>): string {
  const { decision, alsoUndated } = submission;
  const on = decision?.on ? ` on ${formatDate(decision.on)}` : '';
  const other = alsoUndated ? 'another submission is recorded without its day' : 'no other submission is planned';
  return `the CSC decided ${saying(decision?.outcome ?? '')}${on}, and ${other}`;
}

/** `“go” of 20 May 2026` */
function decisionInWords({ outcome, on }: Decision): string {
  return `${saying(outcome ?? '')}${on ? ` of ${formatDate(on)}` : ''}`;
}

/** What the CSC decided on is not recorded: the submission that is came after the decision, and counts for none. */
function judgeAfterGo({ on, submission }: AfterGo): Pick<Judgement, 'outcome' | 'sentence' | 'restsOn' | 'mend'> {
  return {
    outcome: 'cannotTell',
    sentence: `Cannot tell whether a submission to the CSC was made before its decision to go of ${formatDate(on)}: none is recorded, and ${afterGoInWords({ on, submission })} (§5.3).`,
    restsOn: [recordName('submission', submission)],
    mend: `Record the submission that was made before the decision of ${formatDate(on)}.`,
  };
}

/** `that of 2 June 2026 was made after it and does not count`. */
export function afterGoInWords({ submission }: AfterGo): string {
  return `that of ${formatDate(submission.on)} was made after it and does not count`;
}

/** A plan for before go-live is not due; one for the day itself or later misses it already. */
function judgePlanned(
  context: RuleContext,
  next: DatedSubmission,
  due: CalendarDate | null,
): Pick<Judgement, 'outcome' | 'sentence'> & Partial<Judgement> {
  const { askedAgain, decision } = context.submission;
  const which = askedAgain ? 'The next submission to the CSC' : 'The submission to the CSC';
  const words = decision && (askedAgain ? saying(decision.outcome ?? '') : decisionInWords(decision));
  const why = words ? `, after its decision ${words}` : '';
  const told = `${which} is planned for ${formatDate(next.on)}${why}`;
  if (due === null || next.on <= due) {
    const unrecorded = decision && !askedAgain ? '; the one that it decided on is not recorded' : '';
    return { outcome: 'notDue', sentence: `${told}${unrecorded} (§5.3).` };
  }
  const days = daysBetween(due, next.on) - 1;
  const late = days === 0 ? 'the day of Go-Live itself' : `${formatDays(days)} after Go-Live`;
  const isOver = context.asOf > due;
  return {
    outcome: 'notMet',
    sentence: `${told}, ${late}; it ${isOver ? 'was' : 'is'} due ${formatDate(due)}, the last day before Go-Live (§5.3).`,
    ...(hasGoneLive(context)
      ? madeEarlier
      : {
          mend: isOver
            ? `Move the Go-Live to ${formatDate(plusDays(next.on, 1))} or later.`
            : `Plan the submission for ${formatDate(due)} or earlier, or move the Go-Live.`,
          waitsFor: isOver ? 'CSC' : 'SECAS',
          waitsUntil: isOver ? null : due,
          mendAt: isOver ? fieldOfRelease('goLive.approvedDate') : fieldOf('submission', next, 'on'),
        }),
  };
}

/** It was made on a day that nobody recorded: whether that was in time cannot be known. */
export function undated(context: RuleContext, submission: Submission): Judgement {
  const due = lastDayBeforeGoLive(context);
  const until =
    due === null ? '' : `; it ${context.asOf > due ? 'was' : 'is'} due ${formatDate(due)}, the last day before Go-Live`;
  return {
    outcome: 'cannotTell',
    sentence: `Cannot tell whether the submission to the CSC was made in time: its day is not recorded${until} (§5.3).`,
    mend: 'Record the day on which the submission was made.',
    waitsFor: 'SECAS',
    mendAt: fieldOf('submission', submission, 'on'),
  };
}
