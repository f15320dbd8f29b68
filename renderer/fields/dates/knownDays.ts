import { type CalendarDate, isWeekendDay } from '../../../shared/domain/calendar/calendarDate.ts';
import type { WorkingDayCalendar } from '../../../shared/domain/calendar/workingDays.ts';
import type { DayMark, DayMarks } from '../../../shared/domain/planning/dayMarks.ts';

/** What is known of one day. */
export interface KnownDay {
  readonly isWorked: boolean;
  /** Why nobody works although it is no weekend: the bank holiday's or the closure's name. */
  readonly closed: string | null;
  readonly marks: readonly DayMark[];
}

const noMarks: readonly DayMark[] = [];

export function knownDays(calendar: WorkingDayCalendar | null, marks: DayMarks): (date: CalendarDate) => KnownDay {
  const closures = new Map((calendar?.closures ?? []).map(({ on, what }) => [on, what]));
  return (date) => {
    const closed = closures.get(date) ?? null;
    return { isWorked: closed === null && !isWeekendDay(date), closed, marks: marks.get(date) ?? noMarks };
  };
}
