import { daysBetween, formatDate, formatDays, plusDays } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../findings/target.ts';
import { capitalise, joinWords } from '../../foundation/words.ts';
import { bodyInText, bodyOf, isBody } from '../../records/bodies.ts';
import type { Meeting, Submission } from '../../records/committees.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { submissionBefore } from '../decidingMeeting.ts';
import { paperDeadlineOf } from '../paperDeadline.ts';
import { type Judgement, judgedOnce, type Rule } from '../rule.ts';
import {
  goLiveMissing,
  hasGoneLive,
  lastDayBeforeGoLive,
  madeEarlier,
  submissionAhead,
  undated,
} from './submissionAhead.ts';

const presenters: readonly string[] = ['SECAS', 'DCC'];

export const submissionPresented = judgedOnce(judgePresented, {
  id: 'submission.presented',
  area: 'submission',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.3',
  title: 'SECAS and the DCC both present',
  meaning:
    'SECAS and the DCC present the CSC with the information that the criteria have been met. Both are named as presenting the final submission. That both sign it off is good practice and is stated beside it.',
  formula: 'SECAS and DCC are both named as presenting the final submission',
  example: 'The submission of 20 October 2021 is presented by SECAS only: not met.',
  withoutSubjects: 'There is no submission to judge.',
});

function judgePresented(context: RuleContext): Judgement {
  const { last, askedAgain, due } = context.submission;
  if (!last || askedAgain) return { ...presentedLater(context), due };
  const record = recordName('submission', last);
  const when = last.on ? ` of ${formatDate(last.on)}` : ', of which the day is not recorded';
  const base = {
    restsOn: [record],
    actual: last.on,
    waitsFor: 'SECAS',
    mendAt: fieldOf('submission', last, 'presentedBy'),
  };
  if (last.presentedBy === null) {
    const sentence = `Cannot tell whether SECAS and the DCC both present the submission${when}: it is not recorded who did (§5.3).`;
    return { ...base, outcome: 'cannotTell', sentence, mend: 'Record who presented the submission.' };
  }
  const named = last.presentedBy.flatMap(bodiesIn);
  const missing = presenters.filter((name) => !named.includes(name));
  if (missing.length > 0) {
    const verb = missing.length === 1 ? 'is' : 'are';
    const sentence = `${capitalise(joinWords(missing.map(bodyInText)))} ${verb} not named as presenting the submission${when} (§5.3).`;
    return {
      ...base,
      outcome: 'notMet',
      sentence,
      mend: 'Have SECAS and the DCC present it together, and record both.',
    };
  }
  return {
    ...base,
    outcome: 'met',
    sentence: `SECAS and the DCC both present the submission${when} (§5.3)${signOffNote(last)}.`,
  };
}

/** `SECAS and the DCC`, typed as one entry, names both; a name of one of them may hold an “and” itself. */
function bodiesIn(entry: string): readonly string[] {
  return [entry, ...entry.split(/[,;/&+]|\band\b/i)].map((name) => bodyOf(name.trim()));
}

/** Who presents what is yet to be made is not due, whenever that will be. */
function presentedLater(context: RuleContext): Judgement {
  const { next, afterGo, askedAgain } = context.submission;
  const ahead = submissionAhead(context);
  if (next) {
    const sentence = `The submission to the CSC is planned for ${formatDate(next.on)} (§5.3).`;
    return { restsOn: ahead.restsOn ?? [], outcome: 'notDue', sentence, waitsFor: 'SECAS', waitsUntil: next.on };
  }
  if (askedAgain || afterGo || lastDayBeforeGoLive(context) !== null) return ahead;
  const sentence = 'No submission to the CSC is recorded; SECAS and the DCC present it before Go-Live (§5.3).';
  return { ...ahead, outcome: 'notDue', sentence };
}

/** Sign-off is practice: told, never judged (`docs/domain.md`, The rulebook). */
function signOffNote(submission: Submission): string {
  const signed = (submission.signedOff ?? [])
    .filter((one) => one.organisation !== null)
    .map((one) => bodyOf(one.organisation ?? ''));
  const missing = presenters.filter((name) => !signed.includes(name));
  if (missing.length === 0) return '; both have signed it off (practice)';
  return `; no sign-off by ${joinWords(missing.map(bodyInText), 'or')} is recorded (practice)`;
}

export const submissionInTime: Rule = {
  id: 'submission.in-time',
  area: 'submission',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.3',
  title: 'Submitted to the CSC before Go-Live',
  meaning:
    'The final submission reaches the CSC prior to the Go-Live date: the day before is the last one. It is the one marked final; none marked, the latest made before Go-Live, and not after a decision to go that stands; none made, the earliest planned. Where the CSC decided “not yet”, the next planned one counts. Where a paper deadline is known for the meeting, being in time for that is judged too, as good practice, in a finding of its own; so is a meeting that the submission is for, and that is not before Go-Live.',
  formula: 'submission date is before the Go-Live date; practice: not after the paper deadline of its meeting',
  example: 'Go-Live on 4 November 2021, submitted on 20 October 2021: met, 14 days in hand.',
  coverable: false,
  withoutSubjects: 'There is no submission to judge.',
  evaluate: (context) => {
    const late = judgeLateMeeting(context);
    return [judgeBeforeGoLive(context), ...(late === null ? judgePapers(context) : [late])];
  },
};

