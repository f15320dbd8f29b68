import { z } from 'zod';
import { summarySchema } from '../domain/findings/finding.ts';
import { asOfSchema, idSchema, nothing, pathSchema, recordKindSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';
import { changedSchema } from './recordMethods.ts';

const choiceSchema = z.enum(['mine', 'theirs']);
/** `criterion:AC-01#text` → whose value stands; where nothing is chosen, the default does. */
export const choicesSchema = z.record(z.string(), choiceSchema);

/** Who wrote one of the two values, and when. */
const authorSchema = z.strictObject({ name: z.string(), organisation: z.string(), at: z.string() });

/**
 * One field that two wrote, a record that one removed (`removed`), one reference of two records (`reference`), or one thing
 * that two entered (`twice`): then `mine` and `theirs` are the fields in which the two records differ.
 */
const conflictSchema = z.strictObject({
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
});

export const inspectedSchema = headSchema.extend({
  files: z.int(),
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

export const appliedSchema = headSchema
  .pick({ from: true, signature: true, vouchedBy: true, plan: true, heard: true, lost: true })
  .extend({
    releaseId: idSchema,
    isNewRelease: z.boolean(),
    /** For `record.undo`, which takes the whole of it back; null where nothing reads otherwise. */
    entry: z.int().nullable(),
    through: z.int().nullable(),
    files: z.int(),
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

const peerSchema = z.strictObject({
  fingerprint: z.string(),
  /** Null: nothing came from it yet. */
  storeId: z.string().nullable(),
  name: z.string(),
  organisation: z.string(),
  /** When somebody here compared the fingerprint with them; null: nobody did. */
  confirmedOn: z.string().nullable(),
  /** Whether it may introduce its colleagues' keys. */
  lead: z.boolean(),
  /** The lead that introduced it; null: none whose word counts. */
  vouchedBy: z.string().nullable(),
  /** When somebody here said that its laptop is gone; null: it is not. */
  forgottenOn: z.string().nullable(),
  lastReceived: z.string().nullable(),
  /** The last bundle of this release that was made for them; whether it arrived nobody knows but their receipt. */
  lastSent: z.string().nullable(),
});
export type ExchangePeer = z.output<typeof peerSchema>;

/** A bundle in the shared folder that a person has to look at. */
const waitingSchema = z.strictObject({
  name: z.string(),
  from: z.string().nullable(),
  /** Of the key that signed it; null: it could not be read. */
  fingerprint: z.string().nullable(),
  release: z.string().nullable(),
  sentence: z.string(),
});

const sharingSchema = z.strictObject({
  /** The folder's own name; its path stays with the engine. */
  name: z.string(),
  automatic: z.boolean(),
  /** Releases that are sent there. */
  releases: z.array(idSchema),
  lastSync: z.string().nullable(),
  problem: z.string().nullable(),
  waiting: z.array(waitingSchema),
});

const statusSchema = z.strictObject({
  fingerprint: z.string(),
  organisation: z.string(),
  side: z.enum(['DCC', 'SECAS']).nullable(),
  peers: z.array(peerSchema),
  openConflicts: z.int(),
  sharing: sharingSchema.nullable(),
});
export type ExchangeStatus = z.output<typeof statusSchema>;

const knownConflictSchema = conflictSchema.extend({
  number: z.int(),
  kind: recordKindSchema,
  isOpen: z.boolean(),
});
export type KnownConflict = z.output<typeof knownConflictSchema>;

const receivedSchema = z.strictObject({
  at: z.string(),
  actor: z.string(),
  organisation: z.string(),
  action: z.string(),
  kind: z.string().nullable(),
  recordKey: z.string().nullable(),
  fields: z.array(z.string()),
  count: z.int(),
});

const syncedSchema = z.strictObject({
  applied: z.int(),
  sent: z.int(),
  /** Bundles that a person has to look at. */
  waiting: z.int(),
  /** Conflicts that came with what was applied, open until somebody settles them. */
  conflicts: z.int(),
});

const inspectInput = z.strictObject({
  file: pathSchema,
  passphrase: z.string().nullable(),
  choices: choicesSchema,
  asOf: asOfSchema,
});

/** Bundles between two stores, and what is known of those who send them. */
export const exchangeMethods = {
  'bundle.export': forMain(
    z.strictObject({
      release: z.string().min(1),
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
    }),
    appliedSchema,
  ),
  'exchange.status': forWindow(z.strictObject({ releaseId: idSchema.nullable() }), statusSchema),
  /** Somebody compared the fingerprint with its owner, or takes that back. */
  'exchange.confirmPeer': forWindow(
    z.strictObject({
      fingerprint: z.string(),
      name: z.string().max(500),
      organisation: z.string().max(500),
      confirmed: z.boolean(),
      /** It also vouches for its colleagues' keys, of its own side. */
      lead: z.boolean().optional(),
    }),
    nothing,
  ),
  /** A laptop is gone: nothing is kept back for it, and its key counts for nothing until it is confirmed anew. */
  'exchange.forget': forWindow(z.strictObject({ fingerprint: z.string() }), nothing),
  'exchange.conflicts': forWindow(z.strictObject({ releaseId: idSchema }), z.array(knownConflictSchema)),
  'exchange.settle': forWindow(
    z.strictObject({
      releaseId: idSchema,
      number: z
        .int()
        .min(1)
        .max(2 ** 40),
      choice: choiceSchema,
      asOf: asOfSchema,
    }),
    changedSchema,
  ),
  /** What the last bundle that brought anything brought, newest first. */
  'exchange.received': forWindow(
    z.strictObject({ releaseId: idSchema }),
    z.strictObject({
      at: z.string().nullable(),
      from: z.string().nullable(),
      count: z.int(),
      entries: z.array(receivedSchema),
    }),
  ),
  /** Both sides may read and write there (a synchronised or network folder); null: no longer. */
  'exchange.setSharing': forMain(
    z.strictObject({ folder: pathSchema.nullable(), release: idSchema.nullable() }),
    nothing,
  ),
  'exchange.arrange': forWindow(z.strictObject({ automatic: z.boolean(), releases: z.array(idSchema) }), nothing),
  'exchange.stopSharing': forWindow(nothing, nothing),
  /** Reads what others put into the shared folder, and puts there what they lack. `quietly`: only where it is automatic. */
  'exchange.sync': forWindow(z.strictObject({ quietly: z.boolean() }), syncedSchema),
  /** The path of a bundle that waits in the shared folder. */
  'exchange.findWaiting': forMain(z.strictObject({ name: z.string() }), z.strictObject({ file: z.string() })),
};
