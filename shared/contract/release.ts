import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { releaseKinds, slotSchema } from '../domain/calendar/slots.ts';
import { summarySchema } from '../domain/findings/finding.ts';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import { releaseStates } from '../domain/readiness/releaseState.ts';
import { releaseFactsSchema } from '../domain/records/releaseFacts.ts';
import {
  asOfSchema,
  fileName,
  idSchema,
  judged,
  knowsSchema,
  named,
  nothing,
  onBehalfSchema,
  pathSchema,
  recordKindSchema,
} from './common.ts';
import { forMain, forWindow } from './method.ts';

/** A release in the list: enough to choose it and to see how it stands. */
const releaseItemSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: z.enum(releaseKinds).nullable(),
  slot: slotSchema.nullable(),
  archived: z.boolean(),
  goLive: calendarDateSchema.nullable(),
  daysToGoLive: z.int().nullable(),
  summary: summarySchema,
  /** How far it has come, and how many findings still ask something of somebody in that state. */
  state: z.enum(releaseStates),
  asked: summarySchema,
});
export type ReleaseItem = z.output<typeof releaseItemSchema>;

/**
 * Everything the window shows of one release, but for its test issues: there may be a hundred thousand of them, and the
 * window asks for them in pages (`issues.page`). `revision` rises with every change of the store.
 */
const openReleaseSchema = z.strictObject({
  id: idSchema,
  archived: z.boolean(),
  revision: z.int(),
  facts: releaseFactsSchema,
  readiness: readinessSchema,
  /** What `knows` calls these findings; there where the caller says what it knows. */
  state: z.string().optional(),
});

/** The entries that take it back, for `record.undo`. */
const range = { entry: z.int(), through: z.int() };

export const releaseMethods = {
  /** How each stands on that day; without one, today. */
  'release.list': forWindow(z.strictObject({ asOf: asOfSchema.optional() }), z.array(releaseItemSchema)),
  'release.open': forWindow(judged.extend({ knows: knowsSchema }), openReleaseSchema),
  'release.create': forWindow(
    z.strictObject({
      name: z.string().trim().min(1),
      kind: z.enum(releaseKinds),
      slot: slotSchema.nullable(),
      adHocReason: z.string().nullable(),
      approvedDate: calendarDateSchema.nullable(),
      onBehalf: onBehalfSchema,
    }),
    z.strictObject({ id: idSchema, name: z.string(), ...range }),
  ),
  'release.clone': forWindow(
    named.extend({ slot: slotSchema, onBehalf: onBehalfSchema }),
    z.strictObject({
      id: idSchema,
      name: z.string(),
      /** The release that it is a copy of. */
      from: z.string(),
      /** How many of each it starts with; of the conditions, those that nobody discharged. */
      carried: z.strictObject({ criteria: z.int(), conditions: z.int() }),
      /** The same of every kind of which it has any, and how many of them are marked as recorded for the side that owns them. */
      records: z.array(z.strictObject({ kind: recordKindSchema, count: z.int(), marked: z.int() })),
      ...range,
    }),
  ),
  /** Takes a wrong release away; the history keeps it, and `record.undo` brings it back. `onBehalf`: for SECAS, whose it is. */
  'release.remove': forWindow(
    named.extend({ onBehalf: onBehalfSchema }),
    z.strictObject({ id: idSchema, name: z.string(), ...range }),
  ),
  /**
   * Makes one of two releases that were set up on both sides. `mine` are the values of `release`, `theirs` those of
   * `other`; what only one states is taken. `dryRun` changes nothing. `onBehalf`: a value of the other side's that takes the
   * place of another is recorded for it, and refused otherwise.
   */
  'release.join': forWindow(
    z.strictObject({
      release: z.string().min(1),
      other: z.string().min(1),
      choices: z.record(z.string(), z.enum(['mine', 'theirs'])),
      dryRun: z.boolean(),
      onBehalf: onBehalfSchema,
    }),
    z.strictObject({
      /** The one that stays: that with the lower id, wherever it is done. */
      id: idSchema,
      name: z.string(),
      removed: idSchema,
      added: z.int(),
      changed: z.int(),
      differences: z.array(
        z.strictObject({
          record: z.string(),
          field: z.string(),
          mine: z.unknown(),
          theirs: z.unknown(),
          /** Null: nobody chose, and `mine` stands. */
          chosen: z.enum(['mine', 'theirs']).nullable(),
        }),
      ),
    }),
  ),
  /** `entry`…`through` take it back. */
  'release.archive': forWindow(
    named.extend({ archived: z.boolean() }),
    z.strictObject({ id: idSchema, name: z.string(), entry: z.int(), through: z.int() }),
  ),
  /** `entry` 0: the file states what stands, as far as it may be changed, and nothing was written. */
  'release.import': forMain(
    z.strictObject({ file: pathSchema, replace: z.boolean(), onBehalf: onBehalfSchema }),
    z.strictObject({
      id: idSchema,
      name: z.string(),
      /** Of a release that is new here, all that the file holds; of one that was replaced, the records and files that were written. */
      records: z.int(),
      files: z.int(),
      /** Whether this store had no such release. */
      isNew: z.boolean(),
      /** How many records were added or came back, changed and removed. */
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
      /** What was recorded on its owner's behalf, and its owner's file states the same without that: `testPhase:SIT#passed`. */
      confirmed: z.array(z.string()),
      /** What replacing left as it stood, for it is the other side's: `testPhase:SIT#passed`, `criterion:AC-01`; `#onBehalf`: its owner stated it. */
      leftOut: z.array(z.string()),
      ...range,
    }),
  ),
  'release.export': forMain(
    named.extend({ out: pathSchema }),
    z.strictObject({ file: z.string(), records: z.int(), files: z.int() }),
  ),
};

/** `entry`…`through` take the import back. */
const importedSchema = releaseMethods['release.import'].output
  .pick({ id: true, name: true, leftOut: true, confirmed: true, entry: true, through: true })
  .extend({ kind: z.literal('imported') });

/** What became of a release file. `known`: its release is here already; its `source` may be imported in its place. */
const importedFileSchema = z.discriminatedUnion('kind', [
  importedSchema,
  z.strictObject({ kind: z.literal('known'), sentence: z.string(), source: z.string() }),
]);
export type ImportedFile = z.output<typeof importedFileSchema>;

export const releaseWindowMethods = {
  /** `replace`: the source of a file whose release is known; null: the person chooses a file. */
  'release.importFile': {
    input: z.strictObject({ replace: z.string().nullable() }),
    output: importedFileSchema.nullable(),
  },
  'release.importSample': { input: nothing, output: importedSchema },
  'release.exportFile': {
    input: releaseMethods['release.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: fileName,
  },
};
