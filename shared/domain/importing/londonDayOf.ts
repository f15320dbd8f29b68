import type { CalendarDate } from '../calendar/calendarDate.ts';
import { writtenLondonDay } from '../calendar/londonDay.ts';

/**
 * The day in London of an instant: trackers keep midnight of a summer's day as 23:00 UTC of the day before.
 *
 * @param date the day as written, YYYY-MM-DD
 * @param minutes the time of day as written
 * @param offset minutes that the written zone is ahead of UTC
 */
export function londonDayOf(date: CalendarDate, minutes: number, offset: number): CalendarDate {
  return writtenLondonDay(new Date(`${date}T00:00:00Z`).getTime() + (minutes - offset) * 60_000) as CalendarDate;
}
