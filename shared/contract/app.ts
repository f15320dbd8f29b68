import { z } from 'zod';
import { heldFileSchema, nothing } from './common.ts';

/** What is said of one package of others' that the app is shipped with; `text` is its licence in full. */
export const noticeSchema = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  licence: z.string().min(1),
  by: z.string().min(1),
  text: z.string().min(1),
});

const aboutSchema = z.strictObject({
  version: z.string(),
  license: z.string(),
  /** Electron's, Chromium's and Node's own. */
  runtime: z.strictObject({ electron: z.string(), chromium: z.string(), node: z.string() }),
  notices: z.array(noticeSchema),
});
export type About = z.output<typeof aboutSchema>;

export const appWindowMethods = {
  /** What this app is, and everything of others' in it. */
  'app.about': { input: nothing, output: aboutSchema },
  /** Shows Chromium's own licences, a page beside the app, in whatever the system reads pages with. */
  'app.showChromiumLicences': { input: nothing, output: nothing },
  /** A bundle or a pack that the app was opened with, or null; told once. */
  'app.takeOpened': { input: nothing, output: heldFileSchema.nullable() },
  'app.info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
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
