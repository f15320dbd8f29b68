import { type CalendarDate, formatDate } from './calendarDate.ts';

/** What stands beside an event that is recorded and lies after the day that is spoken of. */
export function notYet(asOf: CalendarDate): string {
  return `after ${formatDate(asOf)}: not yet`;
}
