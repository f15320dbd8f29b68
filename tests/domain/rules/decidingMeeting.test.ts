import { expect, it } from 'vitest';
import { computePlan } from '../../../shared/domain/planning/computePlan.ts';
import { computeReadiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import { ruleContextOf } from '../../../shared/domain/rulebook/context/ruleContext.ts';
import { decidingMeetingOf } from '../../../shared/domain/rulebook/decidingMeeting.ts';
import { type FactsInput, factsWith, ruleOf, snapshotOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

/* The meeting of the CSC that decides: none that lay before the submission, and none that asked for another. */

const submission = (on: string, meeting: string | null = null) => ({ on, meeting, presentedBy: ['SECAS', 'DCC'] });
const csc = (...days: string[]) => days.map((on) => ({ body: 'CSC', on }));
const notYet = { body: 'CSC', on: '2026-05-28', outcome: 'not yet', wording: 'Not yet.' };
const again = (...meetings: string[]): FactsInput => ({
  submissions: [submission('2026-05-20'), submission('2026-06-10')],
  decisions: [notYet],
  meetings: csc(...meetings),
});
const before: FactsInput = { submissions: [submission('2026-05-20')], meetings: csc('2026-04-15') };
const scopeSet: FactsInput = {
  scopeDecisions: [{ body: 'CSC', on: '2025-06-18', sets: 'all' }],
  meetings: csc('2025-06-18'),
};
const passed: FactsInput = {
  submissions: [submission('2026-05-20', '2026-06-10')],
  meetings: csc('2026-06-10', '2026-06-24'),
};

const afterGoLive: FactsInput = {
  submissions: [submission('2026-06-12', '2026-07-01')],
  meetings: csc('2026-07-01'),
};

describeRule('decision.recorded', [
  {
    when: 'nothing submitted, and the only meeting set the scope a year before',
    facts: scopeSet,
    asOf: '2025-09-01',
    expected: { outcome: 'notDue', due: '2026-06-25' },
  },
  {
    when: 'it asked for another, of which none is planned, and has met since',
    facts: { submissions: [submission('2026-05-20')], decisions: [notYet], meetings: csc('2026-05-28', '2026-06-03') },
    asOf: '2026-06-04',
    expected: { outcome: 'met' },
  },
  {
    when: 'the only meeting lay before the submission',
    facts: before,
    asOf: '2026-05-21',
    expected: { outcome: 'notDue', due: '2026-06-25' },
  },
  {
    when: 'it asked for another, which is planned',
    facts: again('2026-05-28'),
    asOf: '2026-06-02',
    expected: { outcome: 'notDue', due: '2026-06-25' },
  },
  {
    when: 'it asked for another, which was made',
    facts: again('2026-05-28', '2026-06-17'),
    asOf: '2026-06-12',
    expected: { outcome: 'notDue', due: '2026-06-17' },
  },
  {
    when: 'the meeting is on the day of the submission',
    facts: { submissions: [submission('2026-05-20')], meetings: csc('2026-05-20') },
    asOf: '2026-05-21',
    expected: { outcome: 'notMet', due: '2026-05-20' },
  },
  {
    when: 'no meeting is recorded, in a final pack after Go-Live',
    facts: {},
    asOf: '2026-06-28',
    options: { final: true },
    expected: { outcome: 'notDue', due: '2026-06-25' },
    says: 'The CSC is to take the Go-Live decision (§5.3): no meeting for it is recorded, and the day of Go-Live was 25 June 2026.',
  },
]);

it.each([
  ['only meeting before the submission', before, '2026-05-21', '2026-06-25'],
  ['nothing submitted, a meeting that set the scope', scopeSet, '2025-09-01', '2026-06-25'],
  ['another submission planned', again('2026-05-28'), '2026-06-02', '2026-06-25'],
  ['another submission made', again('2026-05-28', '2026-06-17'), '2026-06-12', '2026-06-17'],
  ['the meeting of the submission passed', passed, '2026-06-12', '2026-06-10'],
  ['the meeting of the submission after Go-Live', afterGoLive, '2026-06-13', '2026-06-25'],
] as const)('plans the decision for the day of the rule: %s', (_, facts, asOf, due) => {
  const snapshot = snapshotOf(factsWith(facts), asOf);
  const item = computePlan(snapshot).items.find(({ kind }) => kind === 'decision');
  expect(item?.due).toBe(due);
  expect(computeReadiness(snapshot).findings.find(({ rule }) => rule === 'decision.recorded')?.due).toBe(due);
});

it.each([
  ['set the scope', scopeSet, '2025-09-01', null],
  [
    'set the scope, of a release decided on since',
    { ...scopeSet, decisions: [{ ...notYet, outcome: 'go' }] },
    '2026-06-01',
    null,
  ],
  [
    'came after “not yet”, without another submission',
    { submissions: [submission('2026-05-20')], decisions: [notYet], meetings: csc('2026-06-03') },
    '2026-06-04',
    null,
  ],
  [
    'took the decision, its submission not recorded',
    { decisions: [{ ...notYet, outcome: 'go' }], meetings: csc('2026-05-28') },
    '2026-06-04',
    '2026-05-28',
  ],
] as const)('a meeting that %s', (_, facts, asOf, on) => {
  expect(decidingMeetingOf(ruleContextOf(snapshotOf(factsWith(facts as FactsInput), asOf)))).toBe(on);
});

it('says of a meeting that passed without a decision when the CSC meets again', () => {
  const plan = computePlan(snapshotOf(factsWith(passed), '2026-06-12'));
  expect(plan.items.find(({ kind }) => kind === 'decision')?.sentence).toBe(
    'Go-Live decision of the CSC: no longer possible in time; the CSC was to take it by 10 June 2026; it meets again on 24 June 2026.',
  );
});

describeRule('decision.recorded', [
  {
    when: 'its meeting comes after Go-Live: due by Go-Live',
    facts: afterGoLive,
    asOf: '2026-06-13',
    expected: { outcome: 'notDue', due: '2026-06-25' },
  },
  {
    when: 'its meeting comes after Go-Live, which has passed',
    facts: afterGoLive,
    asOf: '2026-06-26',
    expected: { outcome: 'notMet', due: '2026-06-25' },
    says: 'it was to take one by 25 June 2026 (§5.3).',
  },
  {
    when: 'its meeting comes after Go-Live, in a final pack',
    facts: afterGoLive,
    asOf: '2026-06-26',
    options: { final: true },
    expected: { outcome: 'notDue' },
    says: 'the meeting recorded for it, of 1 July 2026, is after the day of Go-Live, 25 June 2026.',
  },
]);

it.each([
  ['2026-07-01', '6 days after Go-Live'],
  ['2026-06-25', 'on the day of Go-Live itself'],
])('says of a submission for a meeting of %s that it is %s', (meeting, late) => {
  const facts: FactsInput = { submissions: [submission('2026-06-12', meeting)], meetings: csc(meeting) };
  const of = (asOf: string) => ruleOf('submission.in-time', facts, asOf);
  const [made, ofMeeting] = of('2026-06-13');
  expect(made?.outcome).toBe('met');
  expect(ofMeeting).toMatchObject({
    outcome: 'notMet',
    subject: `CSC ${meeting}`,
    waitsFor: 'SECAS',
    waitsUntil: '2026-06-24',
    sentence: expect.stringContaining(`, ${late}, not before it (§5.3).`),
  });
  expect(of('2026-06-27')[1]?.mend).toBe(
    'Record the meeting before Go-Live that the submission was for, if there was one.',
  );
  const earlier: FactsInput = { submissions: [submission('2026-06-12', '2026-06-24')], meetings: csc('2026-06-24') };
  expect(ruleOf('submission.in-time', earlier, '2026-06-13')).toHaveLength(1);
});

it('plans no decision for the meeting that asked for another submission, of which none is planned', () => {
  const asked: FactsInput = {
    submissions: [submission('2026-05-20')],
    decisions: [notYet],
    meetings: csc('2026-05-28'),
  };
  const due = (facts: FactsInput) =>
    computePlan(snapshotOf(factsWith(facts), '2026-05-28')).items.find(({ kind }) => kind === 'decision')?.due;
  expect(due(asked)).toBe(null);
  expect(due({ ...asked, meetings: csc('2026-05-28', '2026-06-17') })).toBe('2026-06-17');
});
