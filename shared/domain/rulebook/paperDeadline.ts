import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { WorkingDays } from '../calendar/workingDays.ts';
import { bodyOf } from '../records/bodies.ts';
import type { Meeting } from '../records/committees.ts';
import type { RulebookSettings } from './settings.ts';

/**
 * When the papers for a meeting are due: the day recorded for that meeting, else so many working days before it as the
 * settings say for its body; null where neither is known, for the guidance states none.
 */
export function paperDeadlineOf(
  meeting: Pick<Meeting, 'body' | 'on' | 'papersBy'>,
  settings: RulebookSettings,
  workingDays: WorkingDays,
): CalendarDate | null {
  if (meeting.papersBy !== null) return meeting.papersBy;
  if (meeting.on === null || meeting.body === null) return null;
  const body = bodyOf(meeting.body);
  const setting = settings.paperDeadlines.findLast((one) => bodyOf(one.body) === body);
  return setting ? workingDays.before(meeting.on, setting.workingDays) : null;
}
