import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const criterion = (more: object = {}) =>
  ({ reference: 'AC-01', text: 'Testing is complete', owner: 'DCC', selfStatus: 'met', ...more }) as never;
const item = (more: object = {}) =>
  ({ reference: 'EV-001', version: 1, criteria: ['AC-01'], status: 'accepted', ...more }) as never;
const withCriterion = (more: object, rest: FactsInput = {}): FactsInput => ({ criteria: [criterion(more)], ...rest });
const submitted: FactsInput = {
  submissions: [{ on: '2026-04-20', meeting: '2026-04-29', presentedBy: ['SECAS', 'DCC'] }],
};

describeRule('criteria.exist', [
  {
    when: 'one',
    facts: withCriterion({}),
    expected: { outcome: 'met', severity: 'blocker', clause: '§5.1' },
    says: '1 acceptance criterion is recorded (§5.1).',
  },
  {
    when: 'one that applies and one that does not',
    facts: { criteria: [criterion(), criterion({ reference: 'AC-02', selfStatus: 'notApplicable' })] },
    expected: { outcome: 'met', restsOn: ['criterion:AC-01'] },
    says: '1 acceptance criterion is recorded, and 1 other is called not applicable (§5.1).',
  },
  {
    when: 'none that applies',
    facts: withCriterion({ selfStatus: 'notApplicable', rationale: 'No testing' }),
    expected: { outcome: 'notMet', mend: 'Record the acceptance criteria that apply.' },
    says: 'No acceptance criterion applies: the only one recorded is called not applicable (§5.1).',
  },
  { when: 'none', facts: {}, expected: { outcome: 'notMet' } },
]);

describeRule('criteria.met', [
  {
    when: 'met',
    facts: withCriterion({}),
    expected: { outcome: 'met', subject: 'AC-01', severity: 'blocker', basis: 'guidance', clause: '§5.3' },
    says: /^AC-01: met \(§5\.3\)\.$/,
  },
  {
    when: 'met, and SECAS thinks otherwise',
    facts: withCriterion({ opinion: { by: 'SECAS', status: 'notMet' } }),
    expected: { outcome: 'met' },
    says: "AC-01: met; SECAS's assessment is: not met (§5.3).",
  },
  {
    when: 'not met',
    facts: withCriterion({ selfStatus: 'notMet' }),
    expected: { outcome: 'notMet', waitsFor: 'DCC', mend: 'Meet AC-01, and record the evidence for it.' },
  },
  {
    when: 'in progress, the day before Go-Live',
    facts: withCriterion({ selfStatus: 'inProgress' }),
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'in progress, on the day of Go-Live',
    facts: withCriterion({ selfStatus: 'inProgress' }),
    asOf: '2026-06-25',
    expected: { outcome: 'notMet' },
  },
  {
    when: 'in progress, in the final pack',
    facts: withCriterion({ selfStatus: 'inProgress' }),
    options: { final: true },
    expected: { outcome: 'notMet' },
    says: 'AC-01: in progress, and this is the final pack (§5.3).',
  },
  {
    when: 'no evidence, after the submission',
    facts: withCriterion({ selfStatus: 'notSubmitted' }, submitted),
    expected: { outcome: 'notMet', mend: 'Submit evidence that AC-01 is met, and state it.' },
    says: 'AC-01: no evidence submitted, and the final submission was made on 20 April 2026',
  },
  {
    when: 'no evidence, on the day before the submission',
    facts: withCriterion({ selfStatus: 'notSubmitted' }, submitted),
    asOf: '2026-04-19',
    expected: { outcome: 'notDue', due: '2026-04-20', slackDays: 1 },
  },
  {
    when: 'in progress after a "not yet", with a second submission ahead',
    facts: withCriterion(
      { selfStatus: 'inProgress' },
      {
        submissions: [{ on: '2026-04-20' }, { on: '2026-05-20' }],
        decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'Not yet' }],
      },
    ),
    expected: { outcome: 'notDue', due: '2026-05-20' },
  },
  {
    when: 'in progress after a "not yet" without another submission',
    facts: withCriterion(
      { selfStatus: 'inProgress' },
      { ...submitted, decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet' }] },
    ),
    expected: { outcome: 'notDue', due: '2026-06-24' },
  },
  {
    when: 'on its own date',
    facts: withCriterion({ selfStatus: 'inProgress', due: '2026-05-01' }),
    expected: {
      outcome: 'notDue',
      waitsUntil: '2026-05-01',
      sentence: 'AC-01: in progress; due 24 June 2026, in 54 days (§5.3).',
    },
  },
  {
    when: 'its own date lies after the last day for the submission',
    facts: withCriterion({ selfStatus: 'inProgress', due: '2026-06-25' }),
    expected: { outcome: 'notDue', waitsUntil: '2026-06-24' },
  },
  {
    when: 'its own date, while no Go-Live date is known',
    facts: withCriterion({ selfStatus: 'inProgress', due: '2026-05-15' }, { release: { slot: null } }),
    expected: { outcome: 'notDue', due: null, waitsUntil: '2026-05-15' },
  },
  {
    when: 'no date of its own, while no Go-Live date is known',
    facts: withCriterion({ selfStatus: 'inProgress' }, { release: { slot: null } }),
    expected: { outcome: 'notDue', due: null, waitsUntil: null },
  },
  {
    when: 'past its own date',
    facts: withCriterion({ selfStatus: 'inProgress', due: '2026-04-30' }),
    expected: { outcome: 'notDue', waitsUntil: '2026-04-30' },
    says: 'its own date, 30 April 2026, has passed',
  },
  {
    when: 'no status',
    facts: withCriterion({ selfStatus: null }),
    expected: { outcome: 'cannotTell', mendAt: 'criterion:AC-01#selfStatus' },
  },
  {
    when: 'not applicable',
    facts: withCriterion({ selfStatus: 'notApplicable' }),
    expected: { outcome: 'notApplicable', subject: null },
  },
]);

