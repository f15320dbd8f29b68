import type { CalendarDate } from '../calendar/calendarDate.ts';
import { conditionSetOn } from './conditionSource.ts';
import type { Criterion } from './criterion.ts';
import type { TadVersion } from './documents.ts';
import type { Evidence } from './evidence.ts';
import type { Modification } from './modification.ts';
import type { ReleaseFacts } from './releaseFacts.ts';
import type { TestPhase } from './testing.ts';

type Comment = ReleaseFacts['comments'][number];

/**
 * Whether a dated fact had happened by then; an undated one stands (`docs/formats.md`, As-of). The one place that
 * decides it: every rule and every index asks here, so that no day after the as-of date counts anywhere.
 */
export function hasHappened(on: CalendarDate | null, asOf: CalendarDate): boolean {
  return on === null || on <= asOf;
}

/**
 * The facts as they stood on a day: what carries the day of its own event and had not come about is left out, so that no
 * rule can count it. What speaks of the future (planned submissions and meetings, evidence effective later, joining and
 * leaving the scope, milestones of a document that is there, moves of the go-live) stays, for rules tell it; their indexes ask `hasHappened`.
 * A list of which nothing changes is the same one.
 *
 * @param before the facts of an earlier computation for the same day: the longest list is not looked through again
 */
export function factsAsOf(
  facts: ReleaseFacts,
  asOf: CalendarDate,
  before: { readonly given: ReleaseFacts; readonly stood: ReleaseFacts } | null = null,
): ReleaseFacts {
  const happened = (record: { readonly on: CalendarDate | null }) => hasHappened(record.on, asOf);
  return {
    ...facts,
    modifications: mapped(facts.modifications, (one) => modificationAsOf(one, asOf)),
    criteria: mapped(facts.criteria, (one) => criterionAsOf(one, asOf)),
    evidence:
      before?.given.evidence === facts.evidence
        ? before.stood.evidence
        : mapped(facts.evidence, (one) => evidenceAsOf(one, asOf)),
    scopeDecisions: kept(facts.scopeDecisions, happened),
    exceptions: kept(facts.exceptions, happened),
    decisions: kept(facts.decisions, happened),
    sent: kept(facts.sent, happened),
    rid: {
      versions: kept(facts.rid.versions, (one) => hasHappened(one.issuedOn ?? one.publishedOn, asOf)),
      comments: kept(facts.rid.comments, happened),
    },
    tad: { ...facts.tad, versions: kept(facts.tad.versions, (one) => hasBegun(one, asOf)) },
    userTesting: { ...facts.userTesting, notices: kept(facts.userTesting.notices, happened) },
    comments: mapped(kept(facts.comments, happened), (one) => commentAsOf(one, asOf)),
    conditions: mapped(
      kept(facts.conditions, (one) => hasHappened(conditionSetOn(one, facts), asOf)),
      (one) => (hasHappened(one.dischargedOn, asOf) ? one : { ...one, dischargedOn: null, dischargedBy: null }),
    ),
    submissions: mapped(facts.submissions, (one) =>
      (one.signedOff ?? []).every(happened) && (one.signatures ?? []).every(happened)
        ? one
        : {
            ...one,
            signedOff: one.signedOff?.filter(happened) ?? null,
            signatures: one.signatures?.filter(happened) ?? null,
          },
    ),
  };
}

/** A version of which every date lies ahead is not there yet; one without any date stands. */
function hasBegun(one: TadVersion, asOf: CalendarDate): boolean {
  const dates = [one.issuedToTagOn, one.reviewedByTagOn, one.approvedOn, one.finalisedOn, one.publishedOn];
  const recorded = dates.filter((date) => date !== null);
  return recorded.length === 0 || recorded.some((date) => hasHappened(date, asOf));
}

/** What was decided of a modification by then: its implementation date and its late addition. */
export function modificationAsOf(one: Modification, asOf: CalendarDate): Modification {
  const isSet = hasHappened(one.implementationDateSet?.on ?? null, asOf);
  const isAdded = hasHappened(one.lateAddition?.on ?? null, asOf);
  if (isSet && isAdded) return one;
  return {
    ...one,
    ...(isSet ? {} : { implementationDate: null, implementationDateSet: null }),
    ...(isAdded ? {} : { lateAddition: null }),
  };
}

/** What others said of a criterion, and a gap that is justified, by then. */
export function criterionAsOf(one: Criterion, asOf: CalendarDate): Criterion {
  const hasOpinion = hasHappened(one.opinion?.on ?? null, asOf);
  const isJustified = hasHappened(one.justifiedGap?.on ?? null, asOf);
  if (hasOpinion && isJustified) return one;
  return { ...one, ...(hasOpinion ? {} : { opinion: null }), ...(isJustified ? {} : { justifiedGap: null }) };
}

/** Answered later: until then it was open. */
export function commentAsOf(one: Comment, asOf: CalendarDate): Comment {
  if (hasHappened(one.answeredOn, asOf)) return one;
  return { ...one, answer: null, answeredBy: null, answeredOn: null, closed: one.closed === null ? null : false };
}

/** A test phase that starts or ends later had not started or ended. */
export function phaseAsOf(one: TestPhase, asOf: CalendarDate): TestPhase {
  const known = (date: CalendarDate | null) => (hasHappened(date, asOf) ? date : null);
  return { ...one, actualStart: known(one.actualStart), actualEnd: known(one.actualEnd) };
}

/** Accepted later: until then it was submitted. */
export function evidenceAsOf(one: Evidence, asOf: CalendarDate): Evidence {
  if (hasHappened(one.accepted?.on ?? null, asOf)) return one;
  return { ...one, accepted: null, ...(one.status === 'accepted' ? { status: 'submitted', statusBy: null } : {}) };
}

/** The same list where nothing is left out. */
export function kept<Item>(items: readonly Item[], stays: (item: Item) => boolean): Item[] {
  return items.every(stays) ? (items as Item[]) : items.filter(stays);
}

/** The same list where nothing changes: releases have thousands of records, and most of their dates lie behind. */
export function mapped<Item>(items: readonly Item[], change: (item: Item) => Item): Item[] {
  let result: Item[] | null = null;
  items.forEach((item, at) => {
    const changed = change(item);
    if (changed === item && result === null) return;
    result ??= items.slice(0, at);
    result.push(changed);
  });
  return result ?? (items as Item[]);
}
