import { describe, expect, it } from 'vitest';
import { groupFindings } from '../../../shared/domain/findings/groupFindings.ts';
import { computeReadiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import { type FactsInput, factsWith, findingsOf, ruleOf, snapshotOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const] };
const forJune = { reference: 'MP9', status: 'approved' as const, implementationDate: '2026-06-25' };
const other = (...modifications: object[]) => ({
  otherReleases: [
    {
      name: 'November 2026 SEC Release',
      kind: 'system' as const,
      slot: '2026-11',
      technicalSpecifications: false,
      approvedDate: null,
      modifications,
    },
  ] as never,
});

describeRule('scope.complete', [
  {
    when: 'approved for this date and out of every scope',
    facts: { modifications: [system, { ...forJune, inScope: false }] },
    expected: { outcome: 'notMet', severity: 'warning', clause: '§4.2', mendAt: 'modification:MP9#inScope' },
    subject: 'MP9',
    says: 'MP9: approved for 25 June 2026, a Go-Live date of this release, and in the scope of no release recorded here (§4.2).',
  },
  {
    when: 'out of the scope of another release',
    facts: { modifications: [system] },
    options: other({ ...forJune, inScope: false }),
    expected: { outcome: 'notMet', subject: 'MP9' },
  },
  {
    when: 'in another release',
    facts: { modifications: [{ ...forJune, inScope: false }] },
    options: other({ ...forJune, inScope: true, implementationDate: '2026-11-05' }),
    expected: { outcome: 'met', subject: null },
  },
  {
    when: 'in another release, which writes its reference in another way',
    facts: { modifications: [{ ...forJune, reference: 'mp 203', inScope: false }] },
    options: other({ ...forJune, reference: 'MP203', inScope: true, implementationDate: '2026-11-05' }),
    expected: { outcome: 'met', subject: null },
  },
  {
    when: 'out of every scope, under the reference that was typed',
    facts: { modifications: [system, { ...forJune, reference: 'mp 203', inScope: false }] },
    options: other({ ...forJune, reference: 'MP203', inScope: false }),
    expected: { outcome: 'notMet', subject: 'mp 203' },
  },
  {
    when: 'delayed since, as another release records',
    facts: { modifications: [{ ...forJune, inScope: false }] },
    options: other({ ...forJune, status: 'delayed', inScope: false }),
    expected: { outcome: 'met' },
  },
  {
    when: 'approved later',
    facts: { modifications: [{ ...forJune, inScope: false, approvedOn: '2026-05-02' }] },
    expected: { outcome: 'met' },
  },
  {
    when: 'for another date',
    facts: { modifications: [{ ...forJune, inScope: false, implementationDate: '2026-11-05' }] },
    expected: { outcome: 'met' },
    says: 'No modification recorded here is approved for 25 June 2026 and out of every scope (§4.2).',
  },
  { when: 'no Go-Live date', facts: { release: { slot: null } }, expected: { outcome: 'cannotTell' } },
]);

describeRule('scope.latest-approval', [
  {
    when: 'passed without approval',
    facts: { modifications: [{ ...system, status: 'targeted', latestApprovalOn: '2026-04-30' }] },
    expected: { outcome: 'notMet', severity: 'warning', basis: 'practice', clause: '§4.3' },
    says: 'MP1: not approved, and the latest day planned for it, 30 April 2026, passed 1 day ago (practice; §4.3 asks for enough time to implement it).',
  },
  {
    when: 'on the day',
    facts: { modifications: [{ ...system, status: 'targeted', latestApprovalOn: '2026-05-01' }] },
    expected: { outcome: 'notDue', slackDays: 0, waitsUntil: '2026-05-01' },
  },
  {
    when: 'cleared by an approval, even a later one',
    facts: {
      modifications: [{ ...system, status: 'approved', approvedOn: '2026-05-01', latestApprovalOn: '2026-04-30' }],
    },
    expected: { outcome: 'met', slackDays: -1 },
  },
  {
    when: 'cleared by the removal',
    facts: { modifications: [{ ...system, inScope: false, latestApprovalOn: '2026-04-30' }] },
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'passed, and the status is not stated',
    facts: { modifications: [{ ...system, latestApprovalOn: '2026-04-30' }] },
    expected: { outcome: 'cannotTell' },
  },
]);

