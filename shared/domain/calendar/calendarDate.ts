import { z } from 'zod';

/**
 * A day in the calendar, `YYYY-MM-DD`, between 1900 and 2199. Never a `Date`: a day has no time zone, and text
 * compares in calendar order. Arithmetic is done in UTC: some time zones have left out whole days (Samoa had no
 * 30 December 2011).
 */
export const calendarDateSchema = z.iso
  .date({ error: 'is not a calendar date; write it as YYYY-MM-DD, such as 2026-06-25' })
  .refine((text) => text >= '1900-01-01' && text <= '2199-12-31', {
    error: 'is outside the years 1900 to 2199; check the year',
  })
  .brand<'CalendarDate'>();

export type CalendarDate = z.output<typeof calendarDateSchema>;

/** The ends of the calendar. Arithmetic stops there, so that a computed date always is one that the schemas accept. */
export const firstDate = '1900-01-01' as CalendarDate;
export const lastDate = '2199-12-31' as CalendarDate;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const MS_PER_DAY = 86_400_000;

/** Reads a date that the program itself wrote or a test states. @throws if it is not a calendar date. */
export function calendarDate(text: string): CalendarDate {
  return calendarDateSchema.parse(text);
}

export function isCalendarDate(text: string): text is CalendarDate {
  return calendarDateSchema.safeParse(text).success;
}

/** Moves by whole days; negative goes back. */
export function plusDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * Moves by calendar months, clamped to the month's end (`docs/domain.md`, Lead times): 29 February 2024 less
 * twelve months is 28 February 2023.
 */
export function plusMonths(date: CalendarDate, months: number): CalendarDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  if (year < 1900) return firstDate;
  if (year > 2199) return lastDate;
  const last = lastDayOf(year, index - year * 12 + 1);
  const day = date.slice(8, 10);
  return day < last.slice(8, 10) ? (`${last.slice(0, 8)}${day}` as CalendarDate) : last;
}

/** Calendar days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Calendar months from the month of `from` to that of `to`, whatever their days. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(dayNumber(date) * MS_PER_DAY).getUTCDay();
}

export function isWeekendDay(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}

export function lastDayOf(year: number, month: number): CalendarDate {
  return fromDayNumber(Date.UTC(year, month, 1) / MS_PER_DAY - 1);
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** `4 November 2021`: the one way dates are shown to people. */
export function formatDate(date: CalendarDate): string {
  const known = written.get(date);
  if (known !== undefined) return known;
  const text = `${Number(date.slice(8, 10))} ${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
  written.set(date, text);
  return text;
}

/** The same of a text that may be none, whatever somebody else's program wrote: `27 November 2026`, and what is no day as it is. */
export function dayInWords(text: string): string {
  return isCalendarDate(text) ? formatDate(text) : text;
}

/** Thousands of sentences share a few dates; no more than the calendar has days. */
const written = new Map<CalendarDate, string>();

/** `Thursday 4 November 2021`, where the weekday matters. */
export function formatDateWithWeekday(date: CalendarDate): string {
  return `${weekdayNames[weekdayOf(date)]} ${formatDate(date)}`;
}

/** `1 day`, `2 days`: counts are never shown without their unit. */
export function formatDays(days: number): string {
  const count = Math.abs(days);
  return count === 1 ? '1 day' : `${count} days`;
}

export function earlierOf(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left < right ? left : right;
}

export function laterOf(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left > right ? left : right;
}

/** Days since 1970. */
function dayNumber(date: CalendarDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY;
}

/** Stops at the calendar's ends. */
function fromDayNumber(days: number): CalendarDate {
  const inside = Math.max(dayNumber(firstDate), Math.min(dayNumber(lastDate), days));
  const text = new Date(inside * MS_PER_DAY).toISOString();
  return text.slice(0, 10) as CalendarDate;
}
