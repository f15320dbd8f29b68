import { describe, expect, it } from 'vitest';
import type { Finding, Outcome } from '../../shared/domain/findings/finding.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeSlip } from '../../shared/domain/planning/computeSlip.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import fc from '../support/properties.ts';
import { spokenSnapshot } from './arbitraries.ts';
import { faultsOf, type Said } from './sentenceGrammar.ts';

const dated: readonly Outcome[] = ['cannotTell', 'met', 'notApplicable', 'notDue', 'notMet'];
const undated: readonly Outcome[] = ['cannotTell', 'met', 'notApplicable', 'notMet'];
const leadTime: readonly Outcome[] = ['cannotTell', 'covered', 'met', 'notApplicable', 'notDue', 'notMet'];
const plain: readonly Outcome[] = ['met', 'notApplicable', 'notMet'];

/** Every outcome that a rule can have: one that no release below reaches has a sentence that nothing here reads. */
const outcomes: Readonly<Record<string, readonly Outcome[]>> = {
  'golive.rule-date': plain,
  'golive.actual': ['cannotTell', 'met', 'notDue', 'notMet'],
  'golive.weekend': undated,
  'type.slot': undated,
  'type.documentation-no-dcc-impact': undated,
  'type.technical-specifications-mark': undated,
  'type.one-technical-specifications-a-year': undated,
  'type.ad-hoc-dcc-impact': undated,
  'type.ad-hoc-reason': plain,
  'scope.not-empty': ['met', 'notMet'],
  'scope.fallen-out': undated,
  'scope.complete': ['cannotTell', 'met', 'notMet'],
  'scope.system-12-months': leadTime,
  'scope.documents-6-months': leadTime,
  'scope.late-reason': plain,
  'scope.approved': dated,
  'scope.latest-approval': dated,
  'scope.implementation-date': undated,
  'rid.exists': undated,
  'rid.current': undated,
  'rid.contents': undated,
  'rid.published': ['cannotTell', 'met', 'notApplicable'],
  'rid.comments-answered': plain,
  'tad.to-tag-9-months': leadTime,
  'tad.published-6-months': leadTime,
  'tad.longer-period-reason': plain,
  'tad.order': undated,
  'tad.contents': undated,
  'tad.current': undated,
  'user-testing.notice': dated,
  'criteria.exist': ['met', 'notMet'],
  'criteria.met': dated,
  'criteria.evidenced': undated,
  'criteria.consistent': undated,
  'criteria.owned-and-assessed': plain,
  'criteria.sufficient': dated,
  'criteria.rid-version': undated,
  'evidence.accepted-content': plain,
  'input.given': dated,
  'input.received': ['met', 'notApplicable', 'notDue', 'notMet'],
  'input.fresh': undated,
  'input.other-bodies': ['met', 'notApplicable', 'notDue', 'notMet'],
  'input.answered': plain,
  'submission.presented': ['cannotTell', 'met', 'notDue', 'notMet'],
  'submission.in-time': ['cannotTell', 'met', 'notDue', 'notMet'],
  'submission.signed': ['cannotTell', 'met', 'notDue', 'notMet'],
  'decision.recorded': ['cannotTell', 'met', 'notDue', 'notMet'],
  'conditions.complete': plain,
  'conditions.overdue': dated,
  'comments.answered': plain,
  'publication.kept': undated,
};

/** One seed: a branch is reached in every run, or in none. */
const releases = fc.sample(spokenSnapshot, { numRuns: 1500, seed: 26 });

let known: readonly Finding[] | null = null;
function findings(): readonly Finding[] {
  known ??= releases.flatMap((release) => computeReadiness(release).findings);
  return known;
}

