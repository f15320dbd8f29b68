import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { findingSchema } from '../domain/findings/finding.ts';
import { editions } from '../domain/pack/packIdentity.ts';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import { releaseFactsSchema } from '../domain/records/releaseFacts.ts';
import { signatureStates } from '../domain/rulebook/context/signatureState.ts';
import { changeSchema } from '../domain/since/change.ts';
import { fileName, heldFileSchema, judged, named, nothing, pathSchema } from './common.ts';
import { issueInput } from './issue.ts';
import { forMain, forWindow } from './method.ts';
import { shownFactsSchema } from './submission.ts';

const packExportSchema = z.strictObject({
  file: z.string(),
  /** `SEC-GL 2021-11 · 1`: what it is called on its pages; a draft is called one. */
  reference: z.string(),
  sha256: z.string(),
  manifestSha256: z.string(),
  pages: z.int(),
  final: z.boolean(),
  /** What the reader should know: replaced characters, evidence left out for its size. */
  notes: z.array(z.string()),
});
export type PackExport = z.output<typeof packExportSchema>;

const verificationSchema = z.strictObject({
  ok: z.boolean(),
  pages: z.enum(['checked', 'notChecked']),
  problems: z.array(z.strictObject({ part: z.string(), sentence: z.string() })),
  /** Under the facts of the submission that stands; found anew from the facts, whatever the pages say. */
  signatures: z.array(
    z.strictObject({
      organisation: z.string(),
      by: z.string(),
      key: z.string(),
      fingerprint: z.string(),
      state: z.enum(signatureStates),
      /** What was changed after it, in words; empty where it is on these facts. */
      changed: z.array(z.string()),
      /** For whom else this key signed: a key is one store's, so that nobody can tell whose each signature is. */
      alsoSignedFor: z.array(z.string()),
    }),
  ),
  /** The zip beside the pack with what is too large for it; absent where everything travels inside. */
  companion: z.strictObject({ name: z.string(), state: z.enum(['checked', 'notThere']), files: z.int() }).optional(),
});
export type Verification = z.output<typeof verificationSchema>;

/** A final pack in the register. */
const finalPackSchema = z.strictObject({
  number: z.int(),
  reference: z.string(),
  asOf: z.string(),
  sha256: z.string(),
  acceptedBlockers: z.string().nullable(),
});

/** What differs from the last final pack; null where there is none. */
const sinceLastFinalSchema = z
  .strictObject({
    reference: z.string(),
    asOf: z.string(),
    changes: z.array(changeSchema),
    findings: z.array(changeSchema),
  })
  .nullable();

/** A paper, an addendum, a decision record or another edition in the register of what was issued. */
const issuedPaperSchema = z.strictObject({
  kind: z.enum(['paper', 'addendum', 'decision', 'edition']),
  reference: z.string(),
  /** To whom, and for which meeting. */
  body: z.string().nullable(),
  meeting: z.string().nullable(),
  /** The final pack that it is about. */
  pack: z.string().nullable(),
  asOf: z.string(),
  sha256: z.string(),
});

/** What differs, facts apart from findings; `notes` come first: where one is of another edition or document. */
const comparedSchema = z.strictObject({
  notes: z.array(z.string()),
  changes: z.array(changeSchema),
  findings: z.array(changeSchema),
});

const packPreviewSchema = z.strictObject({
  sha256: z.string(),
  pages: z.int(),
  notes: z.array(z.string()),
  /** What its pages show, for whoever signs that they have seen it. */
  shown: shownFactsSchema,
});

const inspectedPackSchema = z.strictObject({
  name: z.string(),
  /** The SHA-256 by which the viewer draws its pages; null where no store is open to lay them out in. */
  pages: z.string().nullable(),
  verification: verificationSchema,
  /** `bytes` null: it is damaged. */
  attachments: z.array(z.strictObject({ name: z.string(), bytes: z.int().nullable() })),
  /** Null: its facts cannot be read. */
  content: z
    .strictObject({
      reference: z.string(),
      final: z.boolean(),
      asOf: calendarDateSchema,
      /** With the first thousand test issues. */
      facts: releaseFactsSchema,
      /** How many test issues there are. */
      issues: z.int(),
      readiness: readinessSchema,
    })
    .nullable(),
  /** What changed in this store since; null where it does not have the release. */
  since: comparedSchema.nullable(),
});
export type InspectedPack = z.output<typeof inspectedPackSchema>;

