import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../calendar/calendarDate.ts';
import { severities } from '../findings/finding.ts';
import { compareText } from '../foundation/naturalOrder.ts';

/** The version of the rules as shipped; a pack prints it. */
export const rulebookVersion = '1.0';

const months = z.int().min(0).max(60);

/** The first day it holds; absent or null: it always has. */
const from = calendarDateSchema.nullish();

/** A departure from the shipped rulebook, always with its reason; it is shown and printed wherever findings are. */
const rulebookChangeSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('severity'),
    rule: z.string(),
    severity: z.enum(severities),
    reason: z.string().trim().min(1),
    from,
  }),
  z.strictObject({
    what: z.literal('leadTime'),
    leadTime: z.enum(['scopeSystem', 'scopeDocuments', 'tadToTag', 'tadPublished']),
    months,
    reason: z.string().trim().min(1),
    from,
  }),
]);
export type RulebookChange = Readonly<z.output<typeof rulebookChangeSchema>>;

/** How many working days before a body's meeting its papers are due. */
const paperDeadlineSchema = z.strictObject({ body: z.string(), workingDays: z.int().min(0).max(260), from });

export const rulebookSettingsSchema = z.strictObject({
  changes: z.array(rulebookChangeSchema),
  paperDeadlines: z.array(paperDeadlineSchema),
});
export type RulebookSettings = Readonly<z.output<typeof rulebookSettingsSchema>>;

/** The rulebook as shipped: nothing changed, and no paper deadline, for the guidance states none. */
export const defaultRulebookSettings: RulebookSettings = { changes: [], paperDeadlines: [] };

/**
 * The settings that held on a day: what somebody changes asks from the day it holds, and of what was judged before it
 * nothing. Of several changes of one thing the one that began last holds.
 */
export function settingsOn(settings: RulebookSettings, day: CalendarDate): RulebookSettings {
  return {
    changes: inForce(settings.changes, day),
    paperDeadlines: inForce(settings.paperDeadlines, day),
  };
}

interface Dated {
  readonly from?: CalendarDate | null | undefined;
}

function inForce<Item extends Dated>(items: readonly Item[], day: CalendarDate): Item[] {
  return items
    .filter((item) => (item.from ?? '') <= day)
    .sort((left, right) => compareText(left.from ?? '', right.from ?? ''));
}
