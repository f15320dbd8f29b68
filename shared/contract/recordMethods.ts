import { z } from 'zod';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import { readinessDifferenceSchema } from '../domain/readiness/readinessDifference.ts';
import { evidenceStatuses } from '../domain/records/evidence.ts';
import {
  asOfSchema,
  fieldsSchema,
  idSchema,
  knowsSchema,
  listKindSchema,
  onBehalfSchema,
  pathSchema,
  recordChangeSchema,
  recordKindSchema,
} from './common.ts';
import { forMain, forWindow } from './method.ts';
import { previewSchema } from './preview.ts';

/** The answer to every change: what changed, the findings after it, and the ledger entry that undoes it. */
export const changedSchema = z.strictObject({
  releaseId: idSchema,
  revision: z.int(),
  /** What was asked for first; where the caller knows a state, also what anybody else changed since then. */
  changes: z.array(recordChangeSchema),
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
const changing = dated.extend({ onBehalf: onBehalfSchema });

const fieldHistorySchema = z.strictObject({
  field: z.string(),
  at: z.string(),
  actor: z.string(),
  organisation: z.string(),
  storeId: z.string(),
});

const historyEntrySchema = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  organisation: z.string(),
  action: z.string(),
  kind: recordKindSchema.nullable(),
  recordId: idSchema.nullable(),
  recordKey: z.string().nullable(),
  changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** For an import: the first of its records, and how many there are. */
  batch: z.strictObject({
    count: z.int(),
    first: z.array(
      z.strictObject({
        id: idSchema,
        key: z.string(),
        before: fieldsSchema.nullable(),
        after: fieldsSchema.nullable(),
      }),
    ),
  }),
  note: z.string().nullable(),
});
export type HistoryEntry = z.output<typeof historyEntrySchema>;

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

/** A place that held a file that was taken out, or may hold it: what was done there (`done`), or why nothing could be. */
const purgedPlaceSchema = z.strictObject({ place: z.string(), done: z.boolean(), sentence: z.string() });
export type PurgedPlace = z.output<typeof purgedPlaceSchema>;

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
  /** Takes back the newest change of a release that still stands; each further call goes one further back. */
  'record.undoLast': forWindow(dated.extend({ release: z.string().min(1) }), changedSchema),
  'record.lastChanges': forWindow(
    z.strictObject({ kind: recordKindSchema, id: idSchema }),
    z.array(fieldHistorySchema),
  ),
  /**
   * Moves evidence along its life: draft, submitted, accepted, rejected, withdrawn; each with who decided. `saw`: the
   * SHA-256 of the file that was judged, by id (null: there was none); an item that holds another by now is refused.
   */
  'evidence.setStatus': forWindow(
    changing.extend({
      releaseId: idSchema,
      ids: z.array(idSchema).min(1).max(5000),
      status: z.enum(evidenceStatuses),
      saw: z.record(idSchema, z.string().nullable()).optional(),
      reason: z.string().trim().min(1).nullable(),
    }),
    changedSchema,
  ),
  'history.list': forWindow(
    z.strictObject({ releaseId: idSchema, limit: z.int().min(1).max(5000) }),
    z.array(historyEntrySchema),
  ),
  'evidence.add': forMain(
    changing.extend({
      release: z.string().min(1),
      file: pathSchema,
      fields: fieldsSchema,
      /** Content that the release holds already is refused otherwise. */
      allowDuplicate: z.boolean().optional(),
    }),
    changedSchema,
  ),
  /** Makes an attachment of a message that is evidence an item of its own; counted from 0, as the preview lists them. */
  'evidence.addAttached': forWindow(
    changing.extend({ id: idSchema, attachment: z.int().min(0).max(199), allowDuplicate: z.boolean().optional() }),
    changedSchema,
  ),
  'evidence.replaceFile': forMain(changing.extend({ id: idSchema, file: pathSchema }), changedSchema),
  'evidence.purge': forWindow(
    changing.extend({
      id: idSchema,
      reason: z.string().trim().min(1, { error: 'is empty; say why the file is taken out' }),
    }),
    changedSchema.extend({ places: z.array(purgedPlaceSchema) }),
  ),
  'evidence.copyOut': forMain(
    z.strictObject({ id: idSchema, folder: pathSchema }),
    z.strictObject({ file: z.string() }),
  ),
  'evidence.preview': forWindow(z.strictObject({ id: idSchema }), previewSchema),
};
