import { z } from 'zod';
import {
  count,
  date,
  flag,
  link,
  onBehalf,
  oneOf,
  optionalId,
  referenceSchema,
  sha256,
  text,
  texts,
  unknowable,
} from './fields.ts';

/** What a body may say of a criterion; null while asked and not answered. *noView* satisfies §5.3 "will seek input". */
export const positions = ['supports', 'supportsWithConditions', 'doesNotSupport', 'noView', 'deferred'] as const;

const sawSchema = z.strictObject({ evidence: referenceSchema, sha256 });

/** One body's view on one criterion, with the stamp of what the body saw. */
export const viewSchema = z.strictObject({
  id: optionalId,
  body: referenceSchema,
  criterion: referenceSchema,
  askedOn: date,
  position: oneOf(positions),
  on: date,
  meeting: text,
  paper: text,
  wording: text,
  sawText: text,
  saw: unknowable(z.array(sawSchema)),
  answer: text,
  onBehalf,
});

export const meetingSchema = z.strictObject({ id: optionalId, body: text, on: date, papersBy: date, onBehalf });

/** A body beyond OPSG and TAG that the criteria require (§5.3). */
export const requiredBodySchema = z.strictObject({ id: optionalId, body: text, why: text, onBehalf });

const signOffSchema = z.strictObject({ organisation: text, by: text, on: date });

/** One side's signature under the canonical facts of the submission (§5.3; `docs/formats.md`, Signatures). */
const signatureSchema = z.strictObject({
  organisation: text,
  by: text,
  on: date,
  key: text,
  factsSha256: sha256,
  signature: text,
});

/** One submission to the CSC (§5.3); a "not yet" is followed by another. */
export const submissionSchema = z.strictObject({
  id: optionalId,
  on: date,
  meeting: date,
  presentedBy: texts,
  signedOff: unknowable(z.array(signOffSchema)),
  pack: text,
  /** Whether it is the final submission of evidence; none marked: the latest made stands (docs/domain.md, second round). */
  final: flag,
  signatures: unknowable(z.array(signatureSchema)),
  onBehalf,
});

/** What the CSC decided; the outcomes are the user's list. */
export const decisionSchema = z.strictObject({
  id: optionalId,
  body: text,
  on: date,
  outcome: text,
  wording: text,
  dissent: text,
  onBehalf,
});

/** A remark that a reader made on an issued pack or paper, and its answer. `at` names the record it stands at. */
export const commentSchema = z.strictObject({
  id: optionalId,
  pack: text,
  page: count,
  at: link,
  quoted: text,
  author: text,
  on: date,
  text,
  answer: text,
  answeredBy: text,
  answeredOn: date,
  closed: flag,
  onBehalf,
});

/** The texts that go out about a release (§5.2, §6). */
export const sentTexts = ['release-page', 'user-testing', 'approval', 'newsletter', 'decision'] as const;

/** That one of the texts was sent: by which channel, when, and where it stands. */
export const sentTextSchema = z.strictObject({
  id: optionalId,
  text: oneOf(sentTexts),
  channel: text,
  on: date,
  address: text,
  onBehalf,
});

export type Position = (typeof positions)[number];
export type View = z.output<typeof viewSchema>;
export type Meeting = z.output<typeof meetingSchema>;
export type Submission = z.output<typeof submissionSchema>;
export type Decision = z.output<typeof decisionSchema>;
