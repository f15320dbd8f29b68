import { z } from 'zod';
import { profileSchema } from '../domain/records/profile.ts';
import { nothing, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';

const storeStatusSchema = z.strictObject({
  folder: z.string(),
  /** Why the store cannot be used; null when it is open. */
  problem: z.strictObject({ kind: z.string(), message: z.string() }).nullable(),
  profile: profileSchema.nullable(),
  backups: z.array(z.strictObject({ name: z.string(), madeAt: z.string(), bytes: z.int() })),
});
export type StoreStatus = z.output<typeof storeStatusSchema>;

const checkSchema = z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) });

/** `missingFiles`: how many files neither the store nor the backup has. */
const restoredSchema = z.strictObject({ keptAs: z.string().nullable(), missingFiles: z.int() });

export const storeMethods = {
  'store.status': forWindow(nothing, storeStatusSchema),
  'store.check': forWindow(nothing, checkSchema),
  'store.backup': forMain(
    z.strictObject({ out: pathSchema }),
    z.strictObject({ file: z.string(), missingFiles: z.int() }),
  ),
  'store.restore': forMain(z.strictObject({ file: pathSchema }), restoredSchema),
  /** Restores one of the backups in the store's own folder, by its name. */
  'store.restoreOwn': forWindow(z.strictObject({ name: z.string().regex(/^[\w-]+\.sqlite$/) }), restoredSchema),
  'profile.save': forWindow(profileSchema, profileSchema),
  'schema.get': forWindow(
    z.strictObject({ format: z.enum(['release', 'snapshot', 'bundle']) }),
    z.record(z.string(), z.unknown()),
  ),
};
