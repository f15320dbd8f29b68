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
  { when: 'no submission on the day of go-live', facts: {}, asOf: '2026-06-25', expected: { outcome: 'cannotTell' } },
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
    says: 'The submission was made on 20 April 2026, 66 days before go-live (§5.3).',
  },
  {
    when: 'the day before go-live',
    facts: submitted({ on: '2026-06-24' }),
    asOf: '2026-07-01',
    expected: { outcome: 'met', slackDays: 0 },
    says: '1 day before go-live',
  },
  {
    when: 'on the day of go-live',
    facts: submitted({ on: '2026-06-25' }),
    asOf: '2026-07-01',
    expected: { outcome: 'notMet', slackDays: -1 },
    says: 'on the day of go-live itself, not before it',
  },
  {
    when: 'the day after go-live',
    facts: submitted({ on: '2026-06-26' }),
    asOf: '2026-07-01',
    expected: { outcome: 'notMet', slackDays: -2 },
    says: '1 day after go-live',
  },
  {
    when: 'not yet, the day before go-live',
    facts: {},
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'not recorded, on the day of go-live',
    facts: {},
    asOf: '2026-06-25',
    expected: { outcome: 'cannotTell', slackDays: null },
    says: 'no date recorded; it was due 24 June 2026',
  },
  { when: 'no go-live date', facts: submitted({}, { release: { slot: null } }), expected: { outcome: 'cannotTell' } },
  {
    when: 'papers on the deadline',
    facts: submitted({ on: '2026-04-22' }),
    options: deadlines(5),
    subject: 'CSC 2026-04-29',
    expected: { outcome: 'met', slackDays: 0, basis: 'practice', clause: null, due: '2026-04-22' },
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
    says: 'The CSC decided on 29 April 2026: go (§5.3).',
  },
  {
    when: 'no wording',
    facts: decided({ wording: null }),
    expected: { outcome: 'notMet' },
    says: 'the wording of its decision is not recorded',
  },
  { when: 'on the day of the meeting', facts: submitted(), asOf: '2026-04-29', expected: { outcome: 'notDue' } },
  { when: 'the day after the meeting', facts: submitted(), asOf: '2026-04-30', expected: { outcome: 'notMet' } },
  {
    when: 'the day after the meeting, final',
    facts: submitted(),
    asOf: '2026-04-30',
    options: { final: true },
    expected: { outcome: 'notDue' },
  },
  { when: 'nothing submitted', facts: {}, expected: { outcome: 'notDue', due: '2026-06-25' } },
  { when: 'no date at all', facts: { release: { slot: null } }, expected: { outcome: 'notDue' } },
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
  },
]);

const condition = (more: object = {}): FactsInput => ({
  conditions: [{ text: 'Fix the issue.', owner: 'DCC', due: { daysFromGoLive: 30 }, proof: 'Report', ...more }],
});
describeRule('conditions.complete', [
  { when: 'complete', facts: condition(), expected: { outcome: 'met', severity: 'advice', basis: 'practice' } },
  {
    when: 'no due date',
    facts: condition({ due: null }),
    expected: { outcome: 'notMet', subject: 'Fix the issue.', mendAt: 'condition:Fix the issue.#due' },
    says: '“Fix the issue”: no due date stated (practice).',
  },
  {
    when: 'no owner and no proof',
    facts: condition({ owner: null, proof: '' }),
    expected: { outcome: 'notMet' },
    says: 'no owner and no proof stated',
  },
  {
    when: 'discharged',
    facts: condition({ owner: null, dischargedOn: '2026-05-01' }),
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'to be discharged tomorrow',
    facts: condition({ owner: null, dischargedOn: '2026-05-02' }),
    expected: { outcome: 'notMet' },
  },
  { when: 'none', facts: {}, expected: { outcome: 'notApplicable' } },
]);

const scope = (more: object = {}) =>
  ({
    modifications: [
      { reference: 'MP1', impacts: ['secDocuments'], status: 'targeted', addedToScopeOn: '2025-12-01', ...more },
    ],
  }) as FactsInput;
describeRule('publication.kept', [
  {
    when: 'kept on the day of the change',
    facts: { ...scope(), publication: { releasesPageOn: '2025-12-01' } },
    expected: { outcome: 'met', clause: '§6', severity: 'advice' },
  },
  {
    when: 'not since the day before the change',
    facts: { ...scope(), publication: { releasesPageOn: '2025-11-30' } },
    expected: { outcome: 'notMet' },
    says: 'The scope and the modification links were last updated on 30 November 2025, before the latest change of 1 December 2025 (§6).',
  },
  {
    when: 'not recorded',
    facts: scope(),
    expected: { outcome: 'cannotTell', mendAt: 'release:June 2026 SEC Release#publication.releasesPageOn' },
  },
  {
    when: 'an approval notified',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01', approvalNotifiedOn: '2026-03-02' }),
    subject: 'MP1',
    expected: { outcome: 'met' },
  },
  {
    when: 'an approval with no notification recorded',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01' }),
    subject: 'MP1',
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'an approval to be notified tomorrow',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01', approvalNotifiedOn: '2026-05-02' }),
    subject: 'MP1',
    expected: { outcome: 'notMet' },
  },
  { when: 'nothing in scope', facts: {}, expected: { outcome: 'notApplicable' } },
]);
