import { type CalendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import type { ReleaseState } from '../../shared/domain/readiness/releaseState.ts';

/** `3 blockers`; of a release that is live only what is still asked is counted, and that is said. */
export function countedBlockers(count: number, state: ReleaseState): string {
  return `${countOf(count, 'blocker')}${state === 'live' ? ' still asked' : ''}`;
}

/**
 * `3 blockers today`: how many hold a release up on the day that the list was judged on.
 * @param on null: today
 */
export function blockersInWords(count: number, state: ReleaseState, on: CalendarDate | null): string {
  return `${countedBlockers(count, state)} ${on === null ? 'today' : `as of ${formatDate(on)}`}`;
}
