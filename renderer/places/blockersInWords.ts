import { type CalendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';

/**
 * `3 blockers today`: how many hold a release up on the day that the list was judged on.
 * @param on null: today
 */
export function blockersInWords(count: number, on: CalendarDate | null): string {
  return `${countOf(count, 'blocker')} ${on === null ? 'today' : `as of ${formatDate(on)}`}`;
}
