import { z } from 'zod';
import {
  count,
  date,
  flag,
  links,
  onBehalf,
  oneOf,
  optionalId,
  referenceSchema,
  text,
  texts,
  unknowable,
} from './fields.ts';

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

/** Who stands for a gap between what a criterion asks of its evidence and what is there, and why. */
const justifiedGapSchema = z.strictObject({ by: text, on: date, reason: text });

/**
 * An acceptance criterion of the release (§5.1, §5.3). `bodies` null: not decided; [] with a reason: none corresponds.
 * `modifications` names those it speaks for (`MP150`, `SECMP0062 part 2`); null or []: the whole release.
 */
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
  justifiedGap: unknowable(justifiedGapSchema),
  modifications: links,
  onBehalf,
});

export type SelfStatus = (typeof selfStatuses)[number];
export type Needs = z.output<typeof needsSchema>;
export type Criterion = z.output<typeof criterionSchema>;
