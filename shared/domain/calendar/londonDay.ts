import { type CalendarDate, calendarDate } from './calendarDate.ts';

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Europe/London at this instant (milliseconds since 1970). */
export function londonDay(instant: number): CalendarDate {
  const parts = Object.fromEntries(london.formatToParts(instant).map((part) => [part.type, part.value]));
  return calendarDate(`${parts.year}-${parts.month}-${parts.day}`);
}
