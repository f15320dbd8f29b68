import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { dayToTell, type PlanItem } from '../../../shared/domain/planning/plan.ts';
import { isBody } from '../../../shared/domain/records/bodies.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';

/**
 * `meets on 3 December 2026, papers by 26 November 2026`: when a body meets next, and by when its papers are of use for that
 * meeting; where none is recorded ahead, for the submission. Of a day that has passed that it has.
 */
export function agendaDays(
  body: string,
  meetings: ReleaseFacts['meetings'],
  items: readonly PlanItem[],
  today: CalendarDate,
): string {
  const next = nextMeeting(meetings, body, today);
  const subject = next ? `${body} ${next.on}` : body;
  const planned = items.find((item) => item.kind === 'paper' && item.subject === subject);
  const day = next?.papersBy ?? (planned ? dayToTell(planned) : null);
  const papers = day === null ? '' : `, papers ${day < today ? 'were due by' : 'by'} ${formatDate(day)}`;
  return `${next ? `meets on ${formatDate(next.on)}` : 'no meeting recorded ahead'}${papers}`;
}

function nextMeeting(meetings: ReleaseFacts['meetings'], body: string, today: CalendarDate) {
  const ahead = meetings.flatMap(({ body: whose, on, papersBy }) =>
    isBody(whose, body) && on !== null && on >= today ? [{ on, papersBy }] : [],
  );
  return ahead.sort((left, right) => (left.on < right.on ? -1 : 1))[0] ?? null;
}
