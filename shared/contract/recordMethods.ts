import { z } from 'zod';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import {
  asOfSchema,
  fieldsSchema,
  idSchema,
  listKindSchema,
  pathSchema,
  recordChangeSchema,
  recordKindSchema,
} from './common.ts';
import { forMain, forWindow } from './method.ts';

/** The answer to every change: what changed, the findings after it, and the ledger entry that undoes it. */
const changedSchema = z.strictObject({
  releaseId: idSchema,
  revision: z.int(),
  changes: z.array(recordChangeSchema),
  readiness: readinessSchema,
  entry: z.int(),
});
export type Changed = z.output<typeof changedSchema>;

const dated = z.strictObject({ asOf: asOfSchema });

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
  note: z.string().nullable(),
});
export type HistoryEntry = z.output<typeof historyEntrySchema>;

export const recordMethods = {
  'record.create': forWindow(
    dated.extend({ releaseId: idSchema, kind: listKindSchema, fields: fieldsSchema }),
    changedSchema,
  ),
  'record.edit': forWindow(dated.extend({ kind: recordKindSchema, id: idSchema, fields: fieldsSchema }), changedSchema),
  'record.remove': forWindow(dated.extend({ kind: recordKindSchema, id: idSchema }), changedSchema),
  /** Takes one ledger entry back; refused with a sentence where a later change stands in the way. */
  'record.undo': forWindow(dated.extend({ entry: z.int().min(1) }), changedSchema),
  'record.lastChanges': forWindow(
    z.strictObject({ kind: recordKindSchema, id: idSchema }),
    z.array(fieldHistorySchema),
  ),
  'history.list': forWindow(
    z.strictObject({ releaseId: idSchema, limit: z.int().min(1).max(5000) }),
    z.array(historyEntrySchema),
  ),
  'evidence.add': forMain(
    dated.extend({
      release: z.string().min(1),
      file: pathSchema,
      fields: fieldsSchema,
    }),
    changedSchema,
  ),
  'evidence.replaceFile': forMain(dated.extend({ id: idSchema, file: pathSchema }), changedSchema),
  'evidence.purge': forWindow(
    dated.extend({
      id: idSchema,
      reason: z.string().trim().min(1, { error: 'is empty; say why the file is taken out' }),
    }),
    changedSchema,
  ),
  'evidence.copyOut': forMain(
    z.strictObject({ id: idSchema, folder: pathSchema }),
    z.strictObject({ file: z.string() }),
  ),
};