const added = (lateAddition: object): FactsInput => ({ modifications: [{ ...system, lateAddition }] });
describeRule('scope.late-reason', [
  {
    when: 'without a reason',
    facts: added({ body: 'CSC', on: '2025-09-01', reason: ' ' }),
    expected: { outcome: 'notMet', severity: 'advice', clause: '§4.3', mendAt: 'modification:MP1#lateAddition' },
    says: 'MP1: added late by the CSC on 1 September 2025, and no reason is recorded (§4.3).',
  },
  {
    when: 'with its reason',
    facts: added({ body: 'CSC', on: '2025-09-01', reason: 'An Authority direction.' }),
    expected: { outcome: 'met' },
    says: 'because: “An Authority direction” (§4.3).',
  },
  { when: 'added after the as-of date', facts: added({ on: '2026-05-02' }), expected: { outcome: 'notApplicable' } },
]);

const longer = (longerPeriods: object): FactsInput => ({ modifications: [system], tad: { longerPeriods } });
describeRule('tad.longer-period-reason', [
  {
    when: 'longer, and not said why',
    facts: longer({ publishedMonths: 8 }),
    expected: { outcome: 'notMet', severity: 'advice', mendAt: 'release:#tad.longerPeriods.why' },
    says: 'A longer period is set for the TAD (eight months for publishing it), and no reason for it is recorded (§5.1).',
  },
  {
    when: 'longer, with the reason',
    facts: longer({ toTagMonths: 10, why: 'Two regions' }),
    expected: { outcome: 'met' },
  },
  { when: 'the minimum itself', facts: longer({ toTagMonths: 9 }), expected: { outcome: 'notApplicable' } },
]);

const internal = (impacts: readonly string[]): FactsInput => ({
  modifications: [{ reference: 'MP1', impacts }] as never,
});
describeRule('scope.system-12-months', [
  {
    when: "only an impact of the DCC's own policy",
    facts: internal(['parseAndCorrelate', 'secDocuments']),
    expected: { outcome: 'cannotTell', subject: 'MP1', mendAt: 'modification:MP1#impacts' },
    says: 'MP1: cannot tell whether 12 or six months apply to it, for only impacts on DCC Internal Systems or Parse and Correlate Software are stated (§4.3).',
  },
  {
    when: 'with an impact on User Systems beside it',
    facts: {
      modifications: [
        { reference: 'MP1', impacts: ['dccInternalSystems', 'userSystems'], addedToScopeOn: '2025-06-01' },
      ],
    },
    expected: { outcome: 'met', subject: 'MP1' },
  },
  {
    when: 'decided late, and all impacts are stated and none is on systems',
    facts: {
      modifications: [{ reference: 'MP1', impacts: ['secDocuments'] }],
      scopeDecisions: [{ on: '2025-07-01', sets: 'systems' }],
    },
    expected: { outcome: 'notApplicable' },
  },
]);

describe('the rules on the TAD', () => {
  it('have one line for what none of them can tell', () => {
    const found = findingsOf({ modifications: [{ reference: 'MP1' }] }, '2026-05-01').filter(({ rule }) =>
      /^(tad|user-testing)\./.test(rule),
    );
    const groups = groupFindings(found.filter(({ outcome }) => outcome === 'cannotTell'));
    expect(groups.map((group) => [group.findings.length, group.sentence])).toEqual([
      [
        6,
        'Cannot tell whether the TAD and notices of User testing are needed (§5.1, §5.2): the impacts of MP1 are not stated.',
      ],
    ]);
  });

  it('look at the version issued last, not at the one that got furthest', () => {
    const versions = [
      {
        version: '1.0',
        issuedToTagOn: '2025-09-01',
        publishedOn: '2026-03-01',
        coversDccTesting: true,
        coversUserTesting: true,
      },
      { version: '2.0', issuedToTagOn: '2026-02-01', coversDccTesting: true, coversUserTesting: false },
    ];
    const [found] = ruleOf('tad.contents', { modifications: [system], tad: { versions } }, '2026-05-01');
    expect(found?.sentence).toBe('TAD version 2.0 does not set out the User testing (§5.1).');
  });
});

describe('a RID version', () => {
  it('holds what its facts say, without a tick', () => {
    const version = {
      version: '1.0',
      cost: { text: null, amount: 2_500_000 },
      keyDates: [{ what: 'SIT', on: '2026-01-05' }],
    };
    const found = computeReadiness(snapshotOf(factsWith({ rid: { versions: [version] } }), '2026-05-01')).findings;
    expect(found.find((finding) => finding.rule === 'rid.contents')?.sentence).toBe(
      'It is not recorded whether RID version 1.0 holds the impacts, the testing approach and the Go-Live criteria (§4.2).',
    );
  });
});
