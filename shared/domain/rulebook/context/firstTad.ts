import { type CalendarDate, laterOf } from '../../calendar/calendarDate.ts';
import { compareNatural, compareText } from '../../foundation/naturalOrder.ts';
import { isBlank } from '../../foundation/words.ts';
import { type TadVersion, tadDates } from '../../records/documents.ts';
import type { RuleContext } from './ruleContext.ts';

/** The version of the TAD that was first, or may have been, to reach what a lead time asks for (§5.1). */
export interface FirstTad {
  readonly version: TadVersion;
  /** The day it did so; with a field missing the earliest it can have been; null: that it was in time can be. */
  readonly on: CalendarDate | null;
  /** The date it lacks; null: it has all that count. */
  readonly lacks: 'issuedToTagOn' | 'finalisedOn' | 'publishedOn' | null;
}

/**
 * The version issued to the TAG first. Where the first recorded issue is late, an earlier version whose own issue has
 * no date comes before it: it may have been issued in time.
 * @param due null: there is no Go-Live to count from
 */
export function firstIssued(context: RuleContext, due: CalendarDate | null): FirstTad | null {
  const first = earliestOf(dated(context, ({ issuedToTagOn }) => issuedToTagOn, null));
  if (first === null || due === null || inTime(first, due)) return first;
  const silent = context.facts.tad.versions.find(
    (version) => come(context, version.issuedToTagOn) === null && cameBefore(context, version, first),
  );
  return silent ? { version: silent, on: null, lacks: 'issuedToTagOn' } : first;
}

/**
 * The version that was both finalised and published first. Where that is late, one with only one of the two dates may
 * have been earlier: in time as far as is recorded, or late whatever the missing day is.
 * @param due null: there is no Go-Live to count from
 */
export function firstPublished(context: RuleContext, due: CalendarDate | null): FirstTad | null {
  const complete = earliestOf(dated(context, completedOn, null));
  if (due === null || (complete !== null && inTime(complete, due))) return complete;
  const halves = [
    ...dated(context, (one) => (come(context, one.finalisedOn) === null ? one.publishedOn : null), 'finalisedOn'),
    ...dated(context, (one) => (come(context, one.publishedOn) === null ? one.finalisedOn : null), 'publishedOn'),
  ].filter((one) => complete === null || (!isDraft(one.version) && compareText(one.on ?? '', complete.on ?? '') < 0));
  const half = earliestOf(halves);
  if (half !== null) return inTime(half, due) ? { ...half, on: null } : half;
  const silent = complete && context.facts.tad.versions.find((one) => isSilentBefore(one, complete.version));
  return silent ? { version: silent, on: null, lacks: 'publishedOn' } : complete;
}

function completedOn({ finalisedOn, publishedOn }: TadVersion): CalendarDate | null {
  return finalisedOn === null || publishedOn === null ? null : laterOf(finalisedOn, publishedOn);
}

/** A day that lies ahead is no fact yet. */
function come(context: RuleContext, on: CalendarDate | null): CalendarDate | null {
  return context.hasHappened(on) ? on : null;
}

function dated(
  context: RuleContext,
  dayOf: (version: TadVersion) => CalendarDate | null,
  lacks: FirstTad['lacks'],
): readonly FirstTad[] {
  return context.facts.tad.versions.flatMap((version) => {
    const on = dayOf(version);
    return on !== null && context.hasHappened(on) ? [{ version, on, lacks }] : [];
  });
}

function earliestOf(all: readonly FirstTad[]): FirstTad | null {
  return all.reduce<FirstTad | null>(
    (best, one) => (best === null || (one.on ?? '') < (best.on ?? '') ? one : best),
    null,
  );
}

function inTime({ on }: FirstTad, due: CalendarDate): boolean {
  return on !== null && on <= due;
}

/** By another milestone, or by its number. */
function cameBefore(context: RuleContext, version: TadVersion, first: FirstTad): boolean {
  const past = tadDates(version).flatMap((on) => come(context, on) ?? []);
  if (past.length === 0) return isSilentBefore(version, first.version);
  return past.some((on) => on <= (first.on ?? on)) || isNumberedBefore(version, first.version);
}

/** A version of which only the number is known, and that it is no draft. */
function isSilentBefore(version: TadVersion, other: TadVersion): boolean {
  const isSilent = tadDates(version).every((on) => on === null);
  return isSilent && !isDraft(version) && isNumberedBefore(version, other);
}

function isNumberedBefore(left: TadVersion, right: TadVersion): boolean {
  if (isBlank(left.version) || isBlank(right.version)) return false;
  return compareNatural(left.version ?? '', right.version ?? '') < 0;
}

/** Numbered below one: nobody finalises a draft, so that its finalising has no date says nothing. */
function isDraft({ version }: TadVersion): boolean {
  return /^\s*v?0(?!\d)/i.test(version ?? '');
}
