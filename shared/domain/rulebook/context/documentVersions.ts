import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { RidVersion, TadVersion } from '../../records/documents.ts';
import type { RuleContext } from './ruleContext.ts';

/** A version of a document and the day it dates from, where that is recorded. */
export interface Dated<Version> {
  readonly version: Version;
  readonly on: CalendarDate | null;
}

/** The RID as it stood on the as-of date: the version issued last (published, where no issue is recorded). */
export function currentRid(context: RuleContext): Dated<RidVersion> | null {
  return currentOf(context, context.facts.rid.versions, (version) => [version.issuedOn ?? version.publishedOn]);
}

/** The TAD as it stood on the as-of date: the version with the latest milestone. */
export function currentTad(context: RuleContext): Dated<TadVersion> | null {
  return currentOf(context, context.facts.tad.versions, tadDates);
}

/** The milestones of a TAD version in the order in which they follow each other (§5.1). */
export function tadDates(version: TadVersion): readonly (CalendarDate | null)[] {
  return [version.issuedToTagOn, version.reviewedByTagOn, version.approvedOn, version.finalisedOn, version.publishedOn];
}

/** A version all of whose dates lie ahead is not there yet; one without any date stands, before every dated one. */
function currentOf<Version>(
  context: RuleContext,
  versions: readonly Version[],
  datesOf: (version: Version) => readonly (CalendarDate | null)[],
): Dated<Version> | null {
  let current: Dated<Version> | null = null;
  for (const version of versions) {
    const dates = datesOf(version).flatMap((date) => (date === null ? [] : [date]));
    const past = dates.filter((date) => date <= context.asOf);
    if (dates.length > 0 && past.length === 0) continue;
    const on = past.toSorted().at(-1) ?? null;
    if (current === null || (on ?? '') >= (current.on ?? '')) current = { version, on };
  }
  return current;
}
