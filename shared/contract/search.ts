import { z } from 'zod';
import { idSchema, recordKindSchema } from './common.ts';
import { forWindow } from './method.ts';

const searchHitSchema = z.strictObject({
  releaseId: idSchema,
  release: z.string(),
  kind: recordKindSchema,
  recordId: idSchema,
  key: z.string(),
  snippet: z.array(z.strictObject({ text: z.string(), fits: z.boolean() })),
});
export type SearchHit = z.output<typeof searchHitSchema>;

export const searchMethods = {
  /** Full-text search over every record; `complete` false: the index is still catching up. */
  'search.find': forWindow(
    z.strictObject({
      text: z.string().max(200),
      releaseId: idSchema.nullable(),
      limit: z.int().min(1).max(100),
    }),
    z.strictObject({ hits: z.array(searchHitSchema), complete: z.boolean() }),
  ),
};
