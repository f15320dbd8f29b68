import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';

/** `by 10 June 2026`; once that day has passed, `was due 10 June 2026`. */
export function untilInWords(until: CalendarDate, asOf: CalendarDate): string {
  return `${until < asOf ? 'was due' : 'by'} ${formatDate(until)}`;
}
