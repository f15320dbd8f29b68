import { z } from 'zod';
import { releaseKinds, slotSchema } from '../calendar/slots.ts';
import { date, flag, listOf, oneOf, optionalId, referenceSchema, section, text, texts, unknowable } from './fields.ts';

/** One dated part of a parted go-live (a region, say). Lead times count from the first part. */
export const goLivePartSchema = z.strictObject({ id: optionalId, what: text, date });

/** One move of the go-live date, with who moved it and why. */
export const goLiveChangeSchema = z.strictObject({
  id: optionalId,
  from: date,
  to: date,
  by: text,
  on: date,
  reason: text,
});

/** What is *not* live after this release, and until when. */
export const notLiveSchema = z.strictObject({ id: optionalId, modification: text, what: text, until: text });

/** The dates of the Go-Live: approved (§4.1, §5.3), latest permitted, actual. The rule date follows from the slot. */
export const goLiveSchema = z.strictObject({
  approvedDate: date,
  approvedBy: text,
  approvedOn: date,
  reason: text,
  latestPermittedDate: date,
  actualDate: date,
  parts: listOf(goLivePartSchema),
  changes: listOf(goLiveChangeSchema),
});

export const ifNotGoSchema = z.strictObject({ consequence: text, lastMomentToStop: text });

/** The release itself: type, slot, marks, dates (§2, §3, §4.1). */
export const releaseSchema = z.strictObject({
  id: optionalId,
  name: referenceSchema,
  kind: oneOf(releaseKinds),
  slot: unknowable(slotSchema),
  adHocReason: text,
  technicalSpecifications: flag,
  impactsDccSystems: flag,
  /** What Users will notice at the Go-Live: one of the lines of the decision page. */
  userImpact: text,
  /** What readers must know of these facts before they use them (that a sample is illustrative, say). */
  about: text,
  classification: text,
  goLive: section(goLiveSchema),
  ifNotGo: section(ifNotGoSchema),
  notLive: listOf(notLiveSchema),
});

/** The bodies whose decision the guidance or past practice accepts for scope and dates. */
export const scopeDecisionSchema = z.strictObject({
  id: optionalId,
  body: text,
  on: date,
  sets: oneOf(['systems', 'all']),
  decision: text,
});

export const transitionSchema = z.strictObject({ deployment: text, backOut: text, earlyLifeSupport: text });

export const recommendationSchema = z.strictObject({ wording: text, secas: text, dcc: text });

/** What §6 says is kept published. */
export const publicationSchema = z.strictObject({
  releasesPageOn: date,
  documentsLinkedOn: date,
  technicalSpecificationsOn: date,
  testingInformationOn: date,
});

/** What and when Users are told about User testing (§5.2). */
export const userTestingNoticeSchema = z.strictObject({ id: optionalId, channel: text, on: date, tells: texts });

export const userTestingSchema = z.strictObject({
  planned: flag,
  from: date,
  to: date,
  notices: listOf(userTestingNoticeSchema),
});

export type Release = z.output<typeof releaseSchema>;
export type ScopeDecision = z.output<typeof scopeDecisionSchema>;
export type UserTestingNotice = z.output<typeof userTestingNoticeSchema>;
