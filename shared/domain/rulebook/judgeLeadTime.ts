import { type CalendarDate, daysBetween, formatDate, formatDays, plusMonths } from '../calendar/calendarDate.ts';
import type { LeadTimeName } from '../calendar/leadTimes.ts';
import { earliestGoLiveAfter } from '../calendar/leadTimes.ts';
import { fieldOfRelease, newRecord, type Target } from '../findings/target.ts';
import { assertNever } from '../foundation/assertNever.ts';
import { monthsInWords } from '../foundation/words.ts';
import { nobodyApproved } from './context/goLiveInForce.ts';
import type { RuleContext } from './context/ruleContext.ts';
import type { Acceptance, BegunException } from './exceptions.ts';
import { type LeadTimeLength, leadTimeLength } from './leadTimeMonths.ts';
import type { Judgement } from './rule.ts';

/** One thing that has to happen so many months before go-live, and when it did. */
export interface LeadTimeCase {
  readonly leadTime: LeadTimeName;
  readonly clause: string;
  readonly subject: string | null;
  /** When it happened by the as-of date; null: no date recorded. */
  readonly actual: CalendarDate | null;
  /** The day after the as-of date on which it is recorded to happen; null: none is. */
  readonly planned: CalendarDate | null;
  /**
   * Whether a planned day is judged once it is surely too late: joining a scope is a plan. Of an event nothing is known
   * before its day (`docs/formats.md`, As-of); that it is recorded for one is told.
   */
  readonly isPlanDecisive: boolean;
  /** `The TAD was published`: followed by the date it happened on. */
  readonly done: string;
  /** `its finalising has no date`: what can only make it later than `actual`; null: nothing is missing. */
  readonly missing: string | null;
  /** Tell the due date in the sentence of a miss too: a committee sets the scope, and asks by when it should have. */
  readonly tellDue: boolean;
  /** Tell how long before go-live it happened instead of the day: an ad-hoc release is set up as a whole (§3). */
  readonly tellDistance: boolean;
  /** `The TAD is to be finalised and published`: followed by when. */
  readonly toDo: string;
  /** `The publication of the TAD`: what has no date. */
  readonly what: string;
  readonly restsOn: readonly string[];
  /** What is to be done while it is not due. */
  readonly mend: string;
  /** What is to be recorded once its day has passed without a date. */
  readonly mendUndated: string;
  readonly mendAt: Target;
  readonly waitsFor: string;
  readonly acceptance: Acceptance | null;
  /** A record that is to become such a decision, and is told where the miss stands. */
  readonly begun: BegunException | null;
  /** Who agreed what led to a miss, told even where that does not cover it. */
  readonly agreement: string | null;
}

/**
 * Judges on the exact calendar date (`docs/formats.md`, Meaning): with its date, slack is due less actual; without
 * it, the thing is not due until the due date has passed, and then it cannot be told: not recorded is not missed.
 */
export function judgeLeadTime(context: RuleContext, item: LeadTimeCase): Judgement {
  const length = leadTimeLength(context.facts, context.settings, item.leadTime);
  const common = {
    subject: item.subject,
    formula: formulaOf(context, item.leadTime),
    restsOn: [context.releaseRecord, ...item.restsOn],
    waitsFor: item.waitsFor,
    mend: item.mend,
    mendAt: item.mendAt,
  };
  const goLive = context.goLive.plannedDate;
  if (goLive === null) return { ...common, ...judgeWithoutGoLive(item, length) };
  const due = plusMonths(goLive, -length.months);
  const against = { due, goLive, length };
  if (item.actual !== null) return { ...common, ...judgeWithDate(context, { ...item, actual: item.actual }, against) };
  const { planned } = item;
  if (planned === null || !item.isPlanDecisive || context.asOf <= due)
    return { ...common, ...judgeWithoutDate(context, item, due, length) };
  return { ...common, ...judgeWithDate(context, { ...item, actual: planned }, against), actual: null };
}

