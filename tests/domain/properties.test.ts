import { describe, expect, it } from 'vitest';
import { groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { targetSchema } from '../../shared/domain/findings/target.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeSlip, slipSchema } from '../../shared/domain/planning/computeSlip.ts';
import { planSchema } from '../../shared/domain/planning/plan.ts';
import { whatIf } from '../../shared/domain/planning/whatIf.ts';
import { computeReadiness, readinessSchema } from '../../shared/domain/readiness/computeReadiness.ts';
import { copyOfContainers, putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { snapshotSchema } from '../../shared/domain/rulebook/snapshot.ts';
import { computeSince } from '../../shared/domain/since/computeSince.ts';
import fc from '../support/properties.ts';
import { anyDate, anySnapshot } from './arbitraries.ts';

const runs = { numRuns: 300 };

describe('for any release whatever', () => {
  it('the arbitrary keeps to the schema', () => {
    const keeps = fc.property(anySnapshot, (snapshot) => snapshotSchema.safeParse(snapshot).success);
    fc.assert(keeps, { numRuns: 50 });
  });

  it('no rule throws, every rule speaks, and the result is what the interface says', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const readiness = readinessSchema.parse(computeReadiness(snapshot));
        expect(new Set(readiness.findings.map((finding) => finding.rule))).toEqual(
          new Set(rules.map((rule) => rule.id)),
        );
        for (const finding of readiness.findings) {
          expect(finding.sentence).toMatch(/[.?!…]$/);
          expect(finding.sentence).not.toMatch(/undefined|null|NaN|\[object|\.\.$/);
          expect(finding.clause === null ? finding.basis : 'cited').toBe(
            finding.clause === null ? 'practice' : 'cited',
          );
          if (finding.outcome === 'notMet' || finding.outcome === 'cannotTell') {
            expect(finding.mend, finding.sentence).toBeTruthy();
            expect(finding.waitsFor, finding.sentence).toBeTruthy();
            expect(targetSchema.safeParse(finding.mendAt).success, finding.sentence).toBe(true);
          }
          if (finding.outcome === 'covered') expect(finding.coveredBy).toBeTruthy();
          if (finding.outcome === 'notDue' && finding.slackDays !== null)
            expect(finding.slackDays).toBeGreaterThanOrEqual(0);
          expect(finding.practicalDue === null).toBe(finding.due === null);
        }
      }),
      runs,
    );
  });

  it('the order in which records were entered changes nothing', () => {
    fc.assert(
      fc.property(anySnapshot, fc.infiniteStream(fc.nat()), (snapshot, numbers) => {
        const shuffled = { ...snapshot, facts: shuffle(snapshot.facts, numbers) };
        expect(computeReadiness(shuffled)).toEqual(computeReadiness(snapshot));
      }),
      runs,
    );
  });

  it('nothing has changed since the same snapshot', () => {
    const nothing = fc.property(anySnapshot, (snapshot) => computeSince(snapshot, snapshot).length === 0);
    fc.assert(nothing, runs);
  });

  it('what has changed between any two can be told', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (before, after) => {
        for (const change of computeSince(before, after)) expect(change.sentence).not.toMatch(/undefined|NaN|\[object/);
      }),
      runs,
    );
  });

  it('plan, slip and what-if never throw and keep to their schemas', () => {
    fc.assert(
      fc.property(anySnapshot, anyDate, (snapshot, date) => {
        planSchema.parse(computePlan(snapshot));
        slipSchema.parse(computeSlip(snapshot));
        readinessSchema.parse(whatIf(snapshot, date));
      }),
      runs,
    );
  });

  it('every finding of a group waits for whom the group waits for', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        for (const { findings, waitsFor } of groupFindings(computeReadiness(snapshot).findings))
          for (const finding of findings) expect(finding.waitsFor).toBe(waitsFor);
      }),
      runs,
    );
  });

  it('grouping loses no finding', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const { findings } = computeReadiness(snapshot);
        const grouped = groupFindings(findings).flatMap((group) => group.findings);
        expect(new Set(grouped)).toEqual(new Set(findings));
        expect(grouped.length).toBe(findings.length);
      }),
      runs,
    );
  });
});

function shuffle(facts: ReleaseFacts, numbers: Iterator<number>): ReleaseFacts {
  const copy = copyOfContainers(facts);
  for (const kind of listKinds) {
    const tagged = recordsOf(facts, kind).map((record) => ({ record, at: Number(numbers.next().value) }));
    putRecords(
      copy,
      kind,
      tagged.sort((left, right) => left.at - right.at).map((entry) => entry.record),
    );
  }
  return copy;
}
