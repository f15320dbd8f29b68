import { type CalendarDate, calendarDate, dayInWords } from './calendarDate.ts';

/** Made when it is first asked for: it takes ten milliseconds, and every process that starts reads this file. */
let london: Intl.DateTimeFormat | null = null;

/** The calendar day in Europe/London at this instant (milliseconds since 1970). @throws outside the calendar (`calendarDate.ts`) */
export function londonDay(instant: number): CalendarDate {
  return calendarDate(writtenLondonDay(instant));
}

/** The same as text, whatever somebody else's file says: `1601-01-01`. */
export function writtenLondonDay(instant: number): string {
  london ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = Object.fromEntries(london.formatToParts(instant).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The day of a written instant as a sentence has it, `27 November 2026`; one outside the calendar as it is written. */
export function londonDayInWords(instant: string): string {
  return dayInWords(writtenLondonDay(Date.parse(instant)));
}
