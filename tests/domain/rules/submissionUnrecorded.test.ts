import { expect, it } from 'vitest';
import { computePlan } from '../../../shared/domain/planning/computePlan.ts';
import { type FactsInput, factsWith, snapshotOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

/* What the CSC decided on is not recorded, or a submission is recorded without its day: that is what is said. */

const asOf = '2026-06-01';
const submission = (on: string | null) => ({ on, presentedBy: ['SECAS', 'DCC'] });
const decided = (outcome: string, ...days: readonly (string | null)[]): FactsInput => ({
  submissions: days.map(submission),
  decisions: [{ body: 'CSC', on: '2026-05-20', outcome, wording: 'As minuted.' }],
});

describeRule('submission.in-time', [
  {
    when: 'the CSC decided to go, and no submission is recorded',
    facts: decided('go'),
    asOf,
    expected: { outcome: 'notDue', due: '2026-06-24', mend: 'Record the submission that the CSC decided on.' },
    says: 'No submission to the CSC is recorded before its decision “go” of 20 May 2026; the last day for one is 24 June 2026, the day before Go-Live (§5.3).',
  },
  {
    when: 'the CSC decided to go, and a submission is planned',
    facts: decided('go', '2026-06-15'),
    asOf,
    expected: { outcome: 'notDue' },
    says: 'The submission to the CSC is planned for 15 June 2026, after its decision “go” of 20 May 2026; the one that it decided on is not recorded (§5.3).',
  },
  {
    when: '“not yet”, and another is recorded without its day',
    facts: decided('not yet', '2026-05-01', null),
    asOf,
    expected: { outcome: 'cannotTell', mend: 'Record the day of the next submission.' },
    says: 'the CSC decided “not yet” on 20 May 2026, and another submission is recorded without its day (§5.3).',
  },
  {
    when: 'made in time, and another is recorded without its day',
    facts: { submissions: [submission('2026-05-01'), submission(null)] },
    asOf,
    expected: { outcome: 'met', actual: '2026-05-01' },
    says: /55 days before Go-Live \(§5\.3\)\. Another submission is recorded without its day\.$/,
  },
]);

describeRule('submission.signed', [
  {
    when: 'the only submission has no day',
    facts: { submissions: [submission(null)] },
    asOf,
    expected: { outcome: 'notDue' },
    says: 'SECAS and the DCC have not signed the facts of the submission without a recorded day (practice).',
  },
  {
    when: '“not yet”, and another is recorded without its day',
    facts: decided('not yet', '2026-05-01', null),
    asOf,
    expected: { outcome: 'notDue' },
    says: 'another submission is recorded without its day, so there is nothing to sign (practice).',
  },
]);

it.each([
  ['go, nothing recorded', decided('go')],
  ['go, a submission planned', decided('go', '2026-06-15')],
  ['no, nothing recorded', decided('no')],
])('plans no submission once the CSC has decided: %s', (_, facts) => {
  const kinds = computePlan(snapshotOf(factsWith(facts), asOf)).items.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'submission' || kind === 'decision')).toEqual([]);
});