const acceptance = (more: object = {}) => ({
  version: 1,
  sha256: 'a'.repeat(64),
  criteria: ['AC-01'],
  by: 'Ann Reed',
  organisation: 'SECAS',
  on: '2026-04-01',
  ...more,
});
describeRule('criteria.evidenced', [
  {
    when: 'accepted',
    facts: withCriterion({}, { evidence: [item()] }),
    expected: { outcome: 'met', severity: 'blocker', restsOn: ['criterion:AC-01', 'evidence:EV-001@1'] },
  },
  {
    when: 'nothing linked',
    facts: withCriterion({}),
    expected: { outcome: 'notMet' },
    says: 'AC-01: claims to be met, yet no evidence is linked to it (§5.3).',
  },
  {
    when: 'only submitted',
    facts: withCriterion({}, { evidence: [item({ status: 'submitted' })] }),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: 'EV-001 version 1 is only submitted',
  },
  {
    when: 'a newer version is a draft',
    facts: withCriterion({}, { evidence: [item(), item({ version: 2, status: 'draft' })] }),
    expected: {
      outcome: 'notMet',
      waitsFor: 'DCC',
      mend: 'Finish EV-001 version 2, and submit it for acceptance.',
      mendAt: 'evidence:EV-001@2#status',
    },
    says: 'EV-001 version 2 is a draft',
  },
  {
    when: 'a newer version was rejected',
    facts: withCriterion({}, { evidence: [item(), item({ version: 2, status: 'rejected' })] }),
    expected: { outcome: 'met' },
  },
  {
    when: 'withdrawn',
    facts: withCriterion({}, { evidence: [item({ status: 'withdrawn' })] }),
    expected: { outcome: 'notMet' },
    says: 'EV-001 version 1 was withdrawn and nothing replaces it',
  },
  {
    when: 'status not stated',
    facts: withCriterion({}, { evidence: [item({ status: null })] }),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'added after the as-of date',
    facts: withCriterion({}, { evidence: [item({ addedOn: '2026-05-02' })] }),
    expected: { outcome: 'notMet' },
    says: 'no evidence is linked to it',
  },
  {
    when: 'effective after the as-of date',
    facts: withCriterion({}, { evidence: [item({ effectiveOn: '2026-05-02' })] }),
    expected: { outcome: 'notMet', restsOn: ['criterion:AC-01', 'evidence:EV-001@1'] },
    says: 'AC-01: claims to be met, yet EV-001 version 1 is linked, effective from 2 May 2026 (§5.3).',
  },
  {
    when: 'two items effective after the as-of date',
    facts: withCriterion(
      {},
      { evidence: [item({ effectiveOn: '2026-05-02' }), item({ reference: 'EV-002', effectiveOn: '2026-05-03' })] },
    ),
    expected: { outcome: 'notMet' },
    says: 'yet EV-001 version 1 is linked, effective from 2 May 2026; EV-002 version 1 is linked, effective from 3 May 2026 (§5.3).',
  },
  {
    when: 'accepted for this content',
    facts: withCriterion({}, { evidence: [item({ sha256: 'a'.repeat(64), accepted: acceptance() })] }),
    expected: { outcome: 'met' },
  },
  {
    when: 'accepted, and its file replaced since',
    facts: withCriterion({}, { evidence: [item({ sha256: 'b'.repeat(64), accepted: acceptance() })] }),
    expected: { outcome: 'notMet', waitsFor: 'SECAS', mend: 'Accept or reject EV-001 version 1.' },
    says: 'EV-001 version 1 was accepted by Ann Reed of SECAS on 1 April 2026 with another file, and not as it stands now',
  },
  {
    when: 'accepted for another criterion',
    facts: withCriterion({}, { evidence: [item({ accepted: acceptance({ criteria: ['AC-02'] }) })] }),
    expected: { outcome: 'notMet' },
    says: 'for other criteria',
  },
  {
    when: 'accepted tomorrow',
    facts: withCriterion({}, { evidence: [item({ accepted: acceptance({ on: '2026-05-02' }) })] }),
    expected: { outcome: 'notMet' },
    says: 'EV-001 version 1 is only submitted',
  },
  { when: 'no claim', facts: withCriterion({ selfStatus: 'inProgress' }), expected: { outcome: 'notApplicable' } },
]);
