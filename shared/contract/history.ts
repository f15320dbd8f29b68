import { z } from 'zod';
import { batchCountsSchema } from '../domain/records/batchCounts.ts';
import { fieldsSchema, idSchema, recordKindSchema } from './common.ts';
import { forWindow } from './method.ts';

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
  /** For many records at once: the first of them, how many there are, and what was done to them. */
  batch: z.strictObject({
    count: z.int(),
    did: batchCountsSchema,
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

export const historyMethods = {
  'history.list': forWindow(
    z.strictObject({ releaseId: idSchema, limit: z.int().min(1).max(5000) }),
    z.array(historyEntrySchema),
  ),
};
