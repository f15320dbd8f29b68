import { type CalendarDate, formatDate, formatDays, plusDays } from '../calendar/calendarDate.ts';
import type { Condition } from './conditions.ts';

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
