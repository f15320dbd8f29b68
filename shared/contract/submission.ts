import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { asOfSchema, knowsSchema, named } from './common.ts';
import { forWindow } from './method.ts';
import { changedSchema } from './record.ts';

const signedSchema = z.strictObject({
  organisation: z.enum(['DCC', 'SECAS']),
  by: z.string(),
  on: calendarDateSchema,
  key: z.string(),
  /** What two people compare by telephone. */
  fingerprint: z.string(),
  factsSha256: z.string(),
  signature: z.string(),
});

export const submissionMethods = {
  /**
   * Signs the facts of a submission (§5.3) with the store's own key, for the side of whoever asks. `submission`: which
   * one, counted from 1 in the release file's order; null: the one that stands.
   */
  'submission.sign': forWindow(
    named.extend({ submission: z.int().min(1).max(10_000).nullable(), asOf: asOfSchema, knows: knowsSchema }),
    changedSchema.extend({
      signed: signedSchema,
      /** For whom else this store's key signed the submission: then nobody can tell whether each signed for itself. */
      alsoSignedFor: z.array(z.string()),
    }),
  ),
};
