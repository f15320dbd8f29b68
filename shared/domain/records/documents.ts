import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendarDate.ts';
import { count, date, flag, listOf, onBehalf, optionalId, section, someOf, text, unknowable } from './fields.ts';

/** What a version of the Release Implementation Document holds (§4.2, §5.1). */
export const ridContents = [
  'implementationPlan',
  'impacts',
  'cost',
  'testingApproach',
  'goLiveCriteria',
  'tad',
] as const;

/** What the release costs, in words and as an amount in pounds (§4.2). */
const costSchema = z.strictObject({ text, amount: unknowable(z.number().min(0)) });

/** One date of the implementation plan (§4.2, §5.1). */
const keyDateSchema = z.strictObject({ what: text, on: date });

export const ridVersionSchema = z.strictObject({
  id: optionalId,
  version: text,
  issuedOn: date,
  publishedOn: date,
  reason: text,
  contains: someOf(ridContents),
  cost: unknowable(costSchema),
  keyDates: unknowable(z.array(keyDateSchema)),
  address: text,
  onBehalf,
});

/** Any Party may comment on the RID (§4.2). */
export const ridCommentSchema = z.strictObject({
  id: optionalId,
  party: text,
  on: date,
  comment: text,
  response: text,
  onBehalf,
});

export const ridSchema = z.strictObject({ versions: listOf(ridVersionSchema), comments: listOf(ridCommentSchema) });

/** A version of the DCC's Testing Approach Document and its milestones (§5.1). */
export const tadVersionSchema = z.strictObject({
  id: optionalId,
  version: text,
  issuedToTagOn: date,
  reviewedByTagOn: date,
  approvedOn: date,
  approvedBy: text,
  finalisedOn: date,
  publishedOn: date,
  coversDccTesting: flag,
  coversUserTesting: flag,
  address: text,
  onBehalf,
});

/** Longer minimums than nine and six months, where the release needs them (§5.1, last sentence). */
export const longerPeriodsSchema = z.strictObject({ toTagMonths: count, publishedMonths: count, why: text });

export const tadSchema = z.strictObject({
  longerPeriods: section(longerPeriodsSchema),
  versions: listOf(tadVersionSchema),
});

export type RidContent = (typeof ridContents)[number];
export type RidVersion = z.output<typeof ridVersionSchema>;
export type TadVersion = z.output<typeof tadVersionSchema>;

/** The milestones of a TAD version in the order in which they follow each other (§5.1). */
export function tadDates(version: TadVersion): readonly (CalendarDate | null)[] {
  return [version.issuedToTagOn, version.reviewedByTagOn, version.approvedOn, version.finalisedOn, version.publishedOn];
}
