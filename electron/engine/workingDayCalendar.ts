import { createRequire } from 'node:module';
import type HolidaysClass from 'date-holidays';
import { type CalendarDate, calendarDate, yearOf } from '../../shared/domain/calendar/calendarDate.ts';
import type { WorkingDayCalendar } from '../../shared/domain/calendar/workingDays.ts';

const load = createRequire(import.meta.url);

const byYear = new Map<number, WorkingDayCalendar['closures']>();

/**
 * Bank holidays of England and Wales (date-holidays, CC-BY-3.0) for the years around the given dates. Which years are
 * in it follows from the dates alone, so the same facts give the same calendar.
 */
export function englandAndWales(dates: readonly CalendarDate[]): WorkingDayCalendar {
  const years = dates.map(yearOf);
  const first = Math.max(1900, Math.min(...years) - 2);
  const last = Math.min(2199, Math.max(...years) + 1);
  const closures = [];
  for (let year = first; year <= last; year += 1) closures.push(...closuresOf(year));
  return {
    name: 'England and Wales',
    from: calendarDate(`${first}-01-01`),
    to: calendarDate(`${last}-12-31`),
    closures,
  };
}

function closuresOf(year: number): WorkingDayCalendar['closures'] {
  const known = byYear.get(year);
  if (known) return known;
  // Loaded at the first need: it takes longer than the rest of the engine's start together.
  const Holidays = load('date-holidays') as typeof HolidaysClass;
  const holidays = new Holidays('GB', 'ENG').getHolidays(year, 'en');
  const closures = holidays
    .filter((holiday) => holiday.type === 'public' || holiday.type === 'bank')
    .map((holiday) => ({ on: calendarDate(holiday.date.slice(0, 10)), what: holiday.name }))
    .sort((left, right) => (left.on < right.on ? -1 : 1));
  byYear.set(year, closures);
  return closures;
}
