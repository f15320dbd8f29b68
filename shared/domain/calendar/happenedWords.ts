import { type CalendarDate, formatDate } from './calendarDate.ts';

/** What stands beside an event that is recorded and lies after the day that is spoken of. */
export function notYet(asOf: CalendarDate): string {
  return `after ${formatDate(asOf)}: not yet`;
}

/** `20 May 2026`, and of a day that lies ahead `20 May 2026 (after 1 May 2026: not yet)`: it is printed, and marked as such. */
export function happenedWords(on: CalendarDate, asOf: CalendarDate): string {
  return `${formatDate(on)}${aheadMark(on, asOf)}`;
}

/** ` (after 1 May 2026: not yet)` where the day lies ahead; else nothing. */
export function aheadMark(on: CalendarDate, asOf: CalendarDate): string {
  return on > asOf ? ` (${notYet(asOf)})` : '';
}

/** How a period is written: what stands between its ends, and for either that is not recorded. */
export interface PeriodWords {
  readonly between: string;
  readonly noStart: string;
  readonly noEnd: string;
}

/** A period in which something ran, and of one that lies ahead, wholly or with its end, that it has not; null without dates. */
export function ranWords(
  from: CalendarDate | null,
  to: CalendarDate | null,
  asOf: CalendarDate,
  { between, noStart, noEnd }: PeriodWords,
): string | null {
  if (from === null && to === null) return null;
  // The mark behind the end speaks for the start, too.
  const isEndAhead = to !== null && to > asOf;
  const start = from === null ? noStart : isEndAhead ? formatDate(from) : happenedWords(from, asOf);
  return `${start}${between}${to === null ? noEnd : happenedWords(to, asOf)}`;
}
