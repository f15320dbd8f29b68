import { z } from 'zod';

/** One sheet of a workbook, or the one table of a CSV file: the first rows and columns, as text. */
const sheetSchema = z.strictObject({
  name: z.string(),
  rows: z.array(z.array(z.string())),
  truncated: z.boolean(),
});

const paragraphSchema = z.strictObject({ style: z.enum(['heading', 'text', 'listItem']), text: z.string() });

/**
 * What the window shows of a file. Everything but PDF and pictures arrives as plain data that is drawn as text; those
 * two are drawn by the viewer, which reads the content itself, by its hash.
 */
export const previewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pdf'), sha256: z.string() }),
  z.strictObject({ kind: z.literal('image'), sha256: z.string(), mediaType: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), truncated: z.boolean() }),
  z.strictObject({ kind: z.literal('table'), sheets: z.array(sheetSchema) }),
  z.strictObject({ kind: z.literal('document'), paragraphs: z.array(paragraphSchema), truncated: z.boolean() }),
  z.strictObject({
    kind: z.literal('email'),
    from: z.string(),
    to: z.string(),
    cc: z.string(),
    subject: z.string(),
    /** As the message states it, in words; empty where it states none. */
    date: z.string(),
    text: z.string(),
    attachments: z.array(z.strictObject({ name: z.string(), bytes: z.int() })),
  }),
  z.strictObject({ kind: z.literal('none'), sentence: z.string() }),
]);
export type Preview = z.output<typeof previewSchema>;
export type PreviewOf<Kind extends Preview['kind']> = Extract<Preview, { readonly kind: Kind }>;
