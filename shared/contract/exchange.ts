import { z } from 'zod';
import { batchCountsSchema } from '../domain/records/batchCounts.ts';
import { bundleMethods, choiceSchema, conflictSchema, purgedHereSchema, submittedAgainSchema } from './bundle.ts';
import {
  asOfSchema,
  fileName,
  heldFileSchema,
  idSchema,
  nothing,
  onBehalfSchema,
  pathSchema,
  recordKindSchema,
} from './common.ts';
import { forMain, forWindow } from './method.ts';
import { changedSchema } from './record.ts';

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
  /** Of many records at once: what was done to them. */
  did: batchCountsSchema,
});

const syncedSchema = z.strictObject({
  applied: z.int(),
  sent: z.int(),
  /** Bundles that a person has to look at. */
  waiting: z.int(),
  /** Conflicts that came with what was applied, open until somebody settles them. */
  conflicts: z.int(),
  /** Evidence that is lost here and so was not put there, in a sentence; null: all of it lies there. */
  problem: z.string().nullable(),
  /** What went for good with what was applied, and which acceptances fell with it. */
  purged: z.array(purgedHereSchema),
  submittedAgain: z.array(submittedAgainSchema),
});

export const exchangeMethods = {
  'exchange.status': forWindow(z.strictObject({ releaseId: idSchema.nullable() }), statusSchema),
  /** Somebody compared the fingerprint with its owner, or takes that back. */
  'exchange.confirmPeer': forWindow(
    z.strictObject({
      fingerprint: z.string(),
      name: z.string().max(500),
      organisation: z.string().max(500),
      confirmed: z.boolean(),
      /** It also vouches for its colleagues' keys, of its own side; absent: as it stands. */
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
      onBehalf: onBehalfSchema,
    }),
    changedSchema,
  ),
  /** What the last bundle that brought anything brought, newest first. */
  'exchange.received': forWindow(
    z.strictObject({ releaseId: idSchema }),
    z.strictObject({
      at: z.string().nullable(),
      from: z.string().nullable(),
      /** It was taken back here since, so that nothing of it stands. */
      isTakenBack: z.boolean(),
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

export const exchangeWindowMethods = {
  /** Writes a bundle where the person says. */
  'exchange.send': {
    input: bundleMethods['bundle.export'].input
      .omit({ out: true, type: true })
      .extend({ name: z.string(), receipt: z.boolean() }),
    output: bundleMethods['bundle.export'].output
      .omit({ file: true, fingerprint: true })
      .extend({ name: z.string() })
      .nullable(),
  },
  'exchange.choose': { input: nothing, output: heldFileSchema.nullable() },
  'exchange.openWaiting': { input: exchangeMethods['exchange.findWaiting'].input, output: heldFileSchema },
  'exchange.inspect': {
    input: bundleMethods['bundle.inspect'].input.omit({ file: true }).extend({ source: z.string() }),
    output: bundleMethods['bundle.inspect'].output,
  },
  /** `token`: whoever applies a bundle in the window has looked at this very file. */
  'exchange.apply': {
    input: bundleMethods['bundle.apply'].input
      .omit({ file: true, asks: true })
      .extend({ source: z.string(), token: z.string() }),
    output: bundleMethods['bundle.apply'].output,
  },
  'exchange.chooseShared': {
    input: exchangeMethods['exchange.setSharing'].input.omit({ folder: true }),
    output: fileName,
  },
};
