import { plusMonths } from '../../../../shared/domain/calendar/calendarDate.ts';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readCalendarSettings, withOwnDays } from '../../settings.ts';
import { storeVerb } from '../../verb.ts';
import { englandAndWales } from '../../workingDayCalendar.ts';

/** Further than any release is planned or looked back at. */
const monthsAround = 12 * 10;

/** What a date field counts working days with and marks in its calendar. */
export const calendarWorkingDays = storeVerb('calendar.workingDays', (context, store) => {
  const today = context.today();
  const around = [plusMonths(today, -monthsAround), plusMonths(today, monthsAround)];
  return ok(withOwnDays(englandAndWales(around), readCalendarSettings(store.db)));
});
