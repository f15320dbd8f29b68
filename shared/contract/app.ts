import { z } from 'zod';
import { nothing } from './common.ts';

export const appWindowMethods = {
  'app.info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      storeFolder: z.string(),
      license: z.string(),
      /** By name: Electron, Chromium, Node and the system. */
      versions: z.record(z.string(), z.string()),
    }),
  },
  /** What may be sent to whoever helps: versions, counts, and where the app's own code failed. */
  'app.diagnostics': { input: nothing, output: z.strictObject({ text: z.string() }) },
  /** A note of the system's own, for people who look elsewhere. */
  'app.notify': {
    input: z.strictObject({ title: z.string().max(200), body: z.string().max(500) }),
    output: nothing,
  },
};
