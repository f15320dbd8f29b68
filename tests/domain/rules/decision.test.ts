import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const submission = (more: object = {}) => ({
  on: '2026-04-20',
  meeting: '2026-04-29',
  presentedBy: ['SECAS', 'DCC'],
  ...more,
});
const submitted = (more: object = {}, rest: object = {}): FactsInput =>
  ({ submissions: [submission(more)], ...rest }) as never;

describeRule('submission.presented', [
  {
    when: 'by both, without sign-off',
    facts: submitted(),
    expected: { outcome: 'met', clause: '§5.3' },
    says: 'SECAS and the DCC both present the submission of 20 April 2026 (§5.3); no sign-off by SECAS or the DCC is recorded (practice).',
  },
  {
    when: 'by both, signed off',
    facts: submitted({
      signedOff: [
        { organisation: 'DCC', on: '2026-04-19' },
        { organisation: 'SECAS', on: '2026-04-20' },
      ],
    }),
    expected: { outcome: 'met' },
    says: 'both have signed it off (practice)',
  },
  {
    when: 'by SECAS alone',
    facts: submitted({ presentedBy: ['SECAS'] }),
    expected: { outcome: 'notMet' },
    says: 'The DCC is not named as presenting the submission of 20 April 2026 (§5.3).',
  },
  {
    when: 'by both, typed as one entry',
    facts: submitted({ presentedBy: ['SECAS and the DCC'] }),
    expected: { outcome: 'met' },
  },
  {
    when: 'by nobody',
    facts: submitted({ presentedBy: [] }),
    expected: { outcome: 'notMet' },
    says: 'SECAS and the DCC are not named',
  },
  { when: 'not recorded by whom', facts: submitted({ presentedBy: null }), expected: { outcome: 'cannotTell' } },
  { when: 'no submission yet', facts: {}, expected: { outcome: 'notDue', waitsFor: 'SECAS' } },
  {
    when: 'planned',
    facts: submitted({ on: '2026-05-02' }),
    expected: { outcome: 'notDue' },
    says: 'planned for 2 May 2026',
  },
  { when: 'no submission on the day of Go-Live', facts: {}, asOf: '2026-06-25', expected: { outcome: 'cannotTell' } },
  {
    when: 'the second submission counts',
    facts: { submissions: [submission({ presentedBy: ['SECAS'] }), submission({ on: '2026-04-27' })] },
    expected: { outcome: 'met' },
  },
]);

const deadlines = (workingDays: number) => ({
  rulebook: { changes: [], paperDeadlines: [{ body: 'CSC', workingDays }] },
});
describeRule('submission.in-time', [
  {
    when: 'in time',
    facts: submitted(),
    expected: { outcome: 'met', slackDays: 65, due: '2026-06-24' },
    says: 'The submission was made on 20 April 2026, 66 days before Go-Live (§5.3).',
  },
  {
    when: 'the day before Go-Live',
    facts: submitted({ on: '2026-06-24' }),
    asOf: '2026-07-01',
    expected: { outcome: 'met', slackDays: 0 },
    says: '1 day before Go-Live',
  },
  {
    when: 'on the day of Go-Live',
    facts: submitted({ on: '2026-06-25' }),
    asOf: '2026-06-25',
    expected: { outcome: 'notMet', slackDays: -1, mend: 'Move the Go-Live to 26 June 2026 or later.' },
    says: 'on the day of Go-Live itself, not before it',
  },
  {
    when: 'the day after Go-Live',
    facts: submitted({ on: '2026-06-26' }),
    asOf: '2026-07-01',
    expected: {
      outcome: 'notMet',
      slackDays: -2,
      mend: 'Record the submission that was made before Go-Live, if there was one.',
    },
    says: '1 day after Go-Live',
  },
  {
    when: 'not yet, the day before Go-Live',
    facts: {},
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'not recorded, on the day of Go-Live',
    facts: {},
    asOf: '2026-06-25',
    expected: { outcome: 'cannotTell', slackDays: null },
    says: 'Cannot tell whether a submission to the CSC was made: no date is recorded; it was due 24 June 2026, the last day before Go-Live (§5.3).',
  },
  { when: 'no Go-Live date', facts: submitted({}, { release: { slot: null } }), expected: { outcome: 'cannotTell' } },
  {
    when: 'the submission marked final counts, not the later one',
    facts: { submissions: [submission({ final: true }), submission({ on: '2026-04-27' })] } as never,
    subject: null,
    expected: { outcome: 'met', actual: '2026-04-20' },
  },
  {
    when: 'a submission made after the decision to go is not the final one',
    facts: {
      submissions: [submission(), submission({ on: '2026-04-30' })],
      decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'Go with conditions' }],
    } as never,
    expected: { outcome: 'met', actual: '2026-04-20' },
  },
  {
    when: 'a submission made after Go-Live is not the final one where one was made before',
    facts: { submissions: [submission(), submission({ on: '2026-06-26' })] } as never,
    asOf: '2026-07-01',
    expected: { outcome: 'met', actual: '2026-04-20' },
  },
  {
    when: 'none made and two planned: the earliest',
    facts: { submissions: [submission({ on: '2026-05-20' }), submission({ on: '2026-06-10' })] } as never,
    expected: { outcome: 'notDue' },
    says: 'The submission to the CSC is planned for 20 May 2026 (§5.3).',
  },
  {
    when: '"deferred" supersedes it, and the next one is planned',
    facts: {
      submissions: [submission(), submission({ on: '2026-05-20' })],
      decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'Deferred' }],
    } as never,
    expected: { outcome: 'notDue' },
    says: 'The next submission to the CSC is planned for 20 May 2026, after its decision “Deferred” (§5.3).',
  },
  {
    when: '"not yet" supersedes it, and no other is planned',
    facts: {
      submissions: [submission()],
      decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet' }],
    } as never,
    expected: { outcome: 'cannotTell', mend: 'Record the day of the next submission.' },
    says: 'Cannot tell when the next submission to the CSC is made: the CSC decided “not yet” on 29 April 2026, and no other submission is planned (§5.3).',
  },
  {
    when: '"not yet" supersedes the one marked final, and another was made since',
    facts: {
      submissions: [submission({ final: true }), submission({ on: '2026-04-30' })],
      decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet' }],
    } as never,
    expected: { outcome: 'met', actual: '2026-04-30' },
  },
  {
    when: 'planned for the day of Go-Live',
    facts: submitted({ on: '2026-06-25' }),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: 'is planned for 25 June 2026, the day of Go-Live itself; it is due 24 June 2026',
  },
  {
    when: 'papers on the deadline',
    facts: submitted({ on: '2026-04-22' }),
    options: deadlines(5),
    subject: 'CSC 2026-04-29',
    expected: { outcome: 'met', slackDays: 0, basis: 'practice', clause: null, due: '2026-04-22' },
    says: "The papers for the CSC's meeting of 29 April 2026 were due 22 April 2026; they were submitted on 22 April 2026, on the day (practice).",
  },
  {
    when: 'papers a day late',
    facts: submitted({ on: '2026-04-23' }),
    options: deadlines(5),
    subject: 'CSC 2026-04-29',
    expected: { outcome: 'notMet', slackDays: -1 },
    says: '1 day late (practice)',
  },
  {
    when: 'papers by the day recorded for the meeting',
    facts: submitted({ on: '2026-04-23' }, { meetings: [{ body: 'CSC', on: '2026-04-29', papersBy: '2026-04-24' }] }),
    options: deadlines(5),
    subject: 'CSC 2026-04-29',
    expected: { outcome: 'met', slackDays: 1 },
    says: 'they were submitted on 23 April 2026, with 1 day in hand (practice).',
  },
]);