function judgeWithoutGoLive(item: LeadTimeCase, length: LeadTimeLength): Judgement {
  const since = item.actual === null ? '' : `${item.done} on ${formatDate(item.actual)}; `;
  const what = since === '' ? item.what : 'it';
  return {
    outcome: 'cannotTell',
    actual: item.actual,
    sentence: `${since}${what} is due ${before(item, length)}, and no Go-Live date is recorded to count from.`,
    mend: 'Record the Go-Live date, or choose the slot of the release.',
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
    const sentence = `${item.what} has no date by the as-of date; it was due ${formatDate(due)}, ${before(item, length)}.${plannedLate(item.planned, due)}`;
    return { outcome: 'cannotTell', due, sentence, mend: item.mendUndated, ...basisOf(context, length) };
  }
  const practical = context.workingDays.onOrBefore(due);
  const aside = practical === due ? '' : ` (not a working day: in practice ${formatDate(practical)})`;
  const sentence = `${item.toDo} ${before(item, length)}: ${dueInWords(context.asOf, due)}${aside}.${plannedLate(item.planned, due)}`;
  return { outcome: 'notDue', due, slackDays: daysBetween(context.asOf, due), sentence };
}

/** A day that is recorded for it and comes too late is no miss yet, and is told: it can still be brought forward. */
function plannedLate(planned: CalendarDate | null, due: CalendarDate): string {
  if (planned === null || planned <= due) return '';
  return ` It is recorded for ${formatDate(planned)}, ${formatDays(daysBetween(due, planned))} after that.`;
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
  const missing = item.missing === null ? '' : `; ${item.missing}`;
  return {
    ...dated,
    outcome: 'notMet',
    ...(slackOfMinimum(item, against) < 0 ? {} : practice),
    sentence: `${told}${missing}${item.agreement === null ? '' : `; ${item.agreement}`}.${shortened}${item.begun === null ? '' : ` ${item.begun.told}`}`,
    mend: `The day has passed: record the decision that accepts it${moveInWords(context, item, against)}.`,
    waitsFor: 'CSC',
    waitsUntil: against.goLive < context.asOf ? null : against.goLive,
    mendAt: item.begun?.mendAt ?? newRecord('exception'),
  };
}

const practice = { basis: 'practice' } as const;

/** A longer period than the guidance's minimum is the user's own: while only that has passed, it is practice. */
function basisOf(context: RuleContext, { lengthenedFrom }: LeadTimeLength): Pick<Judgement, 'basis'> {
  const goLive = context.goLive.plannedDate;
  if (lengthenedFrom === null || goLive === null) return {};
  return context.asOf > plusMonths(goLive, -lengthenedFrom) ? {} : practice;
}

/** Days in hand against the guidance's own minimum; negative: days short. */
function slackOfMinimum(item: Happened, { goLive, length }: Against): number {
  return daysBetween(item.actual, plusMonths(goLive, -(length.lengthenedFrom ?? length.months)));
}

/** Only a go-live that still lies ahead can be moved. */
function moveInWords(context: RuleContext, item: Happened, { goLive, length }: Against): string {
  if (context.goLive.actualDate !== null || context.asOf >= goLive) return '';
  const earliest = formatDate(earliestGoLiveAfter(item.actual, length.months));
  // What is missing can ask for a later day still: of no day can it be said yet that it mends.
  if (item.missing !== null)
    return `, or, once the missing day is recorded, move the Go-Live to ${earliest} at the earliest`;
  return `, or move the Go-Live to ${earliest} or later`;
}

