import { z } from 'zod';
import { date, oneOf, optionalId, referenceSchema, sha256, text, texts, unknowable } from './fields.ts';

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
});

export const meetingSchema = z.strictObject({ id: optionalId, body: text, on: date, papersBy: date });

/** A body beyond OPSG and TAG that the criteria require (§5.3). */
export const requiredBodySchema = z.strictObject({ id: optionalId, body: text, why: text });

const signOffSchema = z.strictObject({ organisation: text, by: text, on: date });

/** One submission to the CSC (§5.3); a "not yet" is followed by another. */
export const submissionSchema = z.strictObject({
  id: optionalId,
  on: date,
  meeting: date,
  presentedBy: texts,
  signedOff: unknowable(z.array(signOffSchema)),
  pack: text,
});

/** What the CSC decided; the outcomes are the user's list. */
export const decisionSchema = z.strictObject({
  id: optionalId,
  body: text,
  on: date,
  outcome: text,
  wording: text,
  dissent: text,
});

export type Position = (typeof positions)[number];
export type View = z.output<typeof viewSchema>;
export type Meeting = z.output<typeof meetingSchema>;
export type Submission = z.output<typeof submissionSchema>;
export type Decision = z.output<typeof decisionSchema>;
