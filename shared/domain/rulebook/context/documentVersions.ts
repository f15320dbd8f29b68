import { type CalendarDate, calendarDateSchema } from '../../calendar/calendarDate.ts';
import { compareNatural, compareText } from '../../foundation/naturalOrder.ts';
import { isRidVersion } from '../../records/begun.ts';
import { type RidVersion, type TadVersion, tadDates } from '../../records/documents.ts';
import type { RuleContext } from './ruleContext.ts';

/** A version of a document and the day it dates from, where that is recorded. */
export interface Dated<Version> {
  readonly version: Version;
  readonly on: CalendarDate | null;
}

/** The versions of the RID that are more than begun. */
export function ridVersions(context: RuleContext): readonly RidVersion[] {
  return context.facts.rid.versions.filter(isRidVersion);
}

/** The RID as it stood on the as-of date: the version issued last (published, where no issue is recorded). */
export function currentRid(context: RuleContext): Dated<RidVersion> | null {
  return currentOf(context, ridVersions(context), ridDates, ([on]) => on ?? null);
}

/** The version of the RID that came first. */
export function firstRid(context: RuleContext): Dated<RidVersion> | null {
  const dated = ridVersions(context).flatMap((version) => {
    const [on] = ridDates(version);
    return on != null && on <= context.asOf ? [{ version, on }] : [];
  });
  const order = (one: Dated<RidVersion>, best: Dated<RidVersion>) =>
    compareText(one.on ?? '', best.on ?? '') || compareVersions(one.version, best.version, context.asOf);
  return dated.reduce<Dated<RidVersion> | null>((best, one) => (best && order(one, best) >= 0 ? best : one), null);
}

function ridDates(version: RidVersion): readonly (CalendarDate | null)[] {
  return [version.issuedOn ?? version.publishedOn];
}

/** The TAD as it stood on the as-of date: the version issued last (by its first milestone, where no issue is recorded). */
export function currentTad(context: RuleContext): Dated<TadVersion> | null {
  const begunOn = (past: readonly CalendarDate[], { issuedToTagOn }: TadVersion) =>
    issuedToTagOn !== null && issuedToTagOn <= context.asOf ? issuedToTagOn : (past[0] ?? null);
  return currentOf(context, context.facts.tad.versions, tadDates, begunOn);
}

/**
 * A version all of whose dates lie ahead is not there yet; one without any date stands, before every dated one. Of two that
 * count alike the last one by name, then by what it says, is the current one: no day that lies ahead decides which.
 */
function currentOf<Version extends { readonly version: string | null }>(
  context: RuleContext,
  versions: readonly Version[],
  datesOf: (version: Version) => readonly (CalendarDate | null)[],
  /** The day that decides which version is the last, of the dates that have come, in order. */
  rankOf: (past: readonly CalendarDate[], version: Version) => CalendarDate | null,
): Dated<Version> | null {
  let current: Dated<Version> | null = null;
  let highest = '';
  for (const version of versions) {
    const dates = datesOf(version).flatMap((date) => (date === null ? [] : [date]));
    const past = dates.filter((date) => date <= context.asOf).sort();
    if (dates.length > 0 && past.length === 0) continue;
    const rank = rankOf(past, version) ?? '';
    if (current && (compareText(rank, highest) || compareVersions(version, current.version, context.asOf)) < 0)
      continue;
    current = { version, on: past.at(-1) ?? null };
    highest = rank;
  }
  return current;
}

/** By name, then by what they say. */
function compareVersions<Version extends { readonly version: string | null }>(
  left: Version,
  right: Version,
  asOf: CalendarDate,
): number {
  return (
    compareNatural(left.version ?? '', right.version ?? '') || compareText(saidBy(left, asOf), saidBy(right, asOf))
  );
}

/** All that a version says but for its id and the days that lie ahead. */
function saidBy(version: object, asOf: CalendarDate): string {
  const isAhead = (value: unknown) => calendarDateSchema.safeParse(value).success && (value as CalendarDate) > asOf;
  return JSON.stringify(version, (name, value) => (name === 'id' || isAhead(value) ? null : value));
}
