import { describe, expect, it } from 'vitest';
import { openBlockers } from '../../shared/domain/findings/finding.ts';
import { groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { computeReadiness, readinessSchema } from '../../shared/domain/readiness/computeReadiness.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { factsWith, findingsOf, snapshotOf } from '../fixtures/facts.ts';
import { november2021 } from '../fixtures/november2021.ts';

/** `docs/domain.md`, The rulebook: every id with its severity, copied by hand. */
const rulebook = {
  blocker: [
    'scope.not-empty',
    'scope.fallen-out',
    'type.documentation-no-dcc-impact',
    'criteria.exist',
    'criteria.met',
    'criteria.evidenced',
    'criteria.consistent',
    'input.given',
    'conditions.overdue',
  ],
  warning: [
    'golive.rule-date',
    'golive.actual',
    'type.slot',
    'type.technical-specifications-mark',
    'type.one-technical-specifications-a-year',
    'scope.system-12-months',
    'scope.documents-6-months',
    'scope.approved',
    'scope.complete',
    'scope.latest-approval',
    'scope.implementation-date',
    'rid.exists',
    'rid.current',
    'rid.contents',
    'rid.published',
    'tad.to-tag-9-months',
    'tad.published-6-months',
    'tad.order',
    'tad.contents',
    'tad.current',
    'user-testing.notice',
    'criteria.owned-and-assessed',
    'criteria.sufficient',
    'evidence.accepted-content',
    'input.received',
    'input.fresh',
    'input.other-bodies',
    'submission.presented',
    'submission.in-time',
    'submission.signed',
  ],
  advice: [
    'golive.weekend',
    'scope.late-reason',
    'tad.longer-period-reason',
    'type.ad-hoc-dcc-impact',
    'type.ad-hoc-reason',
    'rid.comments-answered',
    'input.answered',
    'criteria.rid-version',
    'comments.answered',
    'decision.recorded',
    'conditions.complete',
    'publication.kept',
  ],
};

describe('readiness', () => {
  it.each(Object.entries(rulebook))('has every %s of the domain', (severity, ids) => {
    expect(
      rules
        .filter((rule) => rule.severity === severity)
        .map((rule) => rule.id)
        .sort(),
    ).toEqual([...ids].sort());
  });

  it('has the shape that the interface promises', () => {
    const readiness = readinessSchema.parse(computeReadiness(snapshotOf(november2021(), '2021-10-20')));
    expect(Object.keys(readiness)).toEqual(['release', 'asOf', 'rulebook', 'summary', 'findings']);
    expect(readiness).toMatchObject({
      release: 'November 2021 SEC Release',
      asOf: '2021-10-20',
      rulebook: { version: '1.0', changed: [] },
    });
  });

  it('cites a clause wherever the basis is not practice', () => {
    for (const rule of rules) if (rule.basis !== 'practice') expect(rule.clause, rule.id).toMatch(/^§\d/);
  });

  it('says that every rule without subjects has none', () => {
    const found = findingsOf({ release: { kind: null, slot: null } }, '2026-05-01');
    for (const rule of rules)
      expect(
        found.filter((finding) => finding.rule === rule.id),
        rule.id,
      ).toHaveLength(1);
  });

  it('counts what is open for a final pack: blockers that are not met, and those of which it cannot be told', () => {
    const found = findingsOf(
      { modifications: [{ reference: 'MP1' }], criteria: [{ reference: 'AC-01', bodies: ['TAG'] }] },
      '2026-05-01',
      { final: true },
    );
    expect(openBlockers(found).map((finding) => [finding.rule, finding.outcome])).toEqual([
      ['criteria.met', 'cannotTell'],
      ['input.given', 'notMet'],
    ]);
  });

  it('lists every change of the rulebook with its reason', () => {
    const changes = [
      { what: 'severity' as const, rule: 'golive.weekend', severity: 'warning' as const, reason: 'Past trouble' },
      { what: 'leadTime' as const, leadTime: 'tadPublished' as const, months: 4, reason: 'A trial.' },
      { what: 'leadTime' as const, leadTime: 'tadToTag' as const, months: 10, reason: 'More testing' },
    ];
    const { rulebook: used, findings } = computeReadiness(
      snapshotOf(factsWith({}), '2026-05-01', { rulebook: { changes, paperDeadlines: [] } }),
    );
    expect(used.changed.map((change) => change.sentence)).toEqual([
      'golive.weekend counts as warning instead of advice: Past trouble.',
      "Publishing the TAD is asked for four months before Go-Live instead of six months (shorter than the guidance's minimum, against which it is judged still): A trial.",
      'Issuing the TAD to the TAG is asked for ten months before Go-Live instead of nine months: More testing.',
    ]);
    expect(findings.find((finding) => finding.rule === 'golive.weekend')?.severity).toBe('warning');
  });

  it('lists of each rule and lead time the change that holds, and none that changes nothing', () => {
    const severity = (rule: string, severity: 'blocker' | 'warning' | 'advice', reason: string) =>
      ({ what: 'severity', rule, severity, reason }) as const;
    const months = (leadTime: 'tadToTag' | 'tadPublished', months: number) =>
      ({ what: 'leadTime', leadTime, months, reason: 'Asked' }) as const;
    const changes = [
      severity('criteria.evidenced', 'blocker', 'As shipped'),
      severity('criteria.met', 'advice', 'First'),
      severity('criteria.met', 'warning', 'Second'),
      severity('golive.weekend', 'warning', 'For a while'),
      severity('golive.weekend', 'advice', 'As it was'),
      months('tadToTag', 9),
      months('tadPublished', 0),
    ];
    const { rulebook: used, findings } = computeReadiness(
      snapshotOf(factsWith({}), '2026-05-01', { rulebook: { changes, paperDeadlines: [] } }),
    );
    expect(used.changed.map((change) => change.sentence)).toEqual([
      'criteria.met counts as warning instead of blocker: Second.',
      "Publishing the TAD is asked for by Go-Live itself instead of six months before (shorter than the guidance's minimum, against which it is judged still): Asked.",
    ]);
    expect(findings.find((finding) => finding.rule === 'criteria.met')?.severity).toBe('warning');
  });

  it('groups only what has the same rule, outcome and reason', () => {
    const found = findingsOf(
      {
        modifications: ['MP1', 'MP2', 'MP10'].map((reference) => ({
          reference,
          status: reference === 'MP2' ? 'approved' : 'targeted',
        })),
      },
      '2026-05-01',
    ).filter((finding) => finding.rule === 'scope.approved');
    expect(groupFindings(found).map((group) => [group.subjects, group.sentence])).toEqual([
      [['MP1', 'MP10'], 'Not approved yet; due 24 June 2026, in 54 days (§2).'],
      [['MP2'], 'MP2: approved (§2); the day is not recorded.'],
    ]);
  });
});