/** What readers remarked in a copy of a pack or paper. */
const packCommentsSchema = z.strictObject({
  pack: z.string(),
  /** Whether its pages are not those that were issued, or could not be compared with them; `notes` say where. */
  pagesChanged: z.boolean(),
  comments: z.array(
    z.strictObject({
      /** Of the file as it was issued; null: none of its pages. */
      page: z.int().nullable(),
      /** `kind:key`; null: before the first record of the file, or on no page of it. */
      at: z.string().nullable(),
      quoted: z.string().nullable(),
      author: z.string().nullable(),
      on: z.string().nullable(),
      text: z.string(),
    }),
  ),
  notes: z.array(z.string()),
  /** How many were recorded, of those that were not there yet; null: nothing was to be recorded. */
  taken: z.int().nullable(),
  entry: z.int(),
  through: z.int(),
});
export type PackComments = z.output<typeof packCommentsSchema>;

export const packMethods = {
  /** The remarks of readers in a copy of a pack or paper, and unless `dryRun`, recorded as comments to be answered. */
  'pack.comments': forMain(named.extend({ file: pathSchema, dryRun: z.boolean() }), packCommentsSchema),
  /**
   * What would hold up a final of that day, judged as a final is; that is more than holds up the day itself. `first`: ten
   * at most, for a release of a thousand criteria may have as many blockers. `sha256`: of all of them, by rule, subject and
   * outcome.
   */
  'pack.blockers': forWindow(
    judged,
    z.strictObject({ notMet: z.int(), cannotTell: z.int(), first: z.array(findingSchema), sha256: z.string() }),
  ),
  'pack.since': forWindow(judged, sinceLastFinalSchema),
  'pack.finals': forWindow(named, z.array(finalPackSchema)),
  'pack.export': forMain(
    issueInput.extend({
      final: z.boolean(),
      acceptBlockers: z.string().trim().min(1).nullable(),
      /** What was shown to hold the final up when its reason was given (`pack.blockers`); refused where it is something else by now. */
      shownBlockers: z.string().optional(),
      /** Default: full. Another edition with `final`: of the last final pack, from that pack's own facts. */
      edition: z.enum(editions).optional(),
    }),
    packExportSchema,
  ),
  'pack.issued': forWindow(named, z.array(issuedPaperSchema)),
  /** A final pack or a paper again, byte for byte as it was issued. */
  'pack.copy': forMain(
    named.extend({ reference: z.string().min(1), out: pathSchema }),
    z.strictObject({ file: z.string(), sha256: z.string() }),
  ),
  'pack.verify': forMain(z.strictObject({ file: pathSchema }), verificationSchema),
  'pack.compare': forMain(z.strictObject({ before: pathSchema, after: pathSchema }), comparedSchema),
  'pack.extract': forMain(
    z.strictObject({ file: pathSchema, out: pathSchema }),
    z.strictObject({ files: z.array(z.string()) }),
  ),
  /** The draft as it would be exported now; the viewer draws it by its SHA-256. Changes nothing. */
  'pack.preview': forWindow(judged, packPreviewSchema),
  /** A pack to look at: verified or not, its facts as a release that cannot be changed, and what differs here. */
  'pack.inspect': forMain(z.strictObject({ file: pathSchema }), inspectedPackSchema),
};

const comparedPackSchema = packMethods['pack.compare'].output.extend({ name: z.string() });
export type ComparedPack = z.output<typeof comparedPackSchema>;

export const packWindowMethods = {
  /** `source`: a held file. */
  'pack.commentsFile': {
    input: packMethods['pack.comments'].input.omit({ file: true }).extend({ source: heldFileSchema.shape.source }),
    output: packCommentsSchema,
  },
  'pack.save': {
    input: packMethods['pack.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: packExportSchema.nullable(),
  },
  'pack.open': { input: nothing, output: nothing },
  'pack.show': { input: nothing, output: nothing },
  /** Saves a final pack or a paper again, as it was issued. */
  'pack.saveCopy': { input: packMethods['pack.copy'].input.omit({ out: true }), output: fileName },
  /** `source`: a held file; null: the person chooses one. */
  'pack.inspectFile': {
    input: packMethods['pack.inspect'].input.omit({ file: true }).extend({ source: z.string().nullable() }),
    output: packMethods['pack.inspect'].output.nullable(),
  },
  /** Writes the attachments of the pack that was looked at last into a folder that the person chooses. */
  'pack.saveAttachments': {
    input: packMethods['pack.extract'].input.omit({ file: true, out: true }),
    output: packMethods['pack.extract'].output.extend({ folder: z.string() }).nullable(),
  },
  /** Compares the pack that was looked at last with another one. */
  'pack.compareFile': {
    input: packMethods['pack.compare'].input.omit({ before: true, after: true }),
    output: comparedPackSchema.nullable(),
  },
  'pack.verifyFile': {
    input: packMethods['pack.verify'].input.omit({ file: true }),
    output: z.strictObject({ name: z.string(), verification: packMethods['pack.verify'].output }).nullable(),
  },
};
