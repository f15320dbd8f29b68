import { z } from 'zod';
import { judged, pathSchema } from './common.ts';

/** What every verb that issues a document takes: of which release, as of which day, and where to. */
export const issueInput = judged.extend({ out: pathSchema });

/** What was issued: under which reference, kept in the store byte for byte. */
export const issuedFileSchema = z.strictObject({
  file: z.string(),
  reference: z.string(),
  sha256: z.string(),
  manifestSha256: z.string(),
  pages: z.int(),
  notes: z.array(z.string()),
});

/** What the window hears of it; null: the person closed the dialog. */
export const issuedNameSchema = issuedFileSchema
  .pick({ pages: true, notes: true })
  .extend({ name: z.string() })
  .nullable();
