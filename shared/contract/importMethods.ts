import { z } from 'zod';
import { coverageSchema } from '../domain/coverage/computeCoverage.ts';
import { criterionSufficiencySchema } from '../domain/coverage/computeSufficiency.ts';
import { importKinds } from '../domain/importing/importKinds.ts';
import { MOST_FILES, readImportOutputSchema, readingChoices } from '../domain/importing/reading.ts';
import { asOfSchema, fieldsSchema, idSchema, onBehalfSchema, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';

/** How the person wants a table to be read; null and {}: as it reads by itself, or as it was read the last time. */
export const importChoicesSchema = z.strictObject({
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
  sentence: z.string().nullable(),
});
export type PlannedRow = z.output<typeof plannedRowSchema>;

/** Records of the release that the list no longer names, and the first thousand of them by name. */
const missingShape = { missing: z.int(), missingNames: z.array(z.string()) };

/** What becomes of them: they stay as they are, or open issues among them are closed. Nobody closes one silently. */
export const missingChoices = ['leave', 'close'] as const;

/** A table that was read and waits for the decision what to take; nothing is changed yet. */
export const heldReadingSchema = z.strictObject({
  token: z.string(),
  name: z.string(),
  kind: z.enum(importKinds),
  reading: readImportOutputSchema,
  plan: z.strictObject({ added: z.int(), updated: z.int(), same: z.int(), refused: z.int(), ...missingShape }),
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
  /** The first thousand; `refusedCount` counts them all. */
  refused: z.array(refusedRowSchema),
  refusedCount: z.int(),
  notes: z.array(z.string()),
  ...missingShape,
  /** How many of the missing were closed. */
  closed: z.int(),
  entry: z.int(),
  through: z.int(),
});
export type ImportTaken = z.output<typeof takenSchema>;

const judged = z.strictObject({ release: z.string().min(1), asOf: asOfSchema });

export const importMethods = {
  /** Reads a table in a process of its own; `file` or `text`, whichever is not null. */
  'import.read': forMain(
    importChoicesSchema.extend({
      release: z.string().min(1),
      file: pathSchema.nullable(),
      text: z.string().nullable(),
      /** Further files of the same test run; their tests add up to one phase. */
      more: z.array(pathSchema).max(MOST_FILES).optional(),
      /** Whether to say what would become of each row; a script that takes all of them need not wait for it. */
      plan: z.boolean(),
    }),
    heldReadingSchema,
  ),
  /** Takes what was read, in one transaction. `skip` names rows that the person does not want. */
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
  'coverage.compute': forWindow(judged, coverageSchema),
  'sufficiency.compute': forWindow(
    judged.extend({ criterion: z.string().nullable() }),
    z.array(criterionSufficiencySchema),
  ),
  'table.export': forMain(
    judged.extend({ table: z.string().min(1), out: pathSchema }),
    z.strictObject({ file: z.string(), rows: z.int() }),
  ),
  /** One page of the release's test issues: there may be a hundred thousand of them. */
  'issues.page': forWindow(
    z.strictObject({
      releaseId: idSchema,
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
      phase: z.string().nullable(),
      severity: z.int().min(0).max(9).nullable(),
      open: z.boolean().nullable(),
      text: z.string(),
    }),
    z.strictObject({ total: z.int(), issues: z.array(fieldsSchema) }),
  ),
  /** Counts of all test issues, by phase and severity. */
  'issues.counts': forWindow(
    z.strictObject({ releaseId: idSchema }),
    z.strictObject({
      total: z.int(),
      open: z.int(),
      cells: z.array(
        z.strictObject({
          phase: z.string().nullable(),
          severity: z.int().nullable(),
          open: z.int(),
          unstated: z.int(),
          closed: z.int(),
        }),
      ),
    }),
  ),
};
