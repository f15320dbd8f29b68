import { z } from 'zod';
import { signedHeadSchema } from '../pack/signedHead.ts';
import { introductionSchema } from './introduction.ts';
import { instantSchema, knowledgeSchema, storeIdSchema } from './wire.ts';

export const bundleFormat = 'sec-golive/bundle';
/**
 * Version 1 told no hashes of entries, version 2 nothing of where its sender's history ended, version 3 nothing of
 * colleagues' keys; all are still read.
 */
export const bundleVersion = 4;

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const hashesSchema = z.record(storeIdSchema, hashSchema);
const nameSchema = z
  .string()
  .max(500)
  .refine((name) => name.isWellFormed(), { error: 'holds half of a character (a lone surrogate)' });

/** The list of contents of a bundle: its signature covers these bytes, and through the hashes everything else. */
export const manifestSchema = z.strictObject({
  format: z.literal(bundleFormat),
  version: z.literal([1, 2, 3, bundleVersion]),
  appVersion: nameSchema,
  /** A receipt brings no changes: it tells what its sender knows, so that the next bundle is small. */
  type: z.enum(['changes', 'receipt']),
  from: z.strictObject({
    storeId: storeIdSchema,
    name: nameSchema,
    organisation: nameSchema,
    /** Ed25519, the raw 32 bytes, base64url. */
    publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    /** Ids under which nobody writes any more, for this store was restored and took their place. */
    formerly: z.array(storeIdSchema).max(1000).default([]),
    /** Where the whole history of its store ended, signed by the same key; null: an earlier version did not tell. */
    head: signedHeadSchema.nullable().default(null),
  }),
  release: z.strictObject({ id: z.guid(), name: nameSchema }),
  createdAt: instantSchema,
  /**
   * `before`: what the reader must know for the changes to be whole; `after`: what it knows once they are applied. Beside
   * each the hash of the entry at that number, for a number alone may have been written twice.
   */
  knowledge: z.strictObject({
    before: knowledgeSchema,
    after: knowledgeSchema,
    beforeHashes: hashesSchema.default({}),
    afterHashes: hashesSchema.default({}),
  }),
  /** Files that the sender holds, or took out for good: they need not be sent to it. */
  holds: z.array(hashSchema).max(100_000),
  /** Evidence whose file and words were taken out for good, why, and the hashes that must not come back. */
  purged: z
    .array(
      z.strictObject({
        evidence: z.guid(),
        hashes: z.array(hashSchema).max(1000),
        reason: z
          .string()
          .max(2000)
          .refine((text) => text.isWellFormed(), { error: 'holds half of a character' }),
      }),
    )
    .max(10_000)
    .default([]),
  /** What its sender, and the leads that it knows, say of their colleagues' keys. */
  introductions: z.array(introductionSchema).max(2000).default([]),
  records: z.int().min(0).max(10_000_000),
  parts: z.array(z.strictObject({ name: z.string().max(200), bytes: z.int().min(0), sha256: hashSchema })).max(20_000),
});
export type Manifest = z.output<typeof manifestSchema>;

/** Newer than this app knows; looked at before the rest, which may have another shape by then. */
export function isNewerManifest(input: unknown): boolean {
  const head = z.looseObject({ format: z.literal(bundleFormat), version: z.int() }).safeParse(input);
  return head.success && head.data.version > bundleVersion;
}

/** One entry of the sender's own history, to read. */
export const historyEntrySchema = z.strictObject({
  storeId: storeIdSchema,
  seq: z.int().min(1),
  at: instantSchema,
  actor: nameSchema,
  organisation: nameSchema,
  action: z.string().max(50),
  kind: z.string().max(100).nullable(),
  recordId: z.guid().nullable(),
  recordKey: z.string().max(2_000_000).nullable(),
  changes: z.array(z.unknown()).max(100_000),
  note: z.string().max(2_000_000).nullable(),
  /** Of this entry and all before it in its store; null: it came from a version that did not tell. */
  hash: hashSchema.nullable().default(null),
});
export type HistoryEntry = z.output<typeof historyEntrySchema>;
