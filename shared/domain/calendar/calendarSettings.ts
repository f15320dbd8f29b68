import { z } from 'zod';
import { calendarDateSchema } from './calendarDate.ts';

const namedDay = z.strictObject({ on: calendarDateSchema, what: z.string().trim().min(1) });

/** What this store changes in the working-day calendar of England and Wales: it is editable, and printed in the pack. */
export const calendarSettingsSchema = z.strictObject({
  /** Another name for the calendar; null: the default one's, marked as changed where it is. */
  name: z.string().trim().min(1).nullable(),
  /** One-off closures: days on which nobody works although the calendar does not know it. */
  closures: z.array(namedDay),
  /** Days that are worked although the calendar has them as holidays (its data of 2011 and 2012 is wrong, say). */
  workingDays: z.array(namedDay),
});
export type CalendarSettings = Readonly<z.output<typeof calendarSettingsSchema>>;

export const defaultCalendarSettings: CalendarSettings = { name: null, closures: [], workingDays: [] };
