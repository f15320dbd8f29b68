import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { editions } from '../domain/pack/packIdentity.ts';
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
  /** The zip beside the pack with what is too large for it; absent where everything travels inside. */
  companion: z.strictObject({ name: z.string(), state: z.enum(['checked', 'notThere']), files: z.int() }).optional(),
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

/** What differs from the last final pack; null where there is none. */
const sinceLastFinalSchema = z
  .strictObject({
    reference: z.string(),
    asOf: z.string(),
    changes: z.array(changeSchema),
    findings: z.array(changeSchema),
  })
  .nullable();

/** A paper, an addendum, a decision record or another edition in the register of what was issued. */
const issuedPaperSchema = z.strictObject({
  kind: z.enum(['paper', 'addendum', 'decision', 'edition']),
  reference: z.string(),
  /** To whom, and for which meeting. */
  body: z.string().nullable(),
  meeting: z.string().nullable(),
  /** The final pack that it is about. */
  pack: z.string().nullable(),
  asOf: z.string(),
  sha256: z.string(),
});

const issuedFileSchema = z.strictObject({
  file: z.string(),
  reference: z.string(),
  sha256: z.string(),
  manifestSha256: z.string(),
  pages: z.int(),
  notes: z.array(z.string()),
});

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
      /** Default: full. Another edition with `final`: of the last final pack, from that pack's own facts. */
      edition: z.enum(editions).optional(),
    }),
    packExportSchema,
  ),
  'pack.issued': forWindow(z.strictObject({ release: z.string().min(1) }), z.array(issuedPaperSchema)),
  /** A final pack or a paper again, byte for byte as it was issued. */
  'pack.copy': forMain(
    z.strictObject({ release: z.string().min(1), reference: z.string().min(1), out: pathSchema }),
    z.strictObject({ file: z.string(), sha256: z.string() }),
  ),
  'pack.addendum': forMain(
    z.strictObject({ release: z.string().min(1), out: pathSchema, asOf: asOfSchema }),
    issuedFileSchema,
  ),
  'paper.export': forMain(
    z.strictObject({
      release: z.string().min(1),
      body: z.string().trim().min(1),
      meeting: calendarDateSchema,
      out: pathSchema,
      asOf: asOfSchema,
    }),
    issuedFileSchema.extend({ body: z.string(), criteria: z.array(z.string()) }),
  ),
  'decision.export': forMain(
    z.strictObject({ release: z.string().min(1), out: pathSchema, asOf: asOfSchema }),
    issuedFileSchema,
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
