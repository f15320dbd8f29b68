import { z } from 'zod';
import { count, date, flag, oneOf, optionalId, referenceSchema, text, texts, unknowable } from './fields.ts';

/** What the owner says of the criterion. *notSubmitted* (no evidence yet) is kept apart from *notMet*. */
export const selfStatuses = ['met', 'notMet', 'inProgress', 'notSubmitted', 'notApplicable'] as const;

const needsSchema = z.strictObject({
  minimumItems: count,
  kinds: texts,
  effectiveOnOrAfter: date,
  independent: flag,
});

/** Somebody else's assessment beside the owner's own. */
const opinionSchema = z.strictObject({ by: text, status: oneOf(selfStatuses), on: date, text });

/** An acceptance criterion of the release (§5.1, §5.3). `bodies` null: not decided; [] with a reason: none corresponds. */
export const criterionSchema = z.strictObject({
  id: optionalId,
  reference: referenceSchema,
  text,
  ridVersion: text,
  ridClause: text,
  family: text,
  owner: text,
  bodies: texts,
  bodiesReason: text,
  due: date,
  selfStatus: oneOf(selfStatuses),
  rationale: text,
  needs: unknowable(needsSchema),
  opinion: unknowable(opinionSchema),
});

export type SelfStatus = (typeof selfStatuses)[number];
export type Criterion = z.output<typeof criterionSchema>;
