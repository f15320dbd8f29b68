import { z } from 'zod';
import { date, link, onBehalf, oneOf, optionalId, referenceSchema, text, unknowable } from './fields.ts';

/** Before or at the Go-Live, so many days after it (negative: before), or on a day of its own. */
const conditionDueSchema = z.strictObject({
  when: oneOf(['beforeGoLive', 'atGoLive']),
  daysFromGoLive: unknowable(z.int().min(-3650).max(3650)),
  on: date,
});

/** Where a condition came from: the answered paper, the body and the criterion. */
const conditionSourceSchema = z.strictObject({ paper: text, body: text, criterion: link });

/** A condition of the decision, kept until somebody who may do so discharges it. */
export const conditionSchema = z.strictObject({
  id: optionalId,
  text,
  owner: text,
  due: unknowable(conditionDueSchema),
  proof: text,
  mayDischarge: text,
  dischargedOn: date,
  dischargedBy: text,
  source: unknowable(conditionSourceSchema),
  onBehalf,
});

export const riskSchema = z.strictObject({
  id: optionalId,
  title: text,
  impact: text,
  mitigation: text,
  owner: text,
  level: text,
  onBehalf,
});

/** A recorded decision that accepts a missed lead time (`covered`); `subject` equals the finding's. */
export const exceptionSchema = z.strictObject({
  id: optionalId,
  rule: referenceSchema,
  subject: text,
  body: text,
  on: date,
  reference: text,
  reason: text,
  onBehalf,
});

export type Condition = z.output<typeof conditionSchema>;
export type Risk = z.output<typeof riskSchema>;
