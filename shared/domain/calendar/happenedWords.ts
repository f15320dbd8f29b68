import { type CalendarDate, formatDate } from './calendarDate.ts';

/** What stands beside an event that is recorded and lies after the day that is spoken of. */
export function notYet(asOf: CalendarDate): string {
  return `after ${formatDate(asOf)}: not yet`;
}

/** `20 May 2026`, and of a day that lies ahead `20 May 2026 (after 1 May 2026: not yet)`: it is printed, and marked as such. */
export function happenedWords(on: CalendarDate, asOf: CalendarDate): string {
  return `${formatDate(on)}${aheadMark(asOf, on)}`;
}

/** ` (after 1 May 2026: not yet)` where the last of these days, with those before it, lies ahead; else nothing. */
export function aheadMark(asOf: CalendarDate, ...days: readonly (CalendarDate | null)[]): string {
  return days.some((day) => day !== null && day > asOf) ? ` (${notYet(asOf)})` : '';
}
