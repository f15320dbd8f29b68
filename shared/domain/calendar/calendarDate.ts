import { addDays, addMonths, isWeekend, lastDayOfMonth } from 'date-fns';
import { z } from 'zod';

/**
 * A day in the calendar, `YYYY-MM-DD`, between 1900 and 2199. Never a `Date`: a day has no time zone, and text
 * compares in calendar order. Arithmetic goes through local noon, which every time zone has on every day.
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
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** More months than the calendar holds. */
const MOST_MONTHS = 12 * 300;

/** Reads a date that the program itself wrote or a test states. @throws if it is not a calendar date. */
export function calendarDate(text: string): CalendarDate {
  return calendarDateSchema.parse(text);
}

export function isCalendarDate(text: string): text is CalendarDate {
  return calendarDateSchema.safeParse(text).success;
}

/** Moves by whole days; negative goes back. */
export function plusDays(date: CalendarDate, days: number): CalendarDate {
  return fromNoon(addDays(toNoon(date), days));
}

/**
 * Moves by calendar months, clamped to the month's end (`docs/domain.md`, Lead times): 29 February 2024 less
 * twelve months is 28 February 2023.
 */
export function plusMonths(date: CalendarDate, months: number): CalendarDate {
  return fromNoon(addMonths(toNoon(date), Math.max(-MOST_MONTHS, Math.min(MOST_MONTHS, months))));
}

/** Calendar days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return toNoon(date).getDay();
}

export function isWeekendDay(date: CalendarDate): boolean {
  return isWeekend(toNoon(date));
}

export function lastDayOf(year: number, month: number): CalendarDate {
  return fromNoon(lastDayOfMonth(new Date(year, month - 1, 1, 12)));
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

/** Days since 1970; thousands of findings tell a distance in days, so this one does without a `Date`'s time zone. */
function dayNumber(date: CalendarDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
}

function toNoon(date: CalendarDate): Date {
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)), 12);
}

function fromNoon(date: Date): CalendarDate {
  if (!(date.getFullYear() >= 1900)) return firstDate;
  if (date.getFullYear() > 2199) return lastDate;
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${year}-${month}-${day}` as CalendarDate;
}