const decided = (more: object = {}): FactsInput =>
  submitted(
    {},
    { decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'go', wording: 'The CSC agreed to go live.', ...more }] },
  );
describeRule('decision.recorded', [
  {
    when: 'recorded',
    facts: decided(),
    expected: { outcome: 'met', severity: 'advice', basis: 'reading' },
    says: 'The CSC decided on 29 April 2026: “go” (§5.3).',
  },
  {
    when: 'no wording',
    facts: decided({ wording: null }),
    expected: { outcome: 'notMet' },
    says: 'the wording of its decision is not recorded',
  },
  {
    when: 'on the day of the meeting',
    facts: submitted(),
    asOf: '2026-04-29',
    expected: { outcome: 'notDue' },
    says: 'The CSC is to take the Go-Live decision (§5.3): due 29 April 2026, the as-of date itself.',
  },
  { when: 'the day after the meeting', facts: submitted(), asOf: '2026-04-30', expected: { outcome: 'notMet' } },
  {
    when: 'the day after the meeting, final',
    facts: submitted(),
    asOf: '2026-04-30',
    options: { final: true },
    expected: { outcome: 'notDue' },
    says: 'The CSC is to take the Go-Live decision (§5.3): it was to meet on 29 April 2026.',
  },
  { when: 'nothing submitted', facts: {}, expected: { outcome: 'notDue', due: '2026-06-25' } },
  {
    when: 'nothing submitted, the last meeting of the CSC before the day of Go-Live counts',
    facts: {
      meetings: [
        { body: 'CSC', on: '2026-05-13' },
        { body: 'CSC', on: '2026-06-10' },
        { body: 'TAG', on: '2026-06-16' },
        { body: 'CSC', on: '2026-06-25' },
        { body: 'CSC', on: '2026-07-08' },
      ],
    },
    expected: { outcome: 'notDue', due: '2026-06-10' },
  },
  {
    when: 'no Go-Live date, the last recorded meeting of the CSC counts',
    facts: { release: { slot: null }, meetings: [{ body: 'CSC', on: '2026-05-13' }] },
    expected: { outcome: 'notDue', due: '2026-05-13' },
  },
  { when: 'no date at all', facts: { release: { slot: null } }, expected: { outcome: 'cannotTell', due: null } },
  {
    when: '"not yet", and a second submission planned',
    facts: {
      submissions: [submission(), submission({ on: '2026-05-20', meeting: '2026-05-27' })],
      decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet', wording: 'Come back.' }],
    },
    expected: { outcome: 'notDue', due: '2026-05-27' },
  },
  {
    when: '"not yet", second submission made',
    facts: {
      submissions: [submission(), submission({ on: '2026-05-20', meeting: '2026-05-27' })],
      decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet', wording: 'Come back.' }],
    },
    asOf: '2026-05-28',
    expected: { outcome: 'notMet' },
    says: 'No Go-Live decision of the CSC is recorded since that of 29 April 2026, “not yet”; it was to take one by 27 May 2026 (§5.3).',
  },
]);
