import { formatDays } from '../calendar/calendarDate.ts';
import type { ReleaseState } from './releaseState.ts';

/**
 * How far Go-Live is: `30 days`, `today`, `12 days ago`; `planned 12 days ago` where nobody recorded that it went live, for
 * a day that has passed is no proof of it.
 * @param days to Go-Live; below 0 since it
 */
export function goLiveDistance(days: number, state: ReleaseState): string {
  if (days > 0) return formatDays(days);
  if (days === 0) return 'today';
  return state === 'live' || state === 'closed' ? `${formatDays(days)} ago` : `planned ${formatDays(days)} ago`;
}
