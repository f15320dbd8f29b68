import type { CalendarDate } from '../calendar/calendarDate.ts';

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day in London of an instant: trackers keep midnight of a summer's day as 23:00 UTC of the day before.
 *
 * @param date the day as written, YYYY-MM-DD
 * @param minutes the time of day as written
 * @param offset minutes that the written zone is ahead of UTC
 */
export function londonDay(date: CalendarDate, minutes: number, offset: number): CalendarDate {
  const instant = new Date(`${date}T00:00:00Z`).getTime() + (minutes - offset) * 60_000;
  const parts = Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}` as CalendarDate;
}
