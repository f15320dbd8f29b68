import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendarDate.ts';
import { releaseKinds, slotSchema } from '../calendar/slots.ts';
import { workingDayCalendarSchema } from '../calendar/workingDays.ts';
import { releaseFactsSchema } from '../records/releaseFacts.ts';
import { rulebookSettingsSchema } from '../rulebook/settings.ts';

/** What cross-release rules need of each other release in the store. */
const otherReleaseSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(releaseKinds).nullable(),
  slot: slotSchema.nullable(),
  technicalSpecifications: z.boolean().nullable(),
  approvedDate: calendarDateSchema.nullable(),
});
export type OtherRelease = Readonly<z.output<typeof otherReleaseSchema>>;

/**
 * Everything that readiness, the plan and the pack are computed from: facts, a date, and settings. The same snapshot
 * gives the same findings and the same pack, byte for byte.
 */
export const snapshotSchema = z.strictObject({
  facts: releaseFactsSchema,
  asOf: calendarDateSchema,
  /** Judged as the final submission: what would still be *not due* before it then is not met. */
  final: z.boolean(),
  otherReleases: z.array(otherReleaseSchema),
  workingDays: workingDayCalendarSchema,
  rulebook: rulebookSettingsSchema,
});
export type Snapshot = z.output<typeof snapshotSchema>;
