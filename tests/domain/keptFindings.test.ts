import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { samePlain } from '../../shared/domain/foundation/samePlain.ts';
import {
  computeReadiness,
  createReadinessKeeper,
  wholeReadiness,
} from '../../shared/domain/readiness/computeReadiness.ts';
import { copyOfContainers, putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { type ListKind, listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import { largeRelease } from '../fixtures/largeRelease.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

/*
 * A finding that is kept is the one that would be made: whatever is edited, in whatever order, the keeper says what a
 * computation from scratch says. Half of the sequences run in each of the two time zones.
 */

const sequences = 1000;
/** Where the records and settings of an edit come from: few references, so that they point at each other. */
const pool = fc.sample(anySnapshot, 60);
const from = (at: number) => pool[at % pool.length] as Snapshot;

const near: readonly ListKind[] = ['criterion', 'evidence', 'view', 'submission'];
const place = fc.nat(10_000);
const anyStep = fc.record({
  does: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('replace', 'add', 'remove', 'supersede') },
    { weight: 3, arbitrary: fc.constantFrom('undo', 'nothing') },
    { weight: 2, arbitrary: fc.constantFrom('day', 'final', 'settings', 'others', 'days', 'require', 'release') },
  ),
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...near) },
    { weight: 1, arbitrary: fc.constantFrom(...listKinds) },
  ),
  at: place,
  which: place,
});
type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;

function withList(snapshot: Snapshot, kind: ListKind, records: readonly object[]): Snapshot {
  const facts = copyOfContainers(snapshot.facts);
  putRecords(facts, kind, records as never);
  return { ...snapshot, facts };
}

function take(past: readonly Snapshot[], { does, kind, at, which }: Step): Snapshot {
  const now = past.at(-1) as Snapshot;
  const other = from(which);
  const [own, theirs] = [recordsOf(now.facts, kind), recordsOf(other.facts, kind)];
  const mine = own.length > 0 ? at % own.length : 0;
  const fresh = theirs[at % Math.max(1, theirs.length)];
  switch (does) {
    case 'replace': {
      if (!fresh || own.length === 0) return now;
      // One field of another record, as a person edits; the record itself keeps its name and its neighbours.
      const fields = Object.keys(fresh).filter((name) => name !== 'id');
      const field = fields[which % fields.length] ?? '';
      return withList(now, kind, own.with(mine, { ...own[mine], [field]: fresh[field] }));
    }
    case 'add':
      return fresh ? withList(now, kind, [...own, fresh]) : now;
    case 'remove':
      return own.length > 0 ? withList(now, kind, own.toSpliced(mine, 1)) : now;
    case 'supersede': {
      const { evidence } = now.facts;
      const [one, two] = [evidence[at % Math.max(1, evidence.length)], evidence[which % Math.max(1, evidence.length)]];
      if (!one || !two) return now;
      const supersedes = `${two.reference}@${two.version}`;
      return withList(
        now,
        'evidence',
        evidence.map((item) => (item === one ? { ...one, supersedes } : item)),
      );
    }
    case 'undo':
      return past[at % past.length] as Snapshot;
    case 'nothing':
      return { ...now, facts: { ...now.facts } };
    case 'day':
      return { ...now, asOf: other.asOf };
    case 'final':
      return { ...now, final: !now.final };
    case 'settings':
      return { ...now, rulebook: other.rulebook };
    case 'others':
      return { ...now, otherReleases: other.otherReleases };
    case 'require': {
      const { views } = now.facts;
      const body = views[at % Math.max(1, views.length)]?.body ?? null;
      return withList(now, 'requiredBody', which % 3 === 0 ? [] : [{ body, why: null, onBehalf: null }]);
    }
    case 'days': {
      // The very days that something is due by.
      const due = computeReadiness(now).findings.flatMap((finding) => finding.due ?? []);
      const closures = [...new Set(due)].map((on) => ({ on, what: 'Office closed' }));
      return { ...now, workingDays: { ...now.workingDays, closures: at % 2 === 0 ? closures : [] } };
    }
    default:
      return { ...now, facts: { ...now.facts, release: other.facts.release } };
  }
}

