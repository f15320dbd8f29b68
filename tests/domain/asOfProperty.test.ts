import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CalendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf, type ListKind, listKinds, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import { sampleFacts } from '../documents/sampleFacts.ts';
import { type FactsInput, snapshotOf } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';
import { type DatePath, datePaths, type NotYet, withDate, withoutEvent } from './dateFields.ts';

/** Dates that may lie ahead because they speak of the future: what rules say of them depends on that day. */
const ofTheFuture: Readonly<Record<DatePath, string>> = {
  'meetings.*.on': 'a planned meeting',
  'submissions.*.on': 'a planned submission',
  'conditions.*.due.on': 'the day a condition is due',
  'rid.versions.*.keyDates.*.on': 'a date of the implementation plan',
  'modifications.*.latestApprovalOn': 'the last day for an approval',
  'modifications.*.addedToScopeOn': 'a modification that is planned to join is told with that day',
  'modifications.*.removedFromScopeOn': 'a modification that is planned to leave has not left, and has no status of it',
  'modifications.*.approvalNotifiedOn': 'an announced notification is told with its day',
  'rid.versions.*.publishedOn': 'an announced publication is told with its day',
  'evidence.*.effectiveOn': 'evidence is linked, effective from a later day',
  'publication.releasesPageOn': 'an announced publication is told with its day',
  'publication.documentsLinkedOn': 'an announced publication is told with its day',
  'publication.technicalSpecificationsOn': 'an announced publication is told with its day',
  'publication.testingInformationOn': 'an announced publication is told with its day',
  'release.goLive.changes.*.on': 'a move that is still to come tells the date that holds until then',
};

/**
 * What is recorded for a later day, and a lead time asks for: its rules tell that day, and no other does. A condition of an
 * answer that is still to come is not set, and would stand without any.
 */
const toldBy: readonly (readonly [path: RegExp, rule: RegExp])[] = [
  [/^(scopeDecisions|tad\.versions)\./, /-months$/],
  [/^views\./, /^conditions\./],
];

/** What is left of a record without the event, where it is not simply the date that lacks. */
const without = (asOf: CalendarDate): Readonly<Record<DatePath, NotYet>> => ({
  'views.*.on': (view) =>
    view.position === null || isPast(view.askedOn, asOf) ? { ...view, position: null, on: null } : false,
  'views.*.askedOn': (view) => (view.position !== null && isPast(view.on, asOf) ? { ...view, askedOn: null } : false),
  'evidence.*.addedOn': () => false,
  'evidence.*.accepted.on': (item) => ({
    ...item,
    accepted: null,
    status: item.status === 'accepted' ? 'submitted' : item.status,
  }),
  'modifications.*.implementationDateSet.on': (one) => ({
    ...one,
    implementationDateSet: null,
    implementationDate: null,
  }),
  'modifications.*.approvedOn': (one) => ({
    ...one,
    approvedOn: null,
    status: one.status === 'approved' || one.status === 'implemented' || one.status === null ? 'targeted' : one.status,
  }),
  'release.goLive.approvedOn': (goLive) => ({
    ...goLive,
    approvedDate: null,
    approvedBy: null,
    approvedOn: null,
    reason: null,
  }),
  'conditions.*.source.decidedOn': () => false,
  'comments.*.answeredOn': (comment) => ({
    ...comment,
    answer: null,
    answeredBy: null,
    answeredOn: null,
    closed: comment.closed === null ? null : false,
  }),
  'rid.versions.*.issuedOn': () => false,
  ...versionDates(asOf, 'tad.versions.*', [
    'issuedToTagOn',
    'reviewedByTagOn',
    'approvedOn',
    'finalisedOn',
    'publishedOn',
  ]),
});

/** A version of a document of which no date has come is not there yet; else it is there without that date. */
function versionDates(asOf: CalendarDate, list: string, dates: readonly string[]): Readonly<Record<DatePath, NotYet>> {
  const entryOf = (date: string): [DatePath, NotYet] => [
    `${list}.${date}`,
    (version) =>
      dates.some((one) => one !== date && isPast(version[one], asOf)) ? { ...version, [date]: null } : false,
  ];
  return Object.fromEntries(dates.map(entryOf));
}

function isPast(on: unknown, asOf: CalendarDate): boolean {
  return typeof on === 'string' && on <= asOf;
}

