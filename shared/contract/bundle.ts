import { z } from 'zod';
import { summarySchema } from '../domain/findings/finding.ts';
import { asOfSchema, idSchema, named, pathSchema, recordKindSchema } from './common.ts';
import { forMain } from './method.ts';

export const choiceSchema = z.enum(['mine', 'theirs']);

/** `criterion:AC-01#text` → whose value stands; where nothing is chosen, the default does. */
const choicesSchema = z.record(z.string(), choiceSchema);

/** Who wrote one of the two values, and when. */
const authorSchema = z.strictObject({ name: z.string(), organisation: z.string(), at: z.string() });

/**
 * One field that two wrote, a record that one removed (`removed`), one reference of two records (`reference`), or one thing
 * that two entered (`twice`): then `mine` and `theirs` are the fields in which the two records differ.
 */
export const conflictSchema = z.strictObject({
  record: z.string(),
  field: z.string(),
  mine: z.unknown(),
  theirs: z.unknown(),
  mineBy: authorSchema.nullable(),
  theirsBy: authorSchema.nullable(),
  /** Null: both stay, until one is chosen and the other goes. */
  default: choiceSchema.nullable(),
  /** Null: nobody chose, the default stands. */
  chosen: choiceSchema.nullable(),
  reason: z.string(),
});
export type BundleConflict = z.output<typeof conflictSchema>;

const planSchema = z.strictObject({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Sentences; where there is one, the bundle cannot be applied. */
  refused: z.array(z.string()),
  conflicts: z.array(conflictSchema),
});

/** One record that a bundle adds (with all that it states), changes or removes here. */
const plannedRecordSchema = z.strictObject({
  action: z.enum(['added', 'changed', 'removed']),
  kind: recordKindSchema,
  key: z.string(),
  fields: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type PlannedRecord = z.output<typeof plannedRecordSchema>;

/** Evidence that is taken out here for good, file and words, because it was at its sender’s. */
export const purgedHereSchema = z.strictObject({ record: z.string(), reason: z.string(), sentence: z.string() });

/** Evidence whose acceptance was of something else than what stands after the join. */
export const submittedAgainSchema = z.strictObject({
  record: z.string(),
  /** In what: `version`, `sha256`, `criteria`. */
  differs: z.array(z.string()),
  sentence: z.string(),
});

const headSchema = z.strictObject({
  from: z.string(),
  /** `known`: somebody here has compared the sender's fingerprint with them, or confirmed the lead that introduced it. */
  signature: z.enum(['known', 'unknown']),
  /** The lead that introduced the sender's key, `Bo Test, DCC`; null: somebody here compared it, or nobody did. */
  vouchedBy: z.string().nullable(),
  plan: planSchema,
  fingerprint: z.string(),
  sender: z.strictObject({ name: z.string(), organisation: z.string() }),
  type: z.enum(['changes', 'receipt']),
  release: z.strictObject({ id: idSchema, name: z.string() }),
  createdAt: z.string(),
  /** `criterion:AC-01#text`, or `#added`, `#removed`, `#restored`: not its sender's to do. */
  marked: z.array(z.string()),
  /** Conflicts that others met already and nobody settled: they come along open, and need no choice now. */
  heard: z.array(conflictSchema),
  /** What the history of the sender's store lost since it was last heard of, in a sentence; null: nothing. */
  lost: z.string().nullable(),
  /** That the release was removed here, and whether this brings it back, in a sentence; null: it lives, or never was here. */
  removedHere: z.strictObject({ comesBack: z.boolean(), sentence: z.string() }).nullable(),
  purged: z.array(purgedHereSchema),
  submittedAgain: z.array(submittedAgainSchema),
});

const inspectedSchema = headSchema.extend({
  files: z.int(),
  /** Whether it lay under a passphrase; of one that does not, a passphrase that is given counts for nothing. */
  protected: z.boolean(),
  /** Names this very file: give it to `bundle.apply`, so that what was looked at is what is applied. */
  token: z.string(),
  /** Whether this store has no such release yet. */
  isNewRelease: z.boolean(),
  /** The first two hundred of each kind; `kinds` counts them all. */
  records: z.array(plannedRecordSchema),
  /** What changes, kind by kind; kinds of which nothing changes are left out. */
  kinds: z.array(z.strictObject({ kind: recordKindSchema, added: z.int(), changed: z.int(), removed: z.int() })),
  /** How the release stands and would stand; null where there is none, or the bundle cannot be applied. */
  readiness: z.strictObject({ before: summarySchema.nullable(), after: summarySchema.nullable() }),
});
export type InspectedBundle = z.output<typeof inspectedSchema>;

const appliedSchema = headSchema
  .pick({
    from: true,
    signature: true,
    vouchedBy: true,
    plan: true,
    heard: true,
    lost: true,
    removedHere: true,
    purged: true,
    submittedAgain: true,
  })
  .extend({
    releaseId: idSchema,
    isNewRelease: z.boolean(),
    /** For `record.undo`, which takes the whole of it back; null where nothing reads otherwise. */
    entry: z.int().nullable(),
    through: z.int().nullable(),
    files: z.int(),
    protected: z.boolean(),
    revision: z.int(),
  });
export type AppliedBundle = z.output<typeof appliedSchema>;

const exportedSchema = z.strictObject({
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** Records that hold something the reader lacks. */
  records: z.int(),
  /** Evidence files that go along. */
  files: z.int(),
  fingerprint: z.string(),
});

const inspectInput = z.strictObject({
  file: pathSchema,
  passphrase: z.string().nullable(),
  choices: choicesSchema,
  asOf: asOfSchema,
});

export const bundleMethods = {
  'bundle.export': forMain(
    named.extend({
      out: pathSchema,
      passphrase: z.string().min(1).nullable(),
      /** The reader's fingerprint; null: whoever sent us bundles of this release. */
      to: z.string().nullable(),
      /** Everything, whatever the readers know: for a new reader, or one whose store was restored. */
      full: z.boolean(),
      type: z.enum(['changes', 'receipt']),
    }),
    exportedSchema,
  ),
  /** Says what applying a bundle would do. Changes nothing. */
  'bundle.inspect': forMain(inspectInput, inspectedSchema),
  'bundle.apply': forMain(
    inspectInput.omit({ asOf: true }).extend({
      /** From `bundle.inspect`; null: whatever the file holds now. */
      token: z.string().nullable(),
      /** In place of the questions that the window asks before it applies (`askFirst.ts`); absent: they were asked. */
      asks: z.strictObject({ trust: z.string().nullable(), acceptMarks: z.boolean() }).optional(),
    }),
    appliedSchema,
  ),
};
