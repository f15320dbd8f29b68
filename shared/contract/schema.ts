import { z } from 'zod';
import { forWindow } from './method.ts';

export const schemaMethods = {
  'schema.get': forWindow(
    z.strictObject({ format: z.enum(['release', 'snapshot', 'bundle']) }),
    z.record(z.string(), z.unknown()),
  ),
};
