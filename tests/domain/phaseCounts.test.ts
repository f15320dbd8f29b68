import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { issueCellsOf } from '../../shared/domain/testing/issueCells.ts';
import { phaseGaps } from '../../shared/domain/testing/phaseGaps.ts';
import { figureOf, issueFiguresOf } from '../../shared/domain/testing/thresholdFigures.ts';
import { factsWith } from '../fixtures/facts.ts';

it.each([
  [{ run: 8, passed: 20 }, '20 passed and 0 failed are more than the 8 run; correct one of the three.'],
  [{ passed: 50 }, '50 passed and 0 failed are more than the 10 planned; correct one of the three.'],
  [{ run: 8, passed: 20, failed: 0 }, '20 passed and 0 failed are not the 8 that were run.'],
  [{ run: 8, passed: 8 }, undefined],
])('counts of a phase that cannot all be true are said, also where some are missing: %o', (counts, sentence) => {
  const dates = { plannedStart: '2026-04-01', plannedEnd: '2026-04-30', actualStart: '2026-04-01' };
  const facts = factsWith({ testPhases: [{ name: 'SIT', planned: 10, ...dates, ...counts }] } as never);
  const [phase] = facts.testPhases;
  expect(phaseGaps(phase as never, facts, [], calendarDate('2026-04-10'))[0]).toBe(sentence);
});

it.each([
  ['SIT', 'sit', true, 'over'],
  ['SIT', ' SIT', true, 'over'],
  ['User testing', 'user  testing', true, 'over'],
  ['SIT', 'UIT', true, 'within'],
  ['SIT', 'sit', null, 'cannotTell'],
])(
  'issues of one phase count together however it is spelt, as against its maximum: %s and %s, the second open %s',
  (name, other, open, verdict) => {
    const facts = factsWith({
      testPhases: [{ name }],
      testIssues: [
        { reference: 'I-1', phase: name, severity: 2, open: true },
        { reference: 'I-2', phase: other, severity: 2, open },
      ],
      issueThresholds: [{ phase: name, severity: 2, maximumOpen: 1 }],
    } as never);
    const [phase, threshold] = [facts.testPhases[0] as never, facts.issueThresholds[0] as never];
    expect(figureOf(threshold, issueFiguresOf(facts)).verdict).toBe(verdict);
    const gaps = phaseGaps(phase, facts, issueCellsOf(facts.testIssues), calendarDate('2026-04-10'));
    expect(gaps.includes('2 open at severity 2, and the maximum is 1.')).toBe(verdict === 'over');
  },
);