/** A rich release, each acceptance and each implementation date of which says who gave it and when. */
function inOrder(): ReleaseFacts {
  const { evidence, modifications } = sampleFacts();
  const by = { by: 'Ada Byron', organisation: 'SECAS', on: '2026-04-01' };
  return sampleFacts({
    evidence: evidence.map((item) =>
      item.status === 'accepted'
        ? { ...item, accepted: { version: item.version, sha256: item.sha256, criteria: item.criteria, ...by } }
        : item,
    ),
    modifications: modifications.map((one) => ({ ...one, implementationDateSet: { body: 'CSC', on: '2026-01-10' } })),
  } as FactsInput);
}

type ListedRecord = Readonly<Record<string, unknown>>;

const runs = 60;
const paths = datePaths();
const ofEvents = paths.filter((path) => !(path in ofTheFuture));

describe('a date after the as-of date', () => {
  it('is known of every date field that is said to speak of the future', () => {
    expect(paths).toEqual(expect.arrayContaining(Object.keys(ofTheFuture)));
    expect(ofEvents.length).toBeGreaterThan(40);
  });

  it.each(ofEvents)('counts for nothing: %s', (path) => {
    let compared = 0;
    const days = fc.integer({ min: 1, max: 400 });
    const same = fc.property(anySnapshot, fc.nat(), days, fc.boolean(), (snapshot, at, distance, hasTwins) => {
      const { asOf } = snapshot;
      if (asOf >= '2190') return;
      const later = plusDays(asOf, distance);
      const facts = hasTwins ? withTwins(snapshot.facts, path) : snapshot.facts;
      const ahead = withDate(facts, path, at, later);
      const never = withoutEvent(facts, path, at, without(asOf)[path]);
      if (ahead === null || never === null) return;
      compared += 1;
      expect(said({ ...snapshot, facts: ahead }, later, path)).toEqual(
        said({ ...snapshot, facts: never }, later, path),
      );
    });
    fc.assert(same, { numRuns: runs });
    expect(compared).toBeGreaterThan(0);
  });

  // An arbitrary release is seldom decided by one date; in one that has everything in order each date decides something.
  it.each(ofEvents)('counts for nothing where everything else is in order: %s', (path) => {
    const snapshot = snapshotOf(inOrder(), '2026-06-01');
    const { asOf } = snapshot;
    const later = plusDays(asOf, 30);
    for (let at = 0; at < 12; at += 1) {
      const ahead = withDate(snapshot.facts, path, at, later);
      const never = withoutEvent(snapshot.facts, path, at, without(asOf)[path]);
      if (ahead === null || never === null) return;
      expect(said({ ...snapshot, facts: ahead }, later, path)).toEqual(
        said({ ...snapshot, facts: never }, later, path),
      );
    }
  });
});

/**
 * Beside each record of the list that the path goes through one of the same name that says otherwise: which of the two
 * counts may not hang on a day that lies ahead.
 */
function withTwins(facts: ReleaseFacts, path: DatePath): ReleaseFacts {
  const kind = listKinds.find((each) => path.startsWith(`${recordKinds[each].path.join('.')}.*`));
  if (kind === undefined) return facts;
  const copy = structuredClone(facts);
  const records = recordsOf(copy, kind);
  putRecords(copy, kind, [...records, ...records.map((record) => saidOtherwise(kind, record))]);
  return copy;
}

/** Every flag turned round and every text another one, but for what a record of that kind is called by. */
function saidOtherwise(kind: ListKind, record: ListedRecord): ListedRecord {
  const name = keyOf(kind, record as never);
  let twin = structuredClone(record);
  for (const [field, value] of Object.entries(twin)) {
    const other = typeof value === 'boolean' ? !value : isFreeText(value) ? `${value}, otherwise` : value;
    const changed = { ...twin, [field]: other };
    const isOne = z.safeParse(recordKinds[kind].schema, changed).success;
    if (isOne && keyOf(kind, changed as never) === name) twin = changed;
  }
  return twin;
}

function isFreeText(value: unknown): value is string {
  return typeof value === 'string' && /[a-z]/.test(value);
}

/** All that the findings say, in one order; a record without a name is called by its date, and then has none. */
function said(snapshot: Snapshot, later: CalendarDate, path: DatePath): readonly string[] {
  return computeReadiness(snapshot)
    .findings.filter(({ rule }) => !toldBy.some(([paths, rules]) => paths.test(path) && rules.test(rule)))
    .map((finding) => {
      const { restsOn: _, mendAt: __, formula: ___, subject, ...rest } = finding;
      return JSON.stringify({ ...rest, subject: subject === later ? '?' : subject });
    })
    .sort();
}
