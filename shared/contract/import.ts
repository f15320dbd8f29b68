import { z } from 'zod';
import { importKinds } from '../domain/importing/importKinds.ts';
import { MOST_FILES, readImportOutputSchema, readingChoices } from '../domain/importing/reading.ts';
import { fieldsSchema, heldFileSchema, named, onBehalfSchema, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';

/** How the person wants a table to be read; null and {}: as it reads by itself, or as it was read the last time. */
const importChoicesSchema = z.strictObject({
  kind: z.enum(importKinds),
  sheet: z.string().nullable(),
  mapping: z.record(z.string(), z.string()).nullable(),
  valueMaps: z.record(z.string(), z.record(z.string(), z.string())),
  defaults: fieldsSchema,
  ...readingChoices,
});
export type ImportChoices = z.output<typeof importChoicesSchema>;

/** What would become of one row. `refused`: it is well-formed, but points at nothing in this release. */
const plannedRowSchema = z.strictObject({
  row: z.int(),
  action: z.enum(['add', 'update', 'same', 'refused']),
  key: z.string(),
  fields: fieldsSchema,
  /** Fields of an update as they stand now. */
  before: fieldsSchema,
  /** Why it is refused, or what it confirms that was recorded for this one; null: its fields say it. */
  sentence: z.string().nullable(),
  /** Why the row is refused unless it is recorded for the other side, whose it is; null: it is this one's own to take. */
  unlessForThem: z.string().nullable(),
});
export type PlannedRow = z.output<typeof plannedRowSchema>;

/** Records of the release that the list no longer names, and the first thousand of them by name. */
const missingShape = { missing: z.int(), missingNames: z.array(z.string()) };

/** What becomes of them: they stay as they are, or open issues among them are closed. Nobody closes one silently. */
export const missingChoices = ['leave', 'close'] as const;

/** What would become of the rows. `theirs`: how many of the added and the updated are the other side's. */
const planSchema = z.strictObject({
  added: z.int(),
  updated: z.int(),
  same: z.int(),
  refused: z.int(),
  theirs: z.strictObject({ added: z.int(), updated: z.int() }),
  ...missingShape,
});

/** A table that was read and waits for the decision what to take; nothing is changed yet. */
const heldReadingSchema = z.strictObject({
  token: z.string(),
  name: z.string(),
  kind: z.enum(importKinds),
  reading: readImportOutputSchema,
  plan: planSchema,
  /** The first rows; the plan counts them all. */
  rows: z.array(plannedRowSchema),
});
export type HeldReading = z.output<typeof heldReadingSchema>;

const refusedRowSchema = z.strictObject({ row: z.int(), column: z.string(), sentence: z.string() });

/** What an import did. `entry`…`through` are the ledger entries that take it back; 0 where nothing was changed. */
const takenSchema = z.strictObject({
  taken: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** What is wrong with them, the first thousand of it; `refusedCount` counts the rows, each once whatever is wrong with it. */
  refused: z.array(refusedRowSchema),
  refusedCount: z.int(),
  notes: z.array(z.string()),
  ...missingShape,
  /** How many of the missing were closed. */
  closed: z.int(),
  /** The rows that were not taken, planned anew: the table is held for them. Null: none was refused, and it is let go. */
  left: heldReadingSchema.pick({ plan: true, rows: true }).nullable(),
  entry: z.int(),
  through: z.int(),
});
export type ImportTaken = z.output<typeof takenSchema>;

export const importMethods = {
  /** Reads a table in a process of its own; `file` or `text`, whichever is not null. */
  'import.read': forMain(
    importChoicesSchema.extend({
      ...named.shape,
      file: pathSchema.nullable(),
      text: z.string().nullable(),
      /** Further files of the same test run; their tests add up to one phase. */
      more: z.array(pathSchema).max(MOST_FILES).optional(),
      /** Whether to say what would become of each row; a script that takes all of them need not wait for it. */
      plan: z.boolean(),
    }),
    heldReadingSchema,
  ),
  /** Takes what was read and was not taken before, in one transaction. `skip` names rows that the person does not want. */
  'import.take': forWindow(
    z.strictObject({
      token: z.string(),
      skip: z.array(z.int().min(0).max(10_000_000)).max(1_000_000),
      /** Absent: `leave`. */
      missing: z.enum(missingChoices).optional(),
      /** Of the missing, by name, those that stay as they are although the others are closed. */
      keepOpen: z.array(z.string()).max(1000).optional(),
      onBehalf: onBehalfSchema,
    }),
    takenSchema,
  ),
  'import.forget': forWindow(z.strictObject({ token: z.string() }), z.strictObject({})),
};

export const importWindowMethods = {
  /** `many`: the files of one test run. */
  'import.choose': { input: z.strictObject({ many: z.boolean() }), output: z.array(heldFileSchema).nullable() },
  /** `source`, `more`: held files. */
  'import.read': {
    input: importMethods['import.read'].input
      .omit({ file: true, plan: true })
      .extend({ source: heldFileSchema.shape.source.nullable() }),
    output: importMethods['import.read'].output,
  },
};