describe('what the rules say', () => {
  it('is a sentence by the grammar of this house, whatever the release', () => {
    const faults = new Map<string, string>();
    for (const { rule, subject, sentence, mend, basis } of findings()) {
      note(faults, rule, { text: sentence, subject, kind: 'sentence', cites: basis !== 'practice' });
      if (mend !== null) note(faults, rule, { text: mend, subject, kind: 'mend', cites: false });
    }
    expect(Object.fromEntries(faults)).toEqual({});
  });

  it('is read here in every outcome that a rule can have', () => {
    const reached = new Map<string, Set<Outcome>>(rules.map((rule) => [rule.id, new Set()]));
    for (const { rule, outcome } of findings()) reached.get(rule)?.add(outcome);
    const found = Object.fromEntries([...reached].map(([rule, own]) => [rule, [...own].sort()]));
    expect(found).toEqual(outcomes);
  });

  it('reads as well in the plan and in the slip', () => {
    const faults = new Map<string, string>();
    for (const release of releases.slice(0, 300)) {
      const slip = computeSlip(release);
      const plan = computePlan(release).items.map((item) => ['the plan', item.sentence] as const);
      const told = [slip, ...slip.reasons].map(({ sentence }) => ['the slip', sentence] as const);
      for (const [where, text] of [...plan, ...told]) {
        note(faults, where, { text, subject: null, kind: 'mend', cites: false });
      }
    }
    expect(Object.fromEntries(faults)).toEqual({});
  });
});

/** The first text with each fault, so that a failure shows what is to be written anew. */
function note(faults: Map<string, string>, where: string, said: Said): void {
  for (const fault of faultsOf(said)) {
    const key = `${where}, ${said.kind}: ${fault}`;
    if (!faults.has(key)) faults.set(key, said.text);
  }
}

describe('the grammar', () => {
  const said = (text: string, more: Partial<Said> = {}): Said => ({
    text,
    subject: null,
    kind: 'sentence',
    cites: false,
    ...more,
  });

  it.each([
    ['MP1 is approved', 'ends with more than one stop, or none'],
    ['MP1 is approved..', 'ends with more than one stop, or none'],
    ['Met, but nobody asked, but TAG did.', 'says “but” or “yet” twice'],
    ['The TAD is published, but its finalising is due, but no Go-Live date is recorded.', 'says “but” or “yet” twice'],
    ['Its evidence lacks it is not recorded.', 'says that something lacks it is'],
    ['It rests on 0d1e2f30-1111-4222-8333-444455556666.', 'holds an id'],
    ['Party A 2025-06-01: the comment has a response.', 'holds an ISO date'],
    ['It has been notRun.', 'holds a code word'],
    ['Record fixBy.', 'holds a code word'],
    ['It is true.', 'holds a code word'],
    ['See input.given.', 'holds a code word'],
    ['The list has 1 rows.', 'counts one as many'],
    ['Nobody can tell.', 'says that nobody can tell'],
    ['It cannot be told.', 'says that nobody can tell'],
    ['CSC decides.', 'names the CSC without its article'],
    ['It waits for DCC.', 'names the DCC without its article'],
    ['Agreed by Panel.', 'names the Panel without its article'],
    ['It is  due .', 'holds a space before a stop, or two'],
    ['It is due; .', 'begins a clause with nothing'],
    ['it is due.', 'begins with neither a capital nor a record'],
  ])('finds fault with %s', (text, fault) => {
    expect(faultsOf(said(text))).toContain(fault);
  });

  it('asks for a clause where the guidance is read', () => {
    expect(faultsOf(said('It is due.', { cites: true }))).toEqual(['cites no clause']);
    expect(faultsOf(said('It is due (§5.1).', { cites: true }))).toEqual([]);
    expect(faultsOf(said('It says “§5.1”.', { cites: true }))).toEqual(['cites no clause']);
  });

  it('reads past what the user wrote, and lets a sentence begin with a record', () => {
    expect(faultsOf(said('a-1: late, because: “notMet on 2026-01-01, 1 days..”.', { subject: 'a-1' }))).toEqual([]);
    expect(faultsOf(said('AC-1 is met; version 1 is current (§5.3).'))).toEqual([]);
  });
});