/** What happened and by how much; if the go-live has moved since, against both dates (`docs/domain.md`). */
function tell(context: RuleContext, item: Happened, against: Against, slackDays: number): string {
  const then = context.goLive.inForceOn(item.actual);
  const start = item.tellDistance
    ? `${item.done} ${distance(item.actual, against.goLive)}`
    : `${item.done} on ${formatDate(item.actual)}`;
  const least = item.missing !== null && slackDays < 0 ? 'at least ' : '';
  if (then === null || then === against.goLive) {
    const slack = slackInWords(slackDays, monthsInWords(against.length.months));
    const due = item.tellDue && slackDays < 0 ? `; due ${formatDate(against.due)}` : '';
    return `${start}, ${least}${slack}${item.tellDistance ? '' : ' before Go-Live'} (${cite(item, against, slackDays)}${due})`;
  }
  const slackThen = daysBetween(item.actual, plusMonths(then, -against.length.months));
  const now = `${least}${handOrShort(slackDays)} against ${formatDate(against.goLive)}`;
  return `${start}; due ${monthsInWords(against.length.months)} before Go-Live (${cite(item, against, slackDays)}): ${now}; ${handOrShort(slackThen)} against ${formatDate(then)}, then in force`;
}

function distance(actual: CalendarDate, goLive: CalendarDate): string {
  const days = daysBetween(actual, goLive);
  return days === 0 ? 'on the day of Go-Live' : `${formatDays(days)} ${days < 0 ? 'after' : 'before'} Go-Live`;
}

function slackInWords(slackDays: number, period: string): string {
  if (slackDays < 0) return `${formatDays(slackDays)} short of ${period}`;
  return slackDays === 0 ? `exactly ${period}` : `${formatDays(slackDays)} in hand against ${period}`;
}

function handOrShort(slackDays: number): string {
  return `${formatDays(slackDays)} ${slackDays < 0 ? 'short' : 'in hand'}`;
}

/** `six months before Go-Live (§5.1)`. */
function before(item: LeadTimeCase, length: LeadTimeLength): string {
  return `${monthsInWords(length.months)} before Go-Live (${citeLength(item, length)})`;
}

function citeLength(item: LeadTimeCase, length: LeadTimeLength): string {
  if (length.lengthenedFrom === null) return item.clause;
  return `${item.clause}; set longer than the minimum of ${monthsInWords(length.lengthenedFrom)}`;
}

/** Where a longer period is missed, the sentence says how the guidance's own minimum stands. */
function cite(item: Happened, against: Against, slackDays: number): string {
  const minimum = against.length.lengthenedFrom;
  const slackOf = slackOfMinimum(item, against);
  if (minimum === null || slackDays >= 0 || (item.missing !== null && slackOf >= 0))
    return citeLength(item, against.length);
  const slack = `${item.missing === null ? '' : 'at least '}${handOrShort(slackOf)}`;
  return `${item.clause}; set longer than the minimum of ${monthsInWords(minimum)}, against which it is ${slack}`;
}

/** A shortened period never turns a miss into met (`docs/domain.md`): say what was judged, and what was asked for. */
function shortenedNote(actual: CalendarDate, { goLive, length }: Against): string {
  const shorter = length.shortenedTo;
  if (shorter === null || actual > plusMonths(goLive, -shorter)) return '';
  return ` It is judged against the guidance's minimum of ${monthsInWords(length.months)}; the rulebook in use was shortened to ${monthsInWords(shorter)}.`;
}

/** What a lead time counts from in this release, and how long it is: `Go-Live date of the first part less 12 months`. */
export function formulaOf(context: RuleContext, leadTime: LeadTimeCase['leadTime']): string {
  const length = leadTimeLength(context.facts, context.settings, leadTime);
  const months = `${length.months} ${length.months === 1 ? 'month' : 'months'}`;
  switch (context.goLive.source) {
    case 'firstPart':
      return `Go-Live date of the first part less ${months}`;
    case 'ruleDate':
      return `rule date (provisional, no Go-Live date being approved) less ${months}`;
    case 'unapproved':
      return `Go-Live date (${nobodyApproved}) less ${months}`;
    case 'approved':
    case 'unknown':
      return `approved Go-Live date less ${months}`;
    default:
      return assertNever(context.goLive.source);
  }
}
