import { z } from 'zod';
import {
  type CalendarDate,
  calendarDateSchema,
  daysBetween,
  firstDate,
  isWeekendDay,
  lastDate,
  plusDays,
} from './calendarDate.ts';

/**
 * A named working-day calendar, handed to the domain as data (`docs/domain.md`, Lead times). Saturdays and
 * Sundays are never working days; `closures` are the other days off. Outside `from`–`to` only weekends are known.
 */
export const workingDayCalendarSchema = z.strictObject({
  name: z.string().min(1),
  from: calendarDateSchema,
  to: calendarDateSchema,
  closures: z.array(z.strictObject({ on: calendarDateSchema, what: z.string() })),
});
export type WorkingDayCalendar = Readonly<z.output<typeof workingDayCalendarSchema>>;

/** Answers in constant time; build it once for one computation. */
export interface WorkingDays {
  readonly name: string;
  readonly isWorkingDay: (date: CalendarDate) => boolean;
  /** The same day if it is a working day, otherwise the last working day before it. */
  readonly onOrBefore: (date: CalendarDate) => CalendarDate;
  /** The day that lies `count` working days before `date`; `date` itself need not be one. */
  readonly before: (date: CalendarDate, count: number) => CalendarDate;
  /** The day that lies `count` working days after `date`; `date` itself need not be one. */
  readonly after: (date: CalendarDate, count: number) => CalendarDate;
  /** How many working days there are from `from` to `to`, both counted; 0 when `to` is earlier. */
  readonly between: (from: CalendarDate, to: CalendarDate) => number;
}

export function workingDaysOf(calendar: WorkingDayCalendar): WorkingDays {
  const closed = new Set(calendar.closures.map((closure) => closure.on).filter((day) => !isWeekendDay(day)));
  const isWorkingDay = (date: CalendarDate) => !isWeekendDay(date) && !closed.has(date);
  const onOrBefore = (date: CalendarDate) => {
    let day = date;
    while (!isWorkingDay(day) && day > firstDate) day = plusDays(day, -1);
    return day;
  };
  const before = (date: CalendarDate, count: number) => {
    let day = date;
    for (let left = count; left > 0; left -= 1) day = onOrBefore(plusDays(day, -1));
    return day;
  };
  const after = (date: CalendarDate, count: number) => {
    let day = date;
    for (let left = count; left > 0 && day < lastDate; left -= 1) {
      do day = plusDays(day, 1);
      while (!isWorkingDay(day) && day < lastDate);
    }
    return day;
  };
  const between = (from: CalendarDate, to: CalendarDate) =>
    to < from ? 0 : weekdaysBetween(from, to) - [...closed].filter((day) => day >= from && day <= to).length;
  return { name: calendar.name, isWorkingDay, onOrBefore, before, after, between };
}

/** Both ends counted; whole weeks by arithmetic, so that a far date costs no more than a near one. */
function weekdaysBetween(from: CalendarDate, to: CalendarDate): number {
  const days = daysBetween(from, to) + 1;
  const left = days % 7;
  let count = ((days - left) / 7) * 5;
  for (let day = 0; day < left; day += 1) if (!isWeekendDay(plusDays(to, -day))) count += 1;
  return count;
}
