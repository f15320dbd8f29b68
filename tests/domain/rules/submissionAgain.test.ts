import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { releaseStateOf } from '../../../shared/domain/readiness/releaseState.ts';
import { type FactsInput, factsWith, onlyOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

/*
 * What counts as the final submission where the CSC decided more than once: a decision to go that a later "not yet" or
 * "no" takes back excludes nothing that is made after that.
 */

const submission = (on: string) => ({ on, presentedBy: ['SECAS', 'DCC'] });
const decision = (on: string, outcome: string) => ({ body: 'CSC', on, outcome, wording: 'As minuted.' });

const again = (outcome: string, ...more: readonly string[]): FactsInput => ({
  submissions: [submission('2026-04-01'), ...more.map(submission)],
  decisions: [decision('2026-04-05', 'go'), decision('2026-04-10', outcome)],
});
const onlyAfter: FactsInput = { submissions: [submission('2026-04-20')], decisions: [decision('2026-04-19', 'go')] };
const adHoc: FactsInput = {
  release: { slot: null },
  submissions: [submission('2026-04-01')],
  decisions: [decision('2026-04-03', 'not yet')],
};

describeRule('submission.in-time', [
  {
    when: 'go, then “not yet”, then submitted again',
    facts: again('not yet', '2026-04-15'),
    expected: { outcome: 'met', actual: '2026-04-15' },
  },
  {
    when: 'go, then no, then submitted again',
    facts: again('no', '2026-04-15'),
    expected: { outcome: 'met', actual: '2026-04-15' },
  },
  {
    when: 'go, then conditions noted, then told something else',
    facts: again('conditions closed', '2026-04-15'),
    expected: { outcome: 'met', actual: '2026-04-01' },
  },
  {
    when: 'made between the go and the “not yet”, it does not count',
    facts: again('not yet', '2026-04-07'),
    expected: { outcome: 'cannotTell', mend: 'Record the day of the next submission.' },
  },
  {
    when: 'the only one was made after the decision to go',
    facts: onlyAfter,
    expected: {
      outcome: 'cannotTell',
      mend: 'Record the submission that was made before the decision of 19 April 2026.',
    },
    says: 'Cannot tell whether a submission to the CSC was made before its decision to go of 19 April 2026: none is recorded, and that of 20 April 2026 was made after it and does not count (§5.3).',
  },
  {
    when: 'the only one was made after the decision to go, and another is planned',
    facts: { ...onlyAfter, submissions: [submission('2026-04-20'), submission('2026-05-20')] },
    expected: { outcome: 'notDue' },
  },
]);

describeRule('submission.presented', [
  {
    when: 'submitted again after go and “not yet”',
    facts: again('not yet', '2026-04-15'),
    expected: { outcome: 'met', actual: '2026-04-15' },
  },
  {
    when: 'superseded, without a Go-Live date',
    facts: adHoc,
    expected: { outcome: 'cannotTell', mend: 'Record the day of the next submission.' },
    says: 'Cannot tell when the next submission to the CSC is made: the CSC decided “not yet” on 3 April 2026, and no other submission is planned (§5.3).',
  },
  {
    when: 'the only one was made after the decision to go, without a Go-Live date',
    facts: { ...onlyAfter, release: { slot: null } },
    expected: { outcome: 'cannotTell' },
    says: 'that of 20 April 2026 was made after it and does not count (§5.3).',
  },
]);

describe('a submission that is recorded', () => {
  it.each([
    ['superseded', again('not yet')],
    ['superseded, without a Go-Live date', adHoc],
    ['made after the decision to go', onlyAfter],
    ['made between', again('not yet', '2026-04-07')],
  ])('is nowhere said not to be recorded: %s', (_, facts) => {
    for (const rule of ['submission.presented', 'submission.in-time', 'submission.signed'])
      expect(onlyOf(rule, facts, '2026-05-01').sentence).not.toMatch(/No submission to the CSC is recorded/);
  });

  it('after go and “not yet” puts the release before the CSC again', () => {
    expect(releaseStateOf(factsWith(again('not yet', '2026-04-15')), calendarDate('2026-05-01'))).toBe('submitted');
  });
});
