import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendarDate.ts';
import { readinessSchema } from '../readiness/computeReadiness.ts';
import { snapshotSchema } from '../readiness/snapshot.ts';

export const snapshotFormat = 'sec-golive/snapshot';
export const snapshotVersion = 1;

/** What tells one pack from another. A draft has no number; only a final is numbered and registered. */
const packIdentitySchema = z.strictObject({
  reference: z.string(),
  final: z.boolean(),
  number: z.int().nullable(),
  edition: z.enum(['full', 'public', 'reading']),
  /** The CSC meeting it is for. */
  meeting: calendarDateSchema.nullable(),
  /** Why it was issued with open blockers; null where there were none. */
  acceptedBlockers: z.string().nullable(),
  appVersion: z.string(),
  /** The final pack before this one, and what people entered since; absent where there is none. */
  previous: z
    .strictObject({ reference: z.string(), asOf: calendarDateSchema, sha256: z.string(), changes: z.array(z.string()) })
    .optional(),
});
export type PackIdentity = Readonly<z.output<typeof packIdentitySchema>>;

/** `snapshot.json` in the pack: everything the pages were made from. The same snapshot gives the same bytes. */
export const packSnapshotSchema = z.strictObject({
  format: z.literal(snapshotFormat),
  version: z.literal(snapshotVersion),
  identity: packIdentitySchema,
  ...snapshotSchema.shape,
  readiness: readinessSchema,
});
export type PackSnapshot = z.output<typeof packSnapshotSchema>;
