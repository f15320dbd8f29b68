import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendarDate.ts';
import { releaseKinds, slotSchema } from '../calendar/slots.ts';
import { workingDayCalendarSchema } from '../calendar/workingDays.ts';
import { modificationSchema } from '../records/modification.ts';
import { releaseFactsSchema } from '../records/releaseFacts.ts';
import { foundSignatureSchema } from './context/signatureState.ts';
import { rulebookSettingsSchema } from './settings.ts';

/** What says whether a modification of another release is approved for a date, and in that release's scope (§4.2). */
export const otherModificationSchema = modificationSchema.pick({
  reference: true,
  part: true,
  status: true,
  approvedOn: true,
  inScope: true,
  addedToScopeOn: true,
  removedFromScopeOn: true,
  implementationDate: true,
  implementationDateSet: true,
});
export type OtherModification = Readonly<z.output<typeof otherModificationSchema>>;

/** The dates that tell, beside the approved one, when another release goes live; nothing of who and why. */
const otherGoLiveSchema = z.strictObject({
  approvedOn: calendarDateSchema.nullable(),
  actualDate: calendarDateSchema.nullable(),
  parts: z.array(z.strictObject({ date: calendarDateSchema.nullable() })),
  changes: z.array(
    z.strictObject({
      from: calendarDateSchema.nullable(),
      to: calendarDateSchema.nullable(),
      on: calendarDateSchema.nullable(),
    }),
  ),
});

/** What cross-release rules need of each other release in the store. */
const otherReleaseSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(releaseKinds).nullable(),
  slot: slotSchema.nullable(),
  technicalSpecifications: z.boolean().nullable(),
  approvedDate: calendarDateSchema.nullable(),
  /** Of an ad-hoc one, which has no slot to tell its year; absent in packs made before this was looked at. */
  goLive: otherGoLiveSchema.optional(),
  /** Those that could belong to the release judged; absent in packs made before this was looked at. */
  modifications: z.array(otherModificationSchema).optional(),
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
  /** What was found of the signatures of the submission that stands; absent where nobody signed. */
  signatures: z.array(foundSignatureSchema).optional(),
});
export type Snapshot = z.output<typeof snapshotSchema>;
