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

/** Which facts a person was shown: the day on which they stood so, and the SHA-256 by which they would be signed. */
export const shownFactsSchema = z.strictObject({
  asOf: calendarDateSchema,
  factsSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ShownFacts = Readonly<z.output<typeof shownFactsSchema>>;

export const submissionMethods = {
  /**
   * Signs the facts of a submission (§5.3) with the store's own key, for the side of whoever asks. `submission`: which
   * one, counted from 1 in the release file's order; null: the one that stands. `shown`: what whoever signs was shown, as
   * `pack.preview` named it; another day's facts, and others than stand here by now, are not signed by it.
   */
  'submission.sign': forWindow(
    named.extend({
      submission: z.int().min(1).max(10_000).nullable(),
      shown: shownFactsSchema.optional(),
      asOf: asOfSchema,
      knows: knowsSchema,
    }),
    changedSchema.extend({
      signed: signedSchema,
      /** For whom else this store's key signed the submission: then nobody can tell whether each signed for itself. */
      alsoSignedFor: z.array(z.string()),
    }),
  ),
};
