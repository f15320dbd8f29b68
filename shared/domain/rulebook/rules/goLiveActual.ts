import { type CalendarDate, daysBetween, formatDate, formatDays } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../findings/target.ts';
import { capitalise, saying } from '../../foundation/words.ts';
import { recordName } from '../../records/recordKinds.ts';
import { type DatedPart, nobodyApproved } from '../context/goLiveInForce.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { decisionKindOf } from '../decisionKind.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';
import { allowedBy } from './goLiveAllowed.ts';

export const goLiveActual: Rule = {
  id: 'golive.actual',
  area: 'goLive',
  severity: 'warning',
  basis: 'reading',
  clause: '§4.1',
  title: 'It went live on the approved date',
  meaning:
    'The implementation date that the CSC sets is the date on which a modification goes live. We read this as: the release goes live on its approved date, or later up to a recorded latest permitted date. A release that goes live in dated parts is judged part by part, once the day is recorded on which the first of it went live: each by its own date from then on. A change to the very day on which it went live allows it, unless a later one had moved it away from that day by then; where their days do not tell which came last, the rule cannot tell.',
  formula: 'actual date equals the approved date, or is not after the latest permitted date that is recorded',
  example:
    'Approved for 25 June 2026, went live on 28 June 2026, and no decision records the change: not met. With a latest permitted date of 2 July 2026 on record: met, and the sentence states the 3 days.',
  coverable: false,
  withoutSubjects: 'There is no release to judge.',
  evaluate: (context) => {
    const { parts, actualDate } = context.goLive;
    if (parts.length === 0) return [judgeDay(context, null, actualDate)];
    const judged = parts.map((part) => judgeDay(context, part, part.liveOn));
    const ofNoPart = actualDate !== null && parts.every((part) => part.date !== actualDate);
    return ofNoPart ? [judgeDay(context, null, actualDate), ...judged] : judged;
  },
};

/** One day on which something went live, or is to: the release, or a part of it. */
function judgeDay(context: RuleContext, part: DatedPart | null, actual: CalendarDate | null): Judgement {
  const { approvedDate, date } = context.goLive;
  const name = part === null ? '' : `${capitalise(part.what)}: `;
  const base = {
    subject: part === null ? null : capitalise(part.what),
    due: approvedDate,
    actual,
    restsOn: [context.releaseRecord, ...(part === null ? [] : [recordName('goLivePart', part.record)])],
    waitsFor: 'SECAS',
  };
  if (actual === null) return { ...base, ...judgeAhead(context, name, part?.date ?? date) };
  const live = `${name}${name === '' ? 'W' : 'w'}ent live on ${formatDate(actual)}`;
  if (approvedDate === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${live}; no approved date is recorded to compare (§4.1).`,
      mend: 'Record the approved Go-Live date, who approved it and when.',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  const { isApproved } = context.goLive;
  const called = isApproved ? 'the approved date' : 'the date in force';
  const nobody = isApproved ? '' : `; ${nobodyApproved}`;
  const slackDays = daysBetween(actual, approvedDate);
  if (slackDays === 0) {
    return { ...base, slackDays, outcome: 'met', sentence: `${live}, ${called}${nobody} (§4.1).` };
  }
  const apart = `${formatDays(slackDays)} ${slackDays < 0 ? 'after' : 'before'} ${called} of ${formatDate(approvedDate)}`;
  const allowed = allowedBy(context, part, actual, approvedDate);
  if (allowed.outcome !== 'notMet')
    return { ...base, ...allowed, sentence: `${live}, ${apart}; ${allowed.sentence}${nobody} (§4.1).` };
  const set = isApproved ? 'approved' : 'planned';
  const subject = name === '' ? capitalise(set) : `${name}${set}`;
  return {
    ...base,
    slackDays,
    outcome: 'notMet',
    sentence: `${subject} for ${formatDate(approvedDate)}, went live on ${formatDate(actual)}, ${formatDays(slackDays)} ${slackDays < 0 ? 'after' : 'before'} it; ${allowed.sentence}${nobody} (§4.1).`,
    mend: 'Record the decision that moved the Go-Live, or correct the day on which it went live.',
    mendAt: part === null ? fieldOfRelease('goLive.actualDate') : fieldOf('goLivePart', part.record, 'date'),
  };
}

function judgeAhead(context: RuleContext, name: string, on: CalendarDate | null): Judgement {
  const what = `${name}${name === '' ? 'T' : 't'}he day of Go-Live`;
  const mendAt = fieldOfRelease('goLive.actualDate');
  if (on === null) {
    const sentence = `${what} is not known: neither an approved date nor a slot is recorded (§4.1).`;
    return {
      outcome: 'cannotTell',
      sentence,
      mend: 'Record the Go-Live date, or choose the slot of the release.',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  if (context.asOf <= on) {
    const sentence = `${what} lies ahead (§4.1): ${dueInWords(context.asOf, on)}.`;
    return { outcome: 'notDue', due: on, slackDays: daysBetween(context.asOf, on), sentence };
  }
  const { goLiveDecision } = context.submission;
  const said = decisionKindOf(goLiveDecision?.outcome ?? null);
  if (goLiveDecision !== null && (said === 'no' || said === 'notYet')) {
    const day = goLiveDecision.on === null ? '' : ` on ${formatDate(goLiveDecision.on)}`;
    return {
      outcome: 'cannotTell',
      due: on,
      sentence: `${what} was to be ${formatDate(on)}; the CSC decided ${saying(goLiveDecision.outcome ?? '')}${day}, and no other date is recorded (§4.1).`,
      mend: 'Record the Go-Live date that holds now, who approved it and when.',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  const sentence = `${what} was to be ${formatDate(on)}; no date by the as-of date is recorded on which it went live (§4.1).`;
  return { outcome: 'cannotTell', due: on, sentence, mend: 'Record the day on which it went live.', mendAt };
}
