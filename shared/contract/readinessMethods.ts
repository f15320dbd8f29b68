import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { calendarSettingsSchema } from '../domain/calendar/calendarSettings.ts';
import { yearCalendarSchema } from '../domain/calendar/yearCalendar.ts';
import { slipSchema } from '../domain/planning/computeSlip.ts';
import { planSchema } from '../domain/planning/plan.ts';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import { rulebookSettingsSchema } from '../domain/rulebook/settings.ts';
import { asOfSchema, nothing } from './common.ts';
import { forWindow } from './method.ts';

const judged = z.strictObject({ release: z.string().min(1), asOf: asOfSchema });

/** What can be changed of the rulebook and of the working-day calendar in this store. */
const settingsSchema = z.strictObject({ rulebook: rulebookSettingsSchema, calendar: calendarSettingsSchema });
export type Settings = z.output<typeof settingsSchema>;

export const readinessMethods = {
  'readiness.compute': forWindow(judged, readinessSchema),
  /** Readiness as it would read with another go-live date; nothing is saved. */
  'readiness.whatIf': forWindow(judged.extend({ goLive: calendarDateSchema }), readinessSchema),
  'plan.compute': forWindow(judged, planSchema),
  'slip.compute': forWindow(judged, slipSchema),
  'calendar.year': forWindow(z.strictObject({ year: z.int().min(1901).max(2198) }), yearCalendarSchema),
  'settings.get': forWindow(nothing, settingsSchema),
  'settings.save': forWindow(settingsSchema, settingsSchema),
};
