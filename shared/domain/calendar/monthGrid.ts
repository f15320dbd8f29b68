import { type CalendarDate, lastDayOf, monthNames, plusDays, weekdayOf, yearOf } from './calendarDate.ts';

/** The weeks of the month that a day lies in, Monday first; null where a week begins or ends in another month. */
export function weeksOfMonth(day: CalendarDate): readonly (readonly (CalendarDate | null)[])[] {
  const first = `${day.slice(0, 8)}01` as CalendarDate;
  const length = Number(lastDayOf(yearOf(day), Number(day.slice(5, 7))).slice(8));
  const before = (weekdayOf(first) + 6) % 7;
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const at = week * 7 + weekday - before;
      return at >= 0 && at < length ? plusDays(first, at) : null;
    }),
  );
}

/** `November 2021`. */
export function formatMonth(day: CalendarDate): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1]} ${yearOf(day)}`;
}
