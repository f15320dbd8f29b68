import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { workingDayCalendarSchema } from '../domain/calendar/workingDays.ts';
import { yearCalendarSchema } from '../domain/calendar/yearCalendar.ts';
import { asOfSchema, nothing, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';

export const calendarMethods = {
  /** Every deadline of the releases (or of one) as an iCalendar file. */
  'calendar.export': forMain(
    z.strictObject({ release: z.string().nullable(), out: pathSchema, asOf: asOfSchema }),
    z.strictObject({ file: z.string(), events: z.int(), from: calendarDateSchema.nullable() }),
  ),
  /** The working days around today, the store's own closures and working days among them. */
  'calendar.workingDays': forWindow(nothing, workingDayCalendarSchema),
  'calendar.year': forWindow(z.strictObject({ year: z.int().min(1901).max(2198) }), yearCalendarSchema),
};

export const calendarWindowMethods = {
  'calendar.save': {
    input: calendarMethods['calendar.export'].input.omit({ out: true }),
    output: calendarMethods['calendar.export'].output.pick({ events: true }).extend({ name: z.string() }).nullable(),
  },
};
