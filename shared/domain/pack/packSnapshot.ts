import { z } from 'zod';
import { readinessSchema } from '../readiness/computeReadiness.ts';
import { releaseFactsSchema } from '../records/releaseFacts.ts';
import { snapshotSchema } from '../rulebook/snapshot.ts';
import { packIdentitySchema } from './packIdentity.ts';
import { signedHeadSchema } from './signedHead.ts';

export const snapshotFormat = 'sec-golive/snapshot';
export const snapshotVersion = 1;

/** `snapshot.json` in the pack: everything the pages were made from. The same snapshot gives the same bytes. */
export const packSnapshotSchema = z.strictObject({
  format: z.literal(snapshotFormat),
  version: z.literal(snapshotVersion),
  identity: packIdentitySchema,
  ...snapshotSchema.shape,
  readiness: readinessSchema,
  /** A final says where the history ended when it was made; nothing else does. */
  history: signedHeadSchema.optional(),
  /** The facts under each signature that is on others than these, by their SHA-256, as far as the store held them. */
  signed: z.array(z.strictObject({ sha256: z.string(), facts: releaseFactsSchema })).optional(),
});
export type PackSnapshot = z.output<typeof packSnapshotSchema>;
