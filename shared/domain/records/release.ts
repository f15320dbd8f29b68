import { z } from 'zod';
import { releaseKinds, slotSchema } from '../calendar/slots.ts';
import {
  date,
  flag,
  listOf,
  onBehalf,
  oneOf,
  optionalId,
  referenceSchema,
  section,
  text,
  texts,
  unknowable,
} from './fields.ts';

/** One dated part of a parted go-live (a region, say). Lead times count from the first part. */
export const goLivePartSchema = z.strictObject({ id: optionalId, what: text, date, onBehalf });

/** One move of the go-live date, with who moved it and why. */
export const goLiveChangeSchema = z.strictObject({
  id: optionalId,
  from: date,
  to: date,
  by: text,
  on: date,
  reason: text,
  onBehalf,
});

/** What is *not* live after this release, and until when. */
export const notLiveSchema = z.strictObject({ id: optionalId, modification: text, what: text, until: text, onBehalf });

/** The dates of the Go-Live: approved (§4.1, §5.3), latest permitted, actual. The rule date follows from the slot. */
export const goLiveSchema = z.strictObject({
  approvedDate: date,
  approvedBy: text,
  approvedOn: date,
  approvedReference: text,
  reason: text,
  latestPermittedDate: date,
  actualDate: date,
  parts: listOf(goLivePartSchema),
  changes: listOf(goLiveChangeSchema),
});

export const ifNotGoSchema = z.strictObject({ consequence: text, lastMomentToStop: text });

/** A policy that was followed, in which version (§1). */
const policySchema = z.strictObject({ name: text, version: text, on: date });

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
  policies: unknowable(z.array(policySchema)),
  /** The day on which nothing more was to be done for it; a state follows from this and the other facts. */
  closedOn: date,
  onBehalf,
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
  onBehalf,
});

export const transitionSchema = z.strictObject({ deployment: text, backOut: text, earlyLifeSupport: text });

export const recommendationSchema = z.strictObject({ wording: text, secas: text, dcc: text });

/** What §6 says is kept published. */
export const publicationSchema = z.strictObject({
  releasesPageOn: date,
  releasesPageAddress: text,
  documentsLinkedOn: date,
  documentsLinkedAddress: text,
  technicalSpecificationsOn: date,
  technicalSpecificationsAddress: text,
  testingInformationOn: date,
  testingInformationAddress: text,
});

/** What and when Users are told about User testing (§5.2). */
export const userTestingNoticeSchema = z.strictObject({
  id: optionalId,
  channel: text,
  on: date,
  tells: texts,
  onBehalf,
});

export const userTestingSchema = z.strictObject({
  planned: flag,
  from: date,
  to: date,
  notices: listOf(userTestingNoticeSchema),
});

export type Release = z.output<typeof releaseSchema>;
export type ScopeDecision = z.output<typeof scopeDecisionSchema>;
export type UserTestingNotice = z.output<typeof userTestingNoticeSchema>;
