import { z } from 'zod';

const columnTypes = ['text', 'number', 'date', 'yesNo'] as const;

/** A table as people take it away: to a spreadsheet, or to another program. Dates stand as `YYYY-MM-DD`. */
const tableSchema = z.strictObject({
  title: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.enum(columnTypes) })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

/** What the importers' task `writeTable` is asked to do. */
const writeTableInputSchema = z.strictObject({
  table: tableSchema,
  out: z.string(),
  /** What the person called it, where `out` stands in for it until it is whole. */
  shown: z.string().optional(),
  format: z.enum(['csv', 'xlsx']),
});

const writeTableOutputSchema = z.strictObject({ rows: z.int() });

export type Table = z.output<typeof tableSchema>;
export type TableValue = Table['rows'][number][number];
export type WriteTableInput = Readonly<z.output<typeof writeTableInputSchema>>;
export type WriteTableOutput = Readonly<z.output<typeof writeTableOutputSchema>>;
