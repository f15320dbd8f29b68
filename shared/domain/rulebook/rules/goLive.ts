import {
  type CalendarDate,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatDays,
  isWeekendDay,
} from '../../calendar/calendarDate.ts';
import { nameOfSlot, ruleDateOf } from '../../calendar/slots.ts';
import { fieldOfRelease } from '../../findings/target.ts';
import { isBlank, joinWords, saying } from '../../foundation/words.ts';
import { isBody, theBody } from '../../records/bodies.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { type Judgement, judgedOnce, type Rule } from '../rule.ts';

export const goLiveRuleDate: Rule = {
  id: 'golive.rule-date',
  area: 'goLive',
  severity: 'warning',
  basis: 'guidance',
  clause: '§3, §4.1',
  title: 'Go-Live date on its slot, or approved elsewhere',
  meaning:
    'A scheduled release goes live on the rule date of its slot, or on another date that somebody approved on a recorded day; who and when come from one record. The rule date is a default, never a constraint; while no date is approved it stands provisionally. §4.1 says that the CSC sets the date; where another body did, as the Panel and the Authority have in the past, that is told. Of a Go-Live in parts the approved date is judged.',
  formula: 'approved date equals the rule date of the slot; if not, who approved it and when are recorded',
  example:
    'The November 2019 release went live on Friday 29 November 2019, 22 days after its rule date of 7 November 2019, with an approval on record: met, and the sentence states the 22 days.',
  coverable: false,
  withoutSubjects: 'An ad-hoc release has no slot, so no rule date applies to it.',
  evaluate: (context) => {
    const { slot } = context.facts.release;
    if (slot === null) return [];
    const ruleDate = ruleDateOf(slot);
    const { approvedDate: date } = context.goLive;
    const ruleDateWords = `the rule date of the ${nameOfSlot(slot).replace(' SEC Release', '')} slot`;
    const besides = `${undatedInWords(context)}${partsInWords(context)}${actualInWords(context)}`;
    const base = { due: ruleDate, actual: date, restsOn: [context.releaseRecord] };
    if (date === null) {
      const stands = ruleDate < context.asOf ? 'stood' : 'stands';
      const sentence = `No Go-Live date is approved yet; ${formatDate(ruleDate)}, ${ruleDateWords}, ${stands} provisionally (§3)${besides}.`;
      return [{ ...base, outcome: 'met', sentence }];
    }
    const was = context.goLive.isApproved ? 'Go-Live was approved for' : 'Go-Live was to be on';
    const planned = date < context.asOf ? 'Go-Live was to be on' : 'Go-Live is on';
    const verb = context.goLive.actualDate === null ? planned : was;
    const approved = approvalInWords(context);
    if (date === ruleDate) {
      const by = approved === null ? '' : `; ${approved}`;
      const sentence = `${verb} ${formatDate(date)}, ${ruleDateWords} (§3)${by}${besides}.`;
      return [{ ...base, slackDays: 0, outcome: 'met', sentence }];
    }
    const side = date < ruleDate ? 'before' : 'after';
    const difference = `${verb} ${formatDateWithWeekday(date)}, ${formatDays(daysBetween(ruleDate, date))} ${side} ${formatDate(ruleDate)}, ${ruleDateWords} (§3)`;
    if (approved === null) return [{ ...base, ...missingApproval(context, difference, besides) }];
    const { reason } = context.goLive;
    const why = isBlank(reason) ? 'no reason is recorded' : saying(reason ?? '');
    return [{ ...base, outcome: 'met', sentence: `${difference}; ${approved}: ${why}${besides}.` }];
  },
};

/** `approved by the Panel on 12 March 2025, where §4.1 says the CSC`; null where who or when is not recorded. */
function approvalInWords({ goLive: { approvedBy, approvedOn } }: RuleContext): string | null {
  if (isBlank(approvedBy) || approvedOn === null) return null;
  const other = isBody(approvedBy, 'CSC') ? '' : ' (§4.1 says the CSC)';
  return `approved by ${theBody(approvedBy ?? '')} on ${formatDate(approvedOn)}${other}`;
}

/** `; a change to 16 July 2026 is recorded without its day`: it may be what holds, and cannot be compared. */
function undatedInWords({ goLive: { undatedMoves } }: RuleContext): string {
  if (undatedMoves.length === 0) return '';
  const days = joinWords(undatedMoves.map(formatDate));
  return undatedMoves.length === 1
    ? `; a change to ${days} is recorded without the day on which it was decided`
    : `; changes to ${days} are recorded without the days on which they were decided`;
}

