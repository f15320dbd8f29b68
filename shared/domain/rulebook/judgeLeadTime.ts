import { type CalendarDate, daysBetween, formatDate, formatDays, plusMonths } from '../calendar/calendarDate.ts';
import { earliestGoLiveAfter } from '../calendar/leadTimes.ts';
import { assertNever } from '../foundation/assertNever.ts';
import { fieldOfRelease, newRecord, type Target } from '../readiness/target.ts';
import type { RuleContext } from './context/ruleContext.ts';
import type { Acceptance } from './exceptions.ts';
import { type LeadTimeLength, leadTimeLength } from './leadTimeMonths.ts';
import type { Judgement } from './rule.ts';
import type { LeadTimeName } from './settings.ts';
import { monthsInWords } from './words.ts';

/** One thing that has to happen so many months before go-live, and when it did. */
export interface LeadTimeCase {
  readonly leadTime: LeadTimeName;
  readonly clause: string;
  readonly subject: string | null;
  /** When it happened by the as-of date; null: no date recorded. */
  readonly actual: CalendarDate | null;
  /** `The TAD was published`: followed by the date it happened on. */
  readonly done: string;
  /** Tell the due date in the sentence of a miss too: a committee sets the scope, and asks by when it should have. */
  readonly tellDue: boolean;
  /** Tell how long before go-live it happened instead of the day: an ad-hoc release is set up as a whole (§3). */
  readonly tellDistance: boolean;
  /** `The TAD is to be finalised and published`: followed by when. */
  readonly toDo: string;
  /** `The publication of the TAD`: what has no date. */
  readonly what: string;
  readonly restsOn: readonly string[];
  readonly mend: string;
  readonly mendAt: Target;
  readonly waitsFor: string;
  readonly acceptance: Acceptance | null;
  /** Who agreed what led to a miss, told even where that does not cover it. */
  readonly agreement: string | null;
}

/**
 * Judges on the exact calendar date (`../shared/interface.md`, Meaning): with its date, slack is due less actual; without
 * it, the thing is not due until the due date has passed, and then nobody can tell.
 */
export function judgeLeadTime(context: RuleContext, item: LeadTimeCase): Judgement {
  const length = leadTimeLength(context.facts, context.settings, item.leadTime);
  const common = {
    subject: item.subject,
    formula: formulaOf(context, length),
    restsOn: [context.releaseRecord, ...item.restsOn],
    waitsFor: item.waitsFor,
    mend: item.mend,
    mendAt: item.mendAt,
  };
  const goLive = context.goLive.date;
  if (goLive === null) return { ...common, ...judgeWithoutGoLive(item, length) };
  const due = plusMonths(goLive, -length.months);
  if (item.actual === null) return { ...common, ...judgeWithoutDate(context, item, due, length) };
  return { ...common, ...judgeWithDate(context, { ...item, actual: item.actual }, { due, goLive, length }) };
}

function judgeWithoutGoLive(item: LeadTimeCase, length: LeadTimeLength): Judgement {
  return {
    outcome: 'cannotTell',
    actual: item.actual,
    sentence: `${item.what} is due ${before(item, length)}, but no go-live date is recorded.`,
    mend: 'Record the go-live date, or choose the slot of the release.',
    waitsFor: 'CSC',
    mendAt: fieldOfRelease('goLive.approvedDate'),
  };
}

function judgeWithoutDate(
  context: RuleContext,
  item: LeadTimeCase,
  due: CalendarDate,
  length: LeadTimeLength,
): Judgement {
  if (context.asOf > due) {
    const sentence = `${item.what} has no date recorded; it was due ${formatDate(due)}, ${before(item, length)}.`;
    return { outcome: 'cannotTell', due, sentence };
  }
  const practical = context.workingDays.onOrBefore(due);
  const aside = practical === due ? '' : ` (not a working day: in practice ${formatDate(practical)})`;
  const sentence = `${item.toDo} ${before(item, length)}: ${dueInWords(context.asOf, due)}${aside}.`;
  return { outcome: 'notDue', due, slackDays: daysBetween(context.asOf, due), sentence };
}

/** `due 25 December 2025, in 94 days`: how a date that lies ahead is told everywhere. */
export function dueInWords(asOf: CalendarDate, due: CalendarDate): string {
  const days = daysBetween(asOf, due);
  return `due ${formatDate(due)}, ${days === 0 ? 'the as-of date itself' : `in ${formatDays(days)}`}`;
}

type Happened = LeadTimeCase & { readonly actual: CalendarDate };

