import { z } from 'zod';
import { calendarSettingsSchema } from '../domain/calendar/calendarSettings.ts';
import { rulebookSettingsSchema } from '../domain/rulebook/settings.ts';
import { nothing } from './common.ts';
import { forWindow } from './method.ts';

/** What can be changed of the rulebook and of the working-day calendar in this store. */
const settingsSchema = z.strictObject({ rulebook: rulebookSettingsSchema, calendar: calendarSettingsSchema });
export type Settings = z.output<typeof settingsSchema>;

export const settingsMethods = {
  'settings.get': forWindow(nothing, settingsSchema),
  'settings.save': forWindow(settingsSchema, settingsSchema),
};
