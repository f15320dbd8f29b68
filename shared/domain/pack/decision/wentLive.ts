import { formatDate, formatDateWithWeekday } from '../../calendar/calendarDate.ts';
import { capitalise, countOf, theReleaseCalled } from '../../foundation/words.ts';
import type { PackContext } from '../packContext.ts';
import { shortened, unbroken } from '../words.ts';

/** `The June 2026 SEC Release went live on Sunday 28 June 2026`; null while it has not. Of one in parts, of the first. */
export function wentLiveInWords({ facts, rules }: PackContext): string | null {
  const { actualDate, parts, undatedParts } = rules.goLive;
  if (actualDate === null) return null;
  const name = theReleaseCalled(shortened(facts.release.name, 56));
  const what = parts.length + undatedParts.length > 1 ? `the first part of ${name}` : name;
  return capitalise(`${what} went live on ${unbroken(formatDateWithWeekday(actualDate))}`);
}

/** The release is live, and a part of it is not, or has no day yet. */
export function isLiveInPart({ actualDate, parts, undatedParts }: PackContext['rules']['goLive']): boolean {
  return actualDate !== null && (undatedParts.length > 0 || parts.some(({ liveOn }) => liveOn === null));
}

/** The day of Go-Live lies behind, and nobody recorded that it went live: neither a question nor a Go-Live is left to tell. */
export function hasPassedUnrecorded({ rules, asOf }: PackContext): boolean {
  const { actualDate, plannedDate } = rules.goLive;
  return actualDate === null && plannedDate !== null && plannedDate < asOf;
}

export function askedWords(context: PackContext): string {
  const isOver = context.rules.goLive.actualDate !== null || hasPassedUnrecorded(context);
  return `The CSC ${isOver ? 'was' : 'is'} asked to agree`;
}

/** `approved for 25 June 2026, permitted to 9 July 2026`: beside the day on which it went live, where that is another. */
export function askedForInWords({ facts, rules }: PackContext): string {
  const { actualDate, plannedDate, isApproved } = rules.goLive;
  const { latestPermittedDate } = facts.release.goLive;
  const planned =
    plannedDate === null || plannedDate === actualDate
      ? []
      : [`${isApproved ? 'approved' : 'planned'} for ${unbroken(formatDate(plannedDate))}`];
  const permitted = latestPermittedDate === null ? [] : [`permitted to ${unbroken(formatDate(latestPermittedDate))}`];
  return [...planned, ...permitted].join(', ');
}

/** `South 2 July 2026 (live); North 9 July 2026`: each part of a Go-Live in parts, the first three of them. */
export function partsInWords({ rules }: PackContext): string | null {
  const { parts, undatedParts, actualDate } = rules.goLive;
  const words = [
    ...parts.map(
      ({ what, date, liveOn }) => `${shortened(what, 40)} ${formatDate(date)}${liveOn === null ? '' : ' (live)'}`,
    ),
    ...undatedParts.map((what) => `${shortened(what, 40)} (no date yet)`),
  ];
  if (words.length === 0) return null;
  const few = `${words.slice(0, 3).join('; ')}${words.length > 3 ? `; and ${words.length - 3} more` : ''}`;
  return `${actualDate === null ? 'going live' : 'goes live'} in ${countOf(words.length, 'part')}: ${few}`;
}
