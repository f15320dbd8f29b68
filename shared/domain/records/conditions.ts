import { z } from 'zod';
import { date, oneOf, optionalId, referenceSchema, text, unknowable } from './fields.ts';

/** Before or at the Go-Live, so many days after it (negative: before), or on a day of its own. */
const conditionDueSchema = z.strictObject({
  when: oneOf(['beforeGoLive', 'atGoLive']),
  daysFromGoLive: unknowable(z.int().min(-3650).max(3650)),
  on: date,
});

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
});

export const riskSchema = z.strictObject({
  id: optionalId,
  title: text,
  impact: text,
  mitigation: text,
  owner: text,
  level: text,
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
});

export type Condition = z.output<typeof conditionSchema>;
export type Risk = z.output<typeof riskSchema>;
