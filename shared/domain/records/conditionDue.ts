import { type CalendarDate, plusDays } from '../calendar/calendarDate.ts';
import type { Condition } from './conditions.ts';

/**
 * The last day on which a condition is still kept: before the Go-Live is until the day before it, at the Go-Live is on its
 * day.
 *
 * @param goLive the Go-Live that it counts from (`goLiveOf`): the day it went live once it has, else the planned one
 * @returns null where nothing is recorded, or where it counts from a Go-Live without a date
 */
export function dueDayOf(due: Condition['due'], goLive: CalendarDate | null): CalendarDate | null {
  if (due === null) return null;
  if (due.on !== null) return due.on;
  if (goLive === null) return null;
  if (due.daysFromGoLive !== null) return plusDays(goLive, due.daysFromGoLive);
  if (due.when === 'beforeGoLive') return plusDays(goLive, -1);
  return due.when === 'atGoLive' ? goLive : null;
}
