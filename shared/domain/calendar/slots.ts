import { z } from 'zod';
import { assertNever } from '../foundation/assertNever.ts';
import { type CalendarDate, calendarDate, lastDayOf, plusDays, weekdayOf } from './calendarDate.ts';

/** The two types of release the guidance knows (§2). */
export const releaseKinds = ['system', 'documentation'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** A scheduled slot, `YYYY-02`, `YYYY-06` or `YYYY-11` (§3). */
export const slotSchema = z
  .string()
  .regex(/^(19|20|21)\d\d-(02|06|11)$/, {
    error: 'is not a scheduled slot; write the year and 02, 06 or 11, such as 2026-06',
  })
  .brand<'Slot'>();
export type Slot = z.output<typeof slotSchema>;

const THURSDAY = 4;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const slotMonths = ['02', '06', '11'] as const;
type SlotMonth = (typeof slotMonths)[number];

/** The three slots of a year, in order. */
export function slotsOfYear(year: number): readonly Slot[] {
  return slotMonths.map((month) => slotSchema.parse(`${year}-${month}`));
}

/** Every slot that there can be, in order. */
export function everySlot(): readonly Slot[] {
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at).flatMap(slotsOfYear);
}

/** Whether a value is a slot as it is kept, `2026-06`. */
export function isSlot(value: unknown): value is Slot {
  return slotSchema.safeParse(value).success;
}

/** February is a Documentation Release, June and November are System Releases (§3). */
export function kindOfSlot(slot: Slot): ReleaseKind {
  return monthOf(slot) === '02' ? 'documentation' : 'system';
}

/** Last Thursday of February, last Thursday of June, first Thursday of November (§3). */
export function ruleDateOf(slot: Slot): CalendarDate {
  const year = Number(slot.slice(0, 4));
  const month = monthOf(slot);
  switch (month) {
    case '02':
      return lastThursday(year, 2);
    case '06':
      return lastThursday(year, 6);
    case '11':
      return firstThursday(year, 11);
    default:
      return assertNever(month);
  }
}

/** `June 2026`: a slot as people read it. */
export function slotInWords(slot: Slot): string {
  const names = { '02': 'February', '06': 'June', '11': 'November' } as const;
  return `${names[monthOf(slot)]} ${slot.slice(0, 4)}`;
}

/** `June 2026 SEC Release`: the name SECAS gives a scheduled release. */
export function nameOfSlot(slot: Slot): string {
  return `${slotInWords(slot)} SEC Release`;
}

/** The first slot whose rule date is later than `date`, optionally of one kind only. @throws at the calendar's end. */
export function nextSlotAfter(date: CalendarDate, kind: ReleaseKind | null = null): Slot {
  const found = firstSlotFrom(plusDays(date, 1), kind);
  if (!found) throw new Error(`No slot follows ${date}`);
  return found;
}

/** The first slot whose rule date is `date` or later, optionally of one kind only; null at the calendar's end. */
export function firstSlotFrom(date: CalendarDate, kind: ReleaseKind | null = null): Slot | null {
  const year = Number(date.slice(0, 4));
  const candidates = [year, year + 1].filter((one) => one <= LAST_YEAR).flatMap(slotsOfYear);
  return candidates.find((slot) => ruleDateOf(slot) >= date && (kind === null || kindOfSlot(slot) === kind)) ?? null;
}

function monthOf(slot: Slot): SlotMonth {
  return slot.slice(5) as SlotMonth;
}

function lastThursday(year: number, month: number): CalendarDate {
  const last = lastDayOf(year, month);
  return plusDays(last, -((weekdayOf(last) - THURSDAY + 7) % 7));
}

function firstThursday(year: number, month: number): CalendarDate {
  const first = calendarDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return plusDays(first, (THURSDAY - weekdayOf(first) + 7) % 7);
}