it('is always what a computation from scratch says, whatever was edited before', () => {
  let kept = 0;
  fc.assert(
    fc.property(place, fc.array(anyStep, { minLength: 2, maxLength: 8 }), (start, steps) => {
      const keep = createReadinessKeeper();
      const past = [from(start)];
      let before = wholeReadiness(keep(from(start)));
      for (const step of steps) {
        past.push(take(past, step));
        const now = past.at(-1) as Snapshot;
        const [incremental, scratch] = [wholeReadiness(keep(now)), computeReadiness(now)];
        if (!samePlain(incremental, scratch)) expect(incremental).toEqual(scratch);
        const known = new Set(before.findings);
        kept += incremental.findings.filter((finding) => known.has(finding)).length;
        before = incremental;
      }
    }),
    { numRuns: sequences },
  );
  // How many there are depends on the records that were drawn; a keeper that keeps nothing has none.
  expect(kept).toBeGreaterThan(sequences);
});

const perRecord = /^(criteria\.(met|evidenced|owned|sufficient)|input\.)/;

/** What each rule found before and after an edit. */
function foundAround(facts: ReleaseFacts, edit: (facts: ReleaseFacts) => ReleaseFacts) {
  const rulebook = { changes: [], paperDeadlines: [] };
  const base: Snapshot = { ...(pool[0] as Snapshot), asOf: calendarDate('2026-05-01'), final: false, rulebook };
  const keep = createReadinessKeeper();
  return { before: keep({ ...base, facts }).found, after: keep({ ...base, facts: edit(facts) }).found };
}

/** What the findings of single records that are other objects after an edit are about. */
function madeAnew(facts: ReleaseFacts, edit: (facts: ReleaseFacts) => ReleaseFacts): ReadonlySet<string> {
  const { before, after } = foundAround(facts, edit);
  const known = new Set(before.flat());
  const fresh = after.flat().filter((one) => perRecord.test(one.rule) && !known.has(one));
  return new Set(fresh.flatMap(({ subject }) => (subject === null ? [] : [subject])));
}

const withCriterion = (facts: ReleaseFacts, at: number, fields: Partial<ReleaseFacts['criteria'][number]>) => ({
  ...facts,
  criteria: facts.criteria.map((one, place) => (place === at ? { ...one, ...fields } : one)),
});

it('an edit that no rule says anything else of leaves each of them the very list that it found before', () => {
  const { before, after } = foundAround(largeRelease(0.05), (now) => withCriterion(now, 3, { text: 'Other words.' }));
  const lists = after.flatMap((found, rule) =>
    found.length > 1 && perRecord.test(found[0]?.rule ?? '') ? [found === before[rule]] : [],
  );
  expect(lists.length).toBeGreaterThan(3);
  expect(lists).not.toContain(false);
});

it('an edit makes anew what rests on it, and nothing else of a thousand records', () => {
  const facts = largeRelease(0.05);
  // The latest version of an item, which every body of its criterion saw.
  const [first, second] = [facts.criteria[3], facts.evidence[4]];
  const ofCriterion = madeAnew(facts, (now) =>
    withCriterion(now, 3, { selfStatus: first?.selfStatus === 'notMet' ? 'met' : 'notMet', owner: null }),
  );
  expect([...ofCriterion].every((subject) => subject.endsWith(first?.reference ?? '?'))).toBe(true);
  expect(ofCriterion.size).toBeGreaterThan(0);
  const linked = second?.criteria?.[0] ?? '?';
  const ofEvidence = madeAnew(facts, (now) => ({
    ...now,
    evidence: now.evidence.map((one) => (one === second ? { ...one, version: 6 } : one)),
  }));
  expect([...ofEvidence].every((subject) => subject.endsWith(linked))).toBe(true);
  expect(ofEvidence.size).toBeGreaterThan(3);
});
