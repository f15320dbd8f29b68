import { z } from 'zod';
import { idSchema, recordKindSchema } from './common.ts';
import { forWindow } from './method.ts';

const draftSchema = z.strictObject({
  kind: recordKindSchema,
  recordId: idSchema,
  field: z.string(),
  value: z.unknown(),
  at: z.string(),
});

export const draftMethods = {
  /** Keeps what is typed and not saved; `value` absent: it was given up. */
  'draft.keep': forWindow(
    z.strictObject({
      releaseId: idSchema,
      kind: recordKindSchema,
      recordId: idSchema,
      field: z.string(),
      value: z.unknown(),
    }),
    z.strictObject({}),
  ),
  'draft.list': forWindow(z.strictObject({ releaseId: idSchema }), z.array(draftSchema)),
};
