import { z } from 'zod';
import { changeSchema } from '../domain/since/change.ts';
import { asOfSchema, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';

export const packExportSchema = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  manifestSha256: z.string(),
  pages: z.int(),
  final: z.boolean(),
  /** What the reader should know: replaced characters, evidence left out for its size. */
  notes: z.array(z.string()),
});
export type PackExport = z.output<typeof packExportSchema>;

export const verificationSchema = z.strictObject({
  ok: z.boolean(),
  pages: z.enum(['checked', 'notChecked']),
  problems: z.array(z.strictObject({ part: z.string(), sentence: z.string() })),
});
export type Verification = z.output<typeof verificationSchema>;

/** A final pack in the register. */
const finalPackSchema = z.strictObject({
  number: z.int(),
  reference: z.string(),
  asOf: z.string(),
  sha256: z.string(),
  acceptedBlockers: z.string().nullable(),
});
export type FinalPackItem = z.output<typeof finalPackSchema>;

/** What differs from the last final pack; null where there is none. */
const sinceLastFinalSchema = z
  .strictObject({
    reference: z.string(),
    asOf: z.string(),
    changes: z.array(changeSchema),
    findings: z.array(changeSchema),
  })
  .nullable();

export const packMethods = {
  'pack.since': forWindow(z.strictObject({ release: z.string().min(1), asOf: asOfSchema }), sinceLastFinalSchema),
  'pack.finals': forWindow(z.strictObject({ release: z.string().min(1) }), z.array(finalPackSchema)),
  'pack.export': forMain(
    z.strictObject({
      release: z.string().min(1),
      out: pathSchema,
      asOf: asOfSchema,
      final: z.boolean(),
      acceptBlockers: z.string().trim().min(1).nullable(),
    }),
    packExportSchema,
  ),
  'pack.verify': forMain(z.strictObject({ file: pathSchema }), verificationSchema),
  'pack.compare': forMain(
    z.strictObject({ before: pathSchema, after: pathSchema }),
    z.strictObject({ changes: z.array(changeSchema), findings: z.array(changeSchema) }),
  ),
  'pack.extract': forMain(
    z.strictObject({ file: pathSchema, out: pathSchema }),
    z.strictObject({ files: z.array(z.string()) }),
  ),
};
