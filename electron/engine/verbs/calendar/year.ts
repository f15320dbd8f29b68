import { calendarDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { workingDaysOf } from '../../../../shared/domain/calendar/workingDays.ts';
import { calendarOfYear } from '../../../../shared/domain/calendar/yearCalendar.ts';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { verb } from '../../verb.ts';
import { englandAndWales } from '../../workingDayCalendar.ts';

/** Each slot of a year with its rule date and every lead-time date (§3, §4.3, §5.1). */
export const calendarYear = verb('calendar.year', (_context, input) => {
  const calendar = englandAndWales([calendarDate(`${input.year}-01-01`)]);
  return ok(calendarOfYear(input.year, workingDaysOf(calendar)));
});
