import { type CalendarDate, formatDate, formatDays, plusDays } from '../calendar/calendarDate.ts';
import type { Condition } from '../records/conditions.ts';

/** `before Go-Live`, `30 days after Go-Live (25 July 2026)`, `4 June 2026`. */
export function dueWords(due: Condition['due'], goLive: CalendarDate | null): string {
  if (due === null) return 'not recorded';
  if (due.on !== null) return formatDate(due.on);
  if (due.daysFromGoLive !== null) {
    const days = due.daysFromGoLive;
    const words = days === 0 ? 'at Go-Live' : `${formatDays(days)} ${days > 0 ? 'after' : 'before'} Go-Live`;
    return goLive === null ? words : `${words} (${formatDate(plusDays(goLive, days))})`;
  }
  if (due.when === 'beforeGoLive') return 'before Go-Live';
  return due.when === 'atGoLive' ? 'at Go-Live' : 'not recorded';
}

/** The last day on which a condition is still kept; null where none is recorded, or none follows without a go-live. */
export function dueDateOf(due: Condition['due'], goLive: CalendarDate | null): CalendarDate | null {
  if (due === null) return null;
  if (due.on !== null) return due.on;
  if (goLive === null) return null;
  if (due.daysFromGoLive !== null) return plusDays(goLive, due.daysFromGoLive);
  if (due.when === 'beforeGoLive') return plusDays(goLive, -1);
  return due.when === 'atGoLive' ? goLive : null;
}
