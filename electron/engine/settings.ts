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
import { type ReadableDb, statement, type WritableDb } from '../store/db.ts';

/** The rulebook's settings in this store; the shipped ones where nobody changed any. */
export function readRulebookSettings(db: ReadableDb): RulebookSettings {
  return readSetting(db, 'rulebook', rulebookSettingsSchema) ?? defaultRulebookSettings;
}

export function readCalendarSettings(db: ReadableDb): CalendarSettings {
  return readSetting(db, 'calendar', calendarSettingsSchema) ?? defaultCalendarSettings;
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
  return readSetting(db, 'imports', importMemorySchema) ?? {};
}

/** The criteria that a new release may begin with; the shipped ones until somebody makes their own. */
export function readTemplates(db: ReadableDb): CriteriaTemplates {
  return readSetting(db, 'templates', criteriaTemplatesSchema) ?? defaultTemplates;
}

export function writeSetting(
  db: WritableDb,
  key: 'rulebook' | 'calendar' | 'imports' | 'templates',
  value: unknown,
  seq: number,
): void {
  statement(
    db,
    `INSERT INTO setting (key, value, changed_in) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_in = excluded.changed_in`,
  ).run(key, JSON.stringify(value), seq);
}

/** The calendar with the store's own closures and working days put over the bank holidays. */
export function withOwnDays(calendar: WorkingDayCalendar, own: CalendarSettings): WorkingDayCalendar {
  const worked = new Set<string>(own.workingDays.map((day) => day.on));
  const closures = [...calendar.closures.filter((closure) => !worked.has(closure.on)), ...own.closures];
  const changed = own.closures.length + own.workingDays.length > 0;
  const sorted = closures.sort((left, right) => (left.on < right.on ? -1 : 1));
  return { ...calendar, name: own.name ?? (changed ? `${calendar.name}, changed` : calendar.name), closures: sorted };
}

function readSetting<Schema extends z.ZodType>(db: ReadableDb, key: string, schema: Schema): z.output<Schema> | null {
  const row = statement<[string], { value: string }>(db, 'SELECT value FROM setting WHERE key = ?').get(key);
  return row ? schema.parse(JSON.parse(row.value)) : null;
}
