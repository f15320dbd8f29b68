import { z } from 'zod';
import { calendarDateSchema } from './calendarDate.ts';
import { leadTimeDatesSchema, leadTimesOf, practicalOf } from './leadTimes.ts';
import { kindOfSlot, nameOfSlot, releaseKinds, ruleDateOf, type Slot, slotSchema, slotsOfYear } from './slots.ts';
import type { WorkingDays } from './workingDays.ts';

/** One scheduled slot with its rule date and every lead-time date (§3, §4.3, §5.1). */
const slotCalendarSchema = z.strictObject({
  slot: slotSchema,
  name: z.string(),
  kind: z.enum(releaseKinds),
  ruleDate: calendarDateSchema,
  leadTimes: leadTimeDatesSchema,
  /** The same dates, moved to the working day before where they are not one. */
  practical: leadTimeDatesSchema,
});
type SlotCalendar = Readonly<z.output<typeof slotCalendarSchema>>;

/** What `golive calendar YEAR --json` prints (`docs/formats.md`). */
export const yearCalendarSchema = z.strictObject({ year: z.int(), slots: z.array(slotCalendarSchema) });
export type YearCalendar = Readonly<z.output<typeof yearCalendarSchema>>;

export function calendarOfYear(year: number, workingDays: WorkingDays): YearCalendar {
  return { year, slots: slotsOfYear(year).map((slot) => calendarOfSlot(slot, workingDays)) };
}

function calendarOfSlot(slot: Slot, workingDays: WorkingDays): SlotCalendar {
  const ruleDate = ruleDateOf(slot);
  const leadTimes = leadTimesOf(ruleDate);
  const practical = practicalOf(leadTimes, workingDays);
  return { slot, name: nameOfSlot(slot), kind: kindOfSlot(slot), ruleDate, leadTimes, practical };
}
