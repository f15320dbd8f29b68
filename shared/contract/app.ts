import { z } from 'zod';
import { nothing } from './common.ts';

export const appWindowMethods = {
  'app.info': {
    input: nothing,
    output: z.strictObject({ version: z.string(), storeFolder: z.string(), license: z.string() }),
  },
  /** A note of the system's own, for people who look elsewhere. */
  'app.notify': {
    input: z.strictObject({ title: z.string().max(200), body: z.string().max(500) }),
    output: nothing,
  },
};
