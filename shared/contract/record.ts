import { z } from 'zod';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import { readinessDifferenceSchema } from '../domain/readiness/readinessDifference.ts';
import {
  asOfSchema,
  fieldsSchema,
  idSchema,
  knowsSchema,
  listKindSchema,
  named,
  onBehalfSchema,
  recordChangeSchema,
  recordKindSchema,
} from './common.ts';
import { forWindow } from './method.ts';

/** The answer to every change: what changed, the findings after it, and the ledger entry that undoes it. */
export const changedSchema = z.strictObject({
  releaseId: idSchema,
  revision: z.int(),
  /** What was asked for first; where the caller knows a state, also what anybody else changed since then. */
  changes: z.array(recordChangeSchema),
  /** How many records were changed by what was asked for: what a table gave stands in `changes` with its first record alone. */
  records: z.int(),
  /** All findings. Null: `difference` tells them, or they were not asked for, or the release itself was taken away. */
  readiness: readinessSchema.nullable(),
  /** What became of the findings of the state that the caller knows, which is named in it. */
  difference: readinessDifferenceSchema.extend({ base: z.string() }).optional(),
  /** What `knows` calls the findings after it; there where the caller says what it knows. */
  state: z.string().optional(),
  /** More of the release may have changed since than `changes` tells: what is known of it has to be read anew. */
  incomplete: z.literal(true).optional(),
  /** The entries that take all of it back; 0 where nothing was changed. */
  entry: z.int(),
  through: z.int(),
});
export type Changed = z.output<typeof changedSchema>;

/** `judged` false: nobody looks at these findings (one change of many, or all is read anew after it); none are told. */
const dated = z.strictObject({ asOf: asOfSchema, knows: knowsSchema, judged: z.literal(false).optional() });

/** A change of facts; `onBehalf`: what the other side owns is recorded for it and marked so, instead of refused. */
export const changing = dated.extend({ onBehalf: onBehalfSchema });

const fieldHistorySchema = z.strictObject({
  field: z.string(),
  at: z.string(),
  actor: z.string(),
  organisation: z.string(),
  storeId: z.string(),
});

/** More entries than any one use case writes, and few enough for one transaction. */
const mostUndone = 20_000;

const entryNumber = z
  .int()
  .min(1)
  .max(2 ** 40);

const undoSchema = dated
  .extend({ entry: entryNumber, through: entryNumber })
  .refine(({ entry, through }) => through >= entry && through - entry < mostUndone, {
    path: ['through'],
    error: `is too far from entry (a change has ${mostUndone.toLocaleString('en-GB')} entries at most)`,
  });

/** Who had made the change that was taken back, and when (ISO 8601, UTC). */
const takenBackSchema = z.strictObject({ by: z.string(), organisation: z.string(), at: z.string() });

export const recordMethods = {
  'record.create': forWindow(
    changing.extend({ releaseId: idSchema, kind: listKindSchema, fields: fieldsSchema }),
    changedSchema,
  ),
  /** `expects`: the values that were typed over, by field; a field that stands otherwise by now is refused with both. */
  'record.edit': forWindow(
    changing.extend({
      kind: recordKindSchema,
      id: idSchema,
      fields: fieldsSchema,
      expects: fieldsSchema.optional(),
    }),
    changedSchema,
  ),
  /** Many records in one go: all of it happens, or nothing does. `id` null adds one; `expects` as for one record. */
  'record.saveMany': forWindow(
    changing.extend({
      releaseId: idSchema,
      saves: z
        .array(
          z.strictObject({
            kind: listKindSchema,
            id: idSchema.nullable(),
            fields: fieldsSchema,
            expects: fieldsSchema.optional(),
          }),
        )
        .min(1)
        .max(5000),
    }),
    changedSchema,
  ),
  'record.remove': forWindow(dated.extend({ kind: recordKindSchema, id: idSchema }), changedSchema),
  /** Takes the entries of one use case back; refused with a sentence where a later change stands in the way. */
  'record.undo': forWindow(undoSchema, changedSchema),
  /**
   * Takes back the newest change of a release that was made in this store and still stands; each further call goes one
   * further back. What an exchange brought is passed over: it is another store's change.
   */
  'record.undoLast': forWindow(changing.extend(named.shape), changedSchema.extend({ takenBack: takenBackSchema })),
  'record.lastChanges': forWindow(
    z.strictObject({ kind: recordKindSchema, id: idSchema }),
    z.array(fieldHistorySchema),
  ),
};
