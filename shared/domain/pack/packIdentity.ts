import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendarDate.ts';

/** A file that was issued and registered: what another one says of it. */
const issuedSchema = z.strictObject({ reference: z.string(), asOf: calendarDateSchema, sha256: z.string() });
export type Issued = Readonly<z.output<typeof issuedSchema>>;

/** How the changes stand together, in their order; absent in packs from before they were ranked. */
const groupsSchema = z.array(z.strictObject({ title: z.string(), count: z.int().positive() }));

/** One body's meeting: its criteria, their evidence, what changed since, what it is asked. `last`: its paper before. */
const paperSchema = z.strictObject({
  kind: z.literal('paper'),
  body: z.string(),
  meeting: calendarDateSchema,
  last: issuedSchema.nullable(),
  /** What people entered on these criteria since `last`. */
  changes: z.array(z.string()),
  /** Whether the form for the body's answer is in it; absent in papers from before there was one. */
  answers: z.boolean().optional(),
});

/** What came after a final pack: the evidence added since, and the findings that moved. */
const addendumSchema = z.strictObject({
  kind: z.literal('addendum'),
  to: issuedSchema,
  evidence: z.array(z.string()),
  moved: z.array(z.string()),
});

/** The record of one decision, and the final pack it was taken on; null where none was issued by then. */
const decisionSchema = z.strictObject({
  kind: z.literal('decision'),
  body: z.string(),
  on: calendarDateSchema.nullable(),
  pack: issuedSchema.extend({ manifestSha256: z.string() }).nullable(),
  /** A final that judges as of a day by then and was issued after the decision, which was not taken on it. */
  issuedLater: z.strictObject({ reference: z.string(), issuedOn: calendarDateSchema }).optional(),
});

export const editions = ['full', 'public', 'reading'] as const;
export type Edition = (typeof editions)[number];

/** One thing that the public edition does not show: where, what, and why. */
const leftOutSchema = z.strictObject({ record: z.string(), what: z.string(), why: z.string() });
export type LeftOut = Readonly<z.output<typeof leftOutSchema>>;

/** What tells one pack from another. A draft has no number; only a final is numbered and registered. */
export const packIdentitySchema = z.strictObject({
  reference: z.string(),
  final: z.boolean(),
  number: z.int().nullable(),
  edition: z.enum(editions),
  /** The CSC meeting it is for. */
  meeting: calendarDateSchema.nullable(),
  /** Why it was issued with open blockers; null where there were none. */
  acceptedBlockers: z.string().nullable(),
  appVersion: z.string(),
  /** What made the pages (`rendererVersion`); absent in packs from before it was told apart from the app's version. */
  renderer: z.string().optional(),
  /** The final pack before this one, of this day or an earlier one, and what people entered since; absent where there is none. */
  previous: issuedSchema.extend({ changes: z.array(z.string()), groups: groupsSchema.optional() }).optional(),
  /** The final pack of the latest day, where that is later than this pack's: it looks back and supersedes none. */
  later: issuedSchema.optional(),
  /** For each body: the last paper or pack that it was given, and what people entered since. */
  lastSeen: z.array(issuedSchema.extend({ body: z.string(), changes: z.array(z.string()) })).optional(),
  /** Absent: the go-live pack itself. */
  document: z.discriminatedUnion('kind', [paperSchema, addendumSchema, decisionSchema]).optional(),
  /** The final pack of which this is another edition. */
  editionOf: issuedSchema.optional(),
  /** Only in the public edition: everything that it does not show. */
  leftOut: z.array(leftOutSchema).optional(),
});
export type PackIdentity = Readonly<z.output<typeof packIdentitySchema>>;
export type PaperIdentity = Readonly<z.output<typeof paperSchema>>;
export type AddendumIdentity = Readonly<z.output<typeof addendumSchema>>;
export type DecisionIdentity = Readonly<z.output<typeof decisionSchema>>;
