import { z } from 'zod';
import {
  type CalendarSettings,
  calendarSettingsSchema,
  defaultCalendarSettings,
} from '../../shared/domain/calendar/calendarSettings.ts';
import type { WorkingDayCalendar } from '../../shared/domain/calendar/workingDays.ts';
import {
  type CriteriaTemplates,
  criteriaTemplatesSchema,
  defaultTemplates,
} from '../../shared/domain/records/criteriaTemplate.ts';
import {
  defaultRulebookSettings,
  type RulebookSettings,
  rulebookSettingsSchema,
} from '../../shared/domain/rulebook/settings.ts';
import type { ReadableDb } from '../store/db.ts';
import { readSetting, type SettingKey } from '../store/settings.ts';

/** The rulebook's settings in this store; the shipped ones where nobody changed any. */
export function readRulebookSettings(db: ReadableDb): RulebookSettings {
  return readAs(db, 'rulebook', rulebookSettingsSchema) ?? defaultRulebookSettings;
}

export function readCalendarSettings(db: ReadableDb): CalendarSettings {
  return readAs(db, 'calendar', calendarSettingsSchema) ?? defaultCalendarSettings;
}

const importMemorySchema = z.record(
  z.string(),
  z.strictObject({
    mapping: z.record(z.string(), z.string()).nullable(),
    valueMaps: z.record(z.string(), z.record(z.string(), z.string())),
  }),
);

/** How tables were read before, by their columns. */
export function readImportMemory(db: ReadableDb): z.output<typeof importMemorySchema> {
  return readAs(db, 'imports', importMemorySchema) ?? {};
}

/** The criteria that a new release may begin with; the shipped ones until somebody makes their own. */
export function readTemplates(db: ReadableDb): CriteriaTemplates {
  return readAs(db, 'templates', criteriaTemplatesSchema) ?? defaultTemplates;
}

/** The calendar with the store's own closures and working days put over the bank holidays. */
export function withOwnDays(calendar: WorkingDayCalendar, own: CalendarSettings): WorkingDayCalendar {
  const worked = new Set<string>(own.workingDays.map((day) => day.on));
  const closures = [...calendar.closures.filter((closure) => !worked.has(closure.on)), ...own.closures];
  const changed = own.closures.length + own.workingDays.length > 0;
  const sorted = closures.sort((left, right) => (left.on < right.on ? -1 : 1));
  return { ...calendar, name: own.name ?? (changed ? `${calendar.name}, changed` : calendar.name), closures: sorted };
}

function readAs<Schema extends z.ZodType>(db: ReadableDb, key: SettingKey, schema: Schema): z.output<Schema> | null {
  const value = readSetting(db, key);
  return value === null ? null : schema.parse(value);
}
