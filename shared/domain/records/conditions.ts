import { z } from 'zod';
import { date, link, onBehalf, oneOf, optionalId, referenceSchema, text, unknowable } from './fields.ts';

/** Before or at the Go-Live, so many days after it (negative: before), or on a day of its own. */
const conditionDueSchema = z.strictObject({
  when: oneOf(['beforeGoLive', 'atGoLive']),
  daysFromGoLive: unknowable(z.int().min(-3650).max(3650)),
  on: date,
});

/**
 * Where a condition came from: the answered paper, the body and the criterion. A condition that was carried into this
 * release names the `release` whose decision set it and the day of that decision in `decidedOn`; null: this release set
 * it. Who carries it over also turns its due day into a day of its own (`due.on`), for the go-live it counted from stays
 * behind.
 */
const conditionSourceSchema = z.strictObject({
  paper: text,
  body: text,
  criterion: link,
  release: text,
  decidedOn: date,
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
