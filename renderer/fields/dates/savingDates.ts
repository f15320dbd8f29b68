import { type CalendarDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../../shared/domain/foundation/appError.ts';
import { readTypedDate } from '../../../shared/domain/importing/readTypedDate.ts';
import { dateContext } from '../../stores/workingDayStore.ts';

type Save = (value: unknown, over: unknown) => Promise<AppError | null>;

/** Saves days only: what was typed and names none stays in the field, and in the drafts, with the sentence that says why. */
export function savingDates(save: Save, from: CalendarDate | null): Save {
  return (value, over) => {
    if (typeof value !== 'string' || isCalendarDate(value)) return save(value, over);
    // A distance counts from the day that it is to take the place of.
    const base = typeof over === 'string' && isCalendarDate(over) ? over : from;
    const read = readTypedDate(value, dateContext(base));
    return read.ok ? save(read.value, over) : Promise.resolve(read.error);
  };
}
