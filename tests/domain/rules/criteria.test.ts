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
  { when: 'none', facts: {}, expected: { outcome: 'notMet' } },
]);

describeRule('criteria.met', [
  {
    when: 'met',
    facts: withCriterion({}),
    expected: { outcome: 'met', subject: 'AC-01', severity: 'blocker', basis: 'guidance', clause: '§5.3' },
    says: 'AC-01: met.',
  },
  {
    when: 'met, and SECAS thinks otherwise',
    facts: withCriterion({ opinion: { by: 'SECAS', status: 'notMet' } }),
    expected: { outcome: 'met' },
    says: "AC-01: met; SECAS's assessment is: not met.",
  },
  { when: 'not met', facts: withCriterion({ selfStatus: 'notMet' }), expected: { outcome: 'notMet', waitsFor: 'DCC' } },
  {
    when: 'in progress, the day before go-live',
    facts: withCriterion({ selfStatus: 'inProgress' }),
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'in progress, on the day of go-live',
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
    expected: { outcome: 'notMet' },
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
    expected: { outcome: 'notMet' },
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
  },
  {
    when: 'effective after the as-of date',
    facts: withCriterion({}, { evidence: [item({ effectiveOn: '2026-05-02' })] }),
    expected: { outcome: 'notMet' },
  },
  { when: 'no claim', facts: withCriterion({ selfStatus: 'inProgress' }), expected: { outcome: 'notApplicable' } },
]);

const threshold = (more: object = {}) => ({
  phase: 'SIT',
  severity: 2,
  maximumOpen: 0,
  source: 'TAD v2.0 §7',
  criterion: 'AC-01',
  ...more,
});
const issue = (reference: string, more: object = {}) => ({ reference, phase: 'SIT', severity: 2, open: true, ...more });
const counted = (max: object, ...testIssues: object[]): FactsInput =>
  withCriterion({}, { issueThresholds: [threshold(max)], testIssues });
describeRule('criteria.consistent', [
  {
    when: 'two open against none',
    facts: counted({}, issue('I-1'), issue('I-2')),
    expected: { outcome: 'notMet', subject: 'AC-01', severity: 'blocker', basis: 'reading' },
    says: 'AC-01: met, yet 2 open severity-2 issues against a maximum of 0 in SIT (TAD v2.0 §7).',
  },
  {
    when: 'as many as the maximum',
    facts: counted({ maximumOpen: 2 }, issue('I-1'), issue('I-2')),
    expected: { outcome: 'met' },
  },
  {
    when: 'one more than the maximum',
    facts: counted({ maximumOpen: 1 }, issue('I-1'), issue('I-2')),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'one less than the maximum',
    facts: counted({ maximumOpen: 3 }, issue('I-1'), issue('I-2')),
    expected: { outcome: 'met' },
  },
  {
    when: 'closed, of another phase or severity',
    facts: counted({}, issue('I-1', { open: false }), issue('I-2', { phase: 'UIT' }), issue('I-3', { severity: 1 })),
    expected: { outcome: 'met' },
  },
  {
    when: 'the maximum names no phase',
    facts: counted({ phase: null }, issue('I-2', { phase: 'UIT' })),
    expected: { outcome: 'notMet' },
    says: 'met, yet 1 open severity-2 issue against a maximum of 0',
  },
  {
    when: 'an issue of unknown state',
    facts: counted({}, issue('I-1', { open: null })),
    expected: { outcome: 'cannotTell' },
    says: '1 issue of which the state, the severity or the phase is not stated',
  },
  {
    when: 'an open issue of unknown severity',
    facts: counted({}, issue('I-1', { severity: null })),
    expected: { outcome: 'cannotTell' },
  },
  { when: 'no maximum stated', facts: counted({ maximumOpen: null }), expected: { outcome: 'cannotTell' } },
  {
    when: 'no claim',
    facts: withCriterion({ selfStatus: 'inProgress' }, { issueThresholds: [threshold()], testIssues: [issue('I-1')] }),
    expected: { outcome: 'notApplicable' },
  },
  { when: 'no maximum cited', facts: withCriterion({}), expected: { outcome: 'notApplicable' } },
]);

describeRule('criteria.owned-and-assessed', [
  { when: 'both', facts: withCriterion({}), expected: { outcome: 'met', basis: 'practice' } },
  {
    when: 'no owner',
    facts: withCriterion({ owner: ' ' }),
    expected: { outcome: 'notMet', mendAt: 'criterion:AC-01#owner' },
    says: 'AC-01: no owner (practice).',
  },
  {
    when: 'no status',
    facts: withCriterion({ selfStatus: null }),
    expected: { outcome: 'notMet', mendAt: 'criterion:AC-01#selfStatus' },
  },
  {
    when: 'not applicable without a rationale',
    facts: withCriterion({ selfStatus: 'notApplicable' }),
    expected: { outcome: 'notMet', mendAt: 'criterion:AC-01#rationale' },
  },
  { when: 'no criterion', facts: {}, expected: { outcome: 'notApplicable' } },
]);

const needing = (needs: object, ...evidence: object[]): FactsInput =>
  withCriterion({ needs }, { evidence: evidence.map(item) as never });
describeRule('criteria.sufficient', [
  {
    when: 'as many as asked',
    facts: needing({ minimumItems: 1 }, {}),
    expected: { outcome: 'met', basis: 'practice', clause: null, severity: 'warning' },
  },
  {
    when: 'one too few',
    facts: needing({ minimumItems: 2 }, {}),
    expected: { outcome: 'notMet' },
    says: 'AC-01: its evidence lacks 1 accepted item (practice).',
  },
  { when: 'the kind', facts: needing({ kinds: ['report'] }, { kind: 'Report' }), expected: { outcome: 'met' } },
  {
    when: 'another kind',
    facts: needing({ kinds: ['report'] }, { kind: 'log' }),
    expected: { outcome: 'notMet' },
    says: 'an accepted item of kind report',
  },
  { when: 'kind not stated', facts: needing({ kinds: ['report'] }, {}), expected: { outcome: 'cannotTell' } },
  {
    when: 'effective on the day',
    facts: needing({ effectiveOnOrAfter: '2026-04-01' }, { effectiveOn: '2026-04-01' }),
    expected: { outcome: 'met' },
  },
  {
    when: 'effective the day before',
    facts: needing({ effectiveOnOrAfter: '2026-04-01' }, { effectiveOn: '2026-03-31' }),
    expected: { outcome: 'notMet' },
    says: '1 accepted item effective on or after 1 April 2026',
  },
  {
    when: 'effective date not recorded',
    facts: needing({ effectiveOnOrAfter: '2026-04-01' }, {}),
    expected: { outcome: 'cannotTell' },
  },
  { when: 'independent', facts: needing({ independent: true }, { independent: true }), expected: { outcome: 'met' } },
  {
    when: 'not independent',
    facts: needing({ independent: true }, { independent: false }),
    expected: { outcome: 'notMet' },
  },
  { when: 'independence not stated', facts: needing({ independent: true }, {}), expected: { outcome: 'cannotTell' } },
  {
    when: 'too few, but no claim yet',
    facts: withCriterion({ selfStatus: 'inProgress', needs: { minimumItems: 1 } }),
    expected: { outcome: 'notDue' },
  },
  {
    when: 'too few in the final pack',
    facts: withCriterion({ selfStatus: 'inProgress', needs: { minimumItems: 1 } }),
    options: { final: true },
    expected: { outcome: 'notMet' },
  },
  { when: 'no needs stated', facts: withCriterion({}), expected: { outcome: 'notApplicable' } },
]);
