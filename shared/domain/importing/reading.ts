import { z } from 'zod';
import { dateOrders } from './dateOrder.ts';
import { importKinds } from './importKinds.ts';

/** Files of one run that are read at once: more are a folder or an archive. */
export const MOST_FILES = 5000;

/** Where the rows come from: a file or folder that the user chose, several of one test run, or text that was pasted. */
const importSourceSchema = z.union([
  z.strictObject({ file: z.string() }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ files: z.array(z.string()).min(1).max(MOST_FILES) }),
]);

/** What a person may decide where a file can be read in more than one way; left out or null: as it reads by itself. */
export const readingChoices = {
  /** The row that holds the headings, as a spreadsheet counts. */
  headingRow: z.int().min(1).max(1_100_000).nullable().optional(),
  /** Which of two numbers of a date is the day. */
  dateOrder: z.enum(dateOrders).nullable().optional(),
  /** Which number counts where a result file lists other tests than it says it holds. */
  partialLists: z.enum(['listed', 'stated']).nullable().optional(),
};

/** What has to be said before anything is taken: a word that nobody knows, dates in two orders, a list cut short. */
const questionSchema = z.strictObject({
  about: z.enum(['word', 'dateOrder', 'partialLists']),
  /** The word and its field, where it is about one. */
  word: z.string().nullable(),
  field: z.string().nullable(),
  sentence: z.string(),
});

/** What the importers' task `readImport` is asked to do. */
const readImportInputSchema = z.strictObject({
  source: importSourceSchema,
  /** What sentences call it: a file's name, `pasted table`. */
  name: z.string(),
  kind: z.enum(importKinds),
  /** The sheet of a workbook, or the table of a document; null: the one that looks most like what is wanted. */
  sheet: z.string().nullable(),
  ...readingChoices,
  /** Column → field, complete (a column that is not in it is left aside); null: guess. */
  mapping: z.record(z.string(), z.string()).nullable(),
  /** Field → word → what it stands for, where the user knows better; '' leaves the field alone. */
  valueMaps: z.record(z.string(), z.record(z.string(), z.string())),
  /** Fields of every row that does not state them itself: a phase's name or region, say. */
  defaults: z.record(z.string(), z.unknown()),
  /** The NDJSON file to write: `{"row":2,"fields":{…}}` per good row; with `"refused":true` what a refused row names. */
  out: z.string(),
});

/** One thing that is wrong with one row; the row was left out. */
const rowProblemSchema = z.strictObject({
  /** As a spreadsheet counts: the heading has a number too. 0: the file as a whole. */
  row: z.int().min(0),
  column: z.string(),
  sentence: z.string(),
});

/** A word that was given a meaning; null: nobody knows its meaning, and its rows were left out. */
const valueReadingSchema = z.strictObject({
  column: z.string(),
  word: z.string(),
  field: z.string(),
  value: z.string().nullable(),
  count: z.int(),
});

const importColumnSchema = z.strictObject({
  name: z.string(),
  samples: z.array(z.string()).max(3),
  field: z.string().nullable(),
});

export const readImportOutputSchema = z.strictObject({
  format: z.enum(['csv', 'tsv', 'xlsx', 'ods', 'docx', 'html', 'results', 'pasted']),
  /** What a sentence calls the format: `JUnit XML`, `TRX`, `Excel workbook`. */
  formatName: z.string(),
  /** `UTF-8`, `UTF-16 LE`, `Windows-1252` …; null for a workbook. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** The row that holds the headings; null where there is none (test results). */
  headerRow: z.int().nullable(),
  columns: z.array(importColumnSchema),
  mapping: z.record(z.string(), z.string()),
  readings: z.array(valueReadingSchema),
  /** The order in which dates in numbers were read; null where the file holds none. */
  dateOrder: z.enum(dateOrders).nullable(),
  /** Whether some list of tests is shorter or longer than it says. */
  hasPartialLists: z.boolean(),
  questions: z.array(questionSchema),
  /** Rows below the headings that hold anything. */
  rows: z.int(),
  /** Lines written to `out`. */
  good: z.int(),
  /** The first thousand; `problemCount` counts them all. */
  problems: z.array(rowProblemSchema),
  problemCount: z.int(),
  /** How many rows they are: one row may hold several. The file as a whole counts as one. */
  refusedRows: z.int(),
  notes: z.array(z.string()),
});

/** One line of the NDJSON file: the fields that the row states, under their names in the record; of a refused one, those that it is named by. */
const importedRowSchema = z.strictObject({
  row: z.int().min(0),
  fields: z.record(z.string(), z.unknown()),
  refused: z.literal(true).optional(),
});

export type ReadImportInput = Readonly<z.output<typeof readImportInputSchema>>;
export type ReadImportOutput = Readonly<z.output<typeof readImportOutputSchema>>;
export type RowProblem = Readonly<z.output<typeof rowProblemSchema>>;
export type ValueReading = Readonly<z.output<typeof valueReadingSchema>>;
export type ImportColumn = Readonly<z.output<typeof importColumnSchema>>;
export type ImportQuestion = Readonly<z.output<typeof questionSchema>>;
export type ImportedRow = Readonly<z.output<typeof importedRowSchema>>;

/** Problems that are handed on one by one; the rest is counted. */
export const MOST_PROBLEMS = 1000;

/** Whether it is the file as a whole that cannot be taken; then no row of it was read. */
export function isRefusedWhole(problems: readonly Pick<RowProblem, 'row'>[]): boolean {
  return problems.some(({ row }) => row === 0);
}