function judgeBeforeGoLive(context: RuleContext): Judgement {
  const { last, askedAgain, alsoUndated } = context.submission;
  if (!last || askedAgain) return submissionAhead(context);
  const also = alsoUndated ? ' Another submission is recorded without its day.' : '';
  const due = lastDayBeforeGoLive(context);
  const base = { due, actual: last.on, restsOn: [context.releaseRecord, recordName('submission', last)] };
  if (!last.on) return { ...base, ...undated(context, last) };
  const told = `The submission was made on ${formatDate(last.on)}`;
  if (due === null) {
    const sentence = `${told}; cannot tell whether that was in time: no Go-Live date is recorded (§5.3).`;
    return { ...base, ...goLiveMissing, outcome: 'cannotTell', sentence };
  }
  const slackDays = daysBetween(last.on, due);
  if (slackDays >= 0) {
    const ahead = formatDays(slackDays + 1);
    return { ...base, slackDays, outcome: 'met', sentence: `${told}, ${ahead} before Go-Live (§5.3).${also}` };
  }
  const late =
    slackDays === -1 ? 'on the day of Go-Live itself, not before it' : `${formatDays(slackDays + 1)} after Go-Live`;
  return {
    ...base,
    slackDays,
    outcome: 'notMet',
    sentence: `${told}, ${late} (§5.3).${also}`,
    ...(hasGoneLive(context)
      ? madeEarlier
      : {
          mend: `Move the Go-Live to ${formatDate(plusDays(last.on, 1))} or later.`,
          waitsFor: 'CSC',
          mendAt: fieldOfRelease('goLive.approvedDate'),
        }),
  };
}

/** It is presented before Go-Live, so a meeting that comes later serves it no more; null: its meeting does not. */
function judgeLateMeeting(context: RuleContext): Judgement | null {
  const submission = submissionBefore(context);
  const meeting = submission?.meeting ?? null;
  const due = lastDayBeforeGoLive(context);
  if (submission === null || meeting === null || due === null || meeting <= due) return null;
  // Made or planned after Go-Live, it misses that by itself, whatever its meeting.
  if (submission.on !== null && submission.on > due) return null;
  const days = daysBetween(due, meeting) - 1;
  const late = days === 0 ? 'on the day of Go-Live itself' : `${formatDays(days)} after Go-Live`;
  const isOver = hasGoneLive(context);
  return {
    subject: `CSC ${meeting}`,
    formula: 'meeting that the submission is for is before the Go-Live date',
    due,
    slackDays: daysBetween(meeting, due),
    restsOn: [context.releaseRecord, recordName('submission', submission)],
    outcome: 'notMet',
    sentence: `The submission is for the CSC's meeting of ${formatDate(meeting)}, ${late}, not before it (§5.3).`,
    mend: isOver
      ? 'Record the meeting before Go-Live that the submission was for, if there was one.'
      : `Submit to a meeting of the CSC by ${formatDate(due)}, or move the Go-Live to ${formatDate(plusDays(meeting, 1))} or later.`,
    waitsFor: 'SECAS',
    waitsUntil: isOver ? null : due,
    mendAt: fieldOf('submission', submission, 'meeting'),
  };
}

/** The paper deadline of the meeting that the submission went to; none is known unless somebody typed one in. */
function judgePapers(context: RuleContext): readonly Judgement[] {
  const { last } = context.submission;
  if (!last?.on || last.meeting === null) return [];
  const meeting = context.facts.meetings.find((one) => one.on === last.meeting && isBody(one.body, 'CSC')) ?? null;
  const planned: Pick<Meeting, 'body' | 'on' | 'papersBy'> = meeting ?? {
    body: 'CSC',
    on: last.meeting,
    papersBy: null,
  };
  const due = paperDeadlineOf(planned, context.settings, context.workingDays);
  if (due === null) return [];
  const slackDays = daysBetween(last.on, due);
  const record = recordName('submission', last);
  const base = {
    subject: `CSC ${last.meeting}`,
    basis: 'practice' as const,
    clause: null,
    formula: 'submission date is not after the paper deadline of its meeting',
    due,
    actual: last.on,
    slackDays,
    restsOn: [record, ...(meeting ? [recordName('meeting', meeting)] : [])],
  };
  const told = `The papers for the CSC's meeting of ${formatDate(last.meeting)} were due ${formatDate(due)}; they were submitted on ${formatDate(last.on)}`;
  if (slackDays >= 0) {
    const hand = slackDays === 0 ? 'on the day' : `with ${formatDays(slackDays)} in hand`;
    return [{ ...base, outcome: 'met', sentence: `${told}, ${hand} (practice).` }];
  }
  return [
    {
      ...base,
      outcome: 'notMet',
      sentence: `${told}, ${formatDays(slackDays)} late (practice).`,
      mend: 'Ask the CSC to take the late paper, or go to its next meeting.',
      waitsFor: 'CSC',
      mendAt: fieldOf('submission', last, 'on'),
    },
  ];
}
