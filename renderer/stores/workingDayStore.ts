import { create } from 'zustand';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import type { WorkingDayCalendar } from '../../shared/domain/calendar/workingDays.ts';
import type { DateContext } from '../../shared/domain/importing/readTypedDate.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { call } from '../api.ts';
import { useReleaseStore } from './releaseStore.ts';

/** The working days around today; null until they were asked for the first time. */
export const useWorkingDayStore = create<{ readonly calendar: WorkingDayCalendar | null }>(() => ({ calendar: null }));

/** Asked each time somebody turns to a date: the settings may have changed, here or in another process. */
export async function askWorkingDays(): Promise<void> {
  const answer = await call('calendar.workingDays', {});
  // Where it cannot be answered, what counts working days says that they are not known.
  if (answer.ok) useWorkingDayStore.setState({ calendar: answer.value });
}

/** What a date that is typed now counts from; `from`: the date that stands there. */
export function dateContext(from: CalendarDate | null): DateContext {
  const { open } = useReleaseStore.getState();
  return {
    today: londonDay(Date.now()),
    goLive: open && goLiveInForce(open.facts, open.readiness.asOf).date,
    from,
    calendar: useWorkingDayStore.getState().calendar,
  };
}

/** What the dates of a pasted block count from, once the working days are known; each has to say its year. */
export async function pastedDates(): Promise<DateContext> {
  if (useWorkingDayStore.getState().calendar === null) await askWorkingDays();
  return { ...dateContext(null), needsYear: true };
}