function partsInWords({ goLive: { parts, undatedParts } }: RuleContext): string {
  const named = [
    ...parts.map((part) => `${part.what} on ${formatDate(part.date)}`),
    ...undatedParts.map((what) => `${what} on a day that is not recorded`),
  ];
  return named.length === 0 ? '' : `; in parts: ${joinWords(named)}`;
}

function actualInWords({ goLive: { actualDate } }: RuleContext): string {
  return actualDate === null ? '' : `; it went live on ${formatDate(actualDate)}`;
}

function missingApproval(context: RuleContext, difference: string, besides: string): Judgement {
  const nobody = isBlank(context.goLive.approvedBy);
  const never = context.goLive.approvedOn === null;
  const missing = nobody ? `who approved it${never ? ' and when' : ''}` : 'when it was approved';
  return {
    outcome: 'notMet',
    sentence: `${difference}, and it is not recorded ${missing} (§4.1)${besides}.`,
    mend: 'Record who approved this Go-Live date, on which day and why.',
    waitsFor: 'SECAS',
    mendAt: fieldOfRelease(`goLive.${nobody ? 'approvedBy' : 'approvedOn'}`),
  };
}

export const goLiveWeekend = judgedOnce(judgeWeekend, {
  id: 'golive.weekend',
  area: 'goLive',
  severity: 'advice',
  basis: 'practice',
  clause: null,
  title: 'Go-Live on a weekday',
  meaning:
    'A Go-Live on a Saturday or Sunday is allowed. It deserves a thought on who is there to support it; no SEC rule forbids it. Once it is live there is nothing left to think of.',
  formula: 'no Go-Live date that lies ahead falls on a Saturday or Sunday',
  example: 'Go-Live on Saturday 27 June 2026: advice to check that support is staffed.',
  withoutSubjects: 'No Go-Live date is recorded.',
});

function judgeWeekend(context: RuleContext): Judgement {
  const { goLive, asOf } = context;
  const restsOn = [context.releaseRecord];
  if (goLive.date === null) {
    return {
      outcome: 'cannotTell',
      restsOn,
      sentence: 'Cannot tell whether the Go-Live falls on a weekend: no Go-Live date is recorded.',
      mend: 'Record the Go-Live date, or choose the slot of the release.',
      waitsFor: 'SECAS',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  const days = daysOf(context).filter(({ on }) => (goLive.actualDate === null ? on >= asOf : on > asOf));
  if (days.length === 0) {
    const behind = daysOf(context);
    const [what, lie] = behind.length === 1 ? ['day', 'lies'] : ['days', 'lie'];
    return {
      outcome: 'notApplicable',
      restsOn,
      sentence: `The ${what} of Go-Live, ${inWords(behind)}, ${lie} behind.`,
    };
  }
  const weekend = days.filter(({ on }) => isWeekendDay(on));
  const [first] = weekend;
  if (!first) {
    return {
      outcome: 'met',
      actual: goLive.date,
      restsOn,
      sentence: `Go-Live is on ${inWords(days)}, not on a weekend.`,
    };
  }
  return {
    outcome: 'notMet',
    actual: first.on,
    restsOn,
    sentence: `Go-Live is on ${inWords(weekend)}, on a weekend; that is allowed, if support is staffed (practice).`,
    mend: 'Confirm that support is staffed over the weekend, or choose a weekday.',
    waitsFor: 'SECAS',
    waitsUntil: first.on,
    mendAt: fieldOfRelease('goLive.approvedDate'),
  };
}

interface GoLiveDay {
  /** ` (North)`: the part that goes live; empty for the release. */
  readonly what: string;
  readonly on: CalendarDate;
}

function inWords(days: readonly GoLiveDay[]): string {
  return joinWords(days.map(({ what, on }) => `${formatDateWithWeekday(on)}${what}`));
}

/** Each day on which something goes live; once it is live, the day on which it did instead of the approved one. */
function daysOf({ goLive: { parts, dates, actualDate } }: RuleContext): readonly GoLiveDay[] {
  const named = parts.map((part) => ({ what: ` (${part.what})`, on: part.date }));
  const own = (actualDate === null ? dates : [actualDate])
    .filter((on) => parts.every((part) => part.date !== on))
    .map((on) => ({ what: '', on }));
  return [...named, ...own];
}
