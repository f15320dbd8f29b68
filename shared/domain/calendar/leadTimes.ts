import { z } from 'zod';
import { type CalendarDate, calendarDateSchema, lastDate, plusDays, plusMonths } from './calendarDate.ts';
import type { WorkingDays } from './workingDays.ts';

/** The minimum lead times of the guidance, in calendar months before go-live (§4.3, §5.1). */
export const guidanceLeadTimes = {
  scopeSystem: 12,
  scopeDocuments: 6,
  tadToTag: 9,
  tadPublished: 6,
} as const;
export type LeadTimeName = keyof typeof guidanceLeadTimes;

export const leadTimeDatesSchema = z.strictObject({
  scopeSystem: calendarDateSchema,
  tadToTag: calendarDateSchema,
  scopeDocuments: calendarDateSchema,
  tadPublished: calendarDateSchema,
});
export type LeadTimeDates = Readonly<z.output<typeof leadTimeDatesSchema>>;

/** How many calendar months before go-live each thing is due; the guidance's minimums unless told otherwise. */
export type LeadTimeMonths = Readonly<Record<LeadTimeName, number>>;

/** The due dates of a go-live date, counted back in calendar months and clamped to the month's end (§4.3, §5.1). */
export function leadTimesOf(goLive: CalendarDate, months: LeadTimeMonths = guidanceLeadTimes): LeadTimeDates {
  return mapLeadTimes((name) => plusMonths(goLive, -months[name]));
}

/**
 * The earliest go-live date that leaves `months` after `actual`. Not simply `actual` plus months: counting back is
 * clamped to the month's end, so that 28, 29, 30 and 31 August all leave six months after 28 February 2026.
 */
export function earliestGoLiveAfter(actual: CalendarDate, months: number): CalendarDate {
  let date = plusDays(plusMonths(actual, months), -3);
  while (plusMonths(date, -months) < actual && date < lastDate) date = plusDays(date, 1);
  return date;
}

/** The working day on or before each due date: the last day on which somebody is there to do it. */
export function practicalOf(dates: LeadTimeDates, workingDays: WorkingDays): LeadTimeDates {
  return mapLeadTimes((name) => workingDays.onOrBefore(dates[name]));
}

function mapLeadTimes(dateOf: (name: LeadTimeName) => CalendarDate): LeadTimeDates {
  return {
    scopeSystem: dateOf('scopeSystem'),
    tadToTag: dateOf('tadToTag'),
    scopeDocuments: dateOf('scopeDocuments'),
    tadPublished: dateOf('tadPublished'),
  };
}
