import { z } from 'zod';
import { asOfSchema, fileName, pathSchema } from './common.ts';
import { forMain } from './method.ts';

export const reportMethods = {
  /** The status report of all releases, or of those that go live in a year, as a PDF: one page each. */
  'report.export': forMain(
    z.strictObject({ out: pathSchema, asOf: asOfSchema, year: z.int().min(1901).max(2198).nullable() }),
    z.strictObject({
      file: z.string(),
      sha256: z.string(),
      pages: z.int(),
      releases: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
};

export const reportWindowMethods = {
  'report.save': {
    input: reportMethods['report.export'].input.omit({ out: true }),
    output: fileName,
  },
};
