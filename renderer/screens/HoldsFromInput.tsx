import { isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { DateInput } from '../fields/dates/DateInput.tsx';

/** From which day on a change of the rulebook holds. */
export function HoldsFromInput({ day, change }: { readonly day: string; readonly change: (day: string) => void }) {
  return <DateInput label="It holds from" description="What was judged before stays." value={day} change={change} />;
}

/** Whether what was typed names no day: nothing is to be changed until it does. */
export function isUnread(day: string): boolean {
  return day !== '' && !isCalendarDate(day);
}