interface Against {
  readonly due: CalendarDate;
  readonly goLive: CalendarDate;
  readonly length: LeadTimeLength;
}

function judgeWithDate(context: RuleContext, item: Happened, against: Against): Judgement {
  const slackDays = daysBetween(item.actual, against.due);
  const dated = { due: against.due, actual: item.actual, slackDays };
  const told = tell(context, item, against, slackDays);
  if (slackDays >= 0) return { ...dated, outcome: 'met', sentence: `${told}.` };
  const shortened = shortenedNote(item.actual, against);
  if (item.acceptance) {
    return {
      ...dated,
      outcome: 'covered',
      sentence: `${told}; ${item.acceptance.clause}.${shortened}`,
      coveredBy: item.acceptance.coveredBy,
      restsOn: [context.releaseRecord, ...item.restsOn, ...item.acceptance.restsOn],
    };
  }
  const later = formatDate(earliestGoLiveAfter(item.actual, against.length.months));
  return {
    ...dated,
    outcome: 'notMet',
    sentence: `${told}${item.agreement === null ? '' : `; ${item.agreement}`}.${shortened}`,
    mend: `The day has passed: record the decision that accepts it, or move the go-live to ${later} or later.`,
    waitsFor: 'CSC',
    waitsUntil: against.goLive,
    mendAt: newRecord('exception'),
  };
}

/** What happened and by how much; if the go-live has moved since, against both dates (`../shared/domain.md`). */
function tell(context: RuleContext, item: Happened, against: Against, slackDays: number): string {
  const then = context.goLive.inForceOn(item.actual);
  const start = item.tellDistance
    ? `${item.done} ${distance(item.actual, against.goLive)}`
    : `${item.done} on ${formatDate(item.actual)}`;
  if (then === null || then === against.goLive) {
    const slack = slackInWords(slackDays, monthsInWords(against.length.months));
    const due = item.tellDue && slackDays < 0 ? `; due ${formatDate(against.due)}` : '';
    return `${start}, ${slack}${item.tellDistance ? '' : ' before go-live'} (${cite(item, against.length)}${due})`;
  }
  const slackThen = daysBetween(item.actual, plusMonths(then, -against.length.months));
  const now = `${handOrShort(slackDays)} against ${formatDate(against.goLive)}`;
  return `${start}; due ${before(item, against.length)}: ${now}; ${handOrShort(slackThen)} against ${formatDate(then)}, then in force`;
}

function distance(actual: CalendarDate, goLive: CalendarDate): string {
  const days = daysBetween(actual, goLive);
  return `${formatDays(days)} ${days < 0 ? 'after' : 'before'} Go-Live`;
}

function slackInWords(slackDays: number, period: string): string {
  if (slackDays < 0) return `${formatDays(slackDays)} short of ${period}`;
  return slackDays === 0 ? `exactly ${period}` : `${formatDays(slackDays)} in hand against ${period}`;
}

function handOrShort(slackDays: number): string {
  return `${formatDays(slackDays)} ${slackDays < 0 ? 'short' : 'in hand'}`;
}

/** `six months before go-live (§5.1)`. */
function before(item: LeadTimeCase, length: LeadTimeLength): string {
  return `${monthsInWords(length.months)} before go-live (${cite(item, length)})`;
}

function cite(item: LeadTimeCase, length: LeadTimeLength): string {
  if (length.lengthenedFrom === null) return item.clause;
  return `${item.clause}; set longer than the minimum of ${monthsInWords(length.lengthenedFrom)}`;
}

/** A shortened period never turns a miss into met (`../shared/domain.md`): say what was judged, and what was asked for. */
function shortenedNote(actual: CalendarDate, { goLive, length }: Against): string {
  const shorter = length.shortenedTo;
  if (shorter === null || actual > plusMonths(goLive, -shorter)) return '';
  return ` It is judged against the guidance's minimum of ${monthsInWords(length.months)}; the rulebook in use was shortened to ${monthsInWords(shorter)}.`;
}

function formulaOf(context: RuleContext, length: LeadTimeLength): string {
  const months = `${length.months} ${length.months === 1 ? 'month' : 'months'}`;
  switch (context.goLive.source) {
    case 'firstPart':
      return `go-live date of the first part less ${months}`;
    case 'ruleDate':
      return `rule date (provisional, no go-live date being approved) less ${months}`;
    case 'approved':
    case 'unknown':
      return `approved go-live date less ${months}`;
    default:
      return assertNever(context.goLive.source);
  }
}
