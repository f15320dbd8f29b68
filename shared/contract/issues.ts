import { z } from 'zod';
import { fieldsSchema, idSchema } from './common.ts';
import { forWindow } from './method.ts';

export const issuesMethods = {
  /** One page of the release's test issues: there may be a hundred thousand of them. */
  'issues.page': forWindow(
    z.strictObject({
      releaseId: idSchema,
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
      phase: z.string().nullable(),
      severity: z.int().min(0).max(9).nullable(),
      open: z.boolean().nullable(),
      text: z.string(),
      /** Only what is called exactly so: the key that findings name it by, or its id. */
      called: z.string().optional(),
    }),
    z.strictObject({ total: z.int(), issues: z.array(fieldsSchema) }),
  ),
  /** Counts of all test issues, by phase and severity. */
  'issues.counts': forWindow(
    z.strictObject({ releaseId: idSchema }),
    z.strictObject({
      total: z.int(),
      open: z.int(),
      cells: z.array(
        z.strictObject({
          phase: z.string().nullable(),
          severity: z.int().nullable(),
          open: z.int(),
          unstated: z.int(),
          closed: z.int(),
        }),
      ),
    }),
  ),
};
