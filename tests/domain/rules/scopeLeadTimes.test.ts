import { describe, expect, it } from 'vitest';
import { type FactsInput, ruleOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const approved = { goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' } };
const system = { reference: 'MP1', impacts: ['dccSystems' as const] };
const documents = { reference: 'MP2', impacts: ['secDocuments' as const] };
const decided = (on: string | null, sets: 'systems' | 'all' | null = 'systems'): FactsInput['scopeDecisions'] => [
  { body: 'CSC', on, sets },
];

const adHoc = (goLive: object, decision: object): FactsInput => ({
  release: { slot: null, goLive: { approvedDate: '2021-12-01', ...goLive } },
  modifications: [documents],
  scopeDecisions: [{ sets: 'all', ...decision }],
});

describeRule('scope.system-12-months', [
  {
    when: 'decided on the due day',
    facts: { release: approved, modifications: [system], scopeDecisions: decided('2025-06-25') },
    expected: { outcome: 'met', slackDays: 0, due: '2025-06-25' },
    says: "The systems' scope was set on 25 June 2025, exactly 12 months before Go-Live (§4.3).",
  },
  {
    when: 'decided the day before',
    facts: { release: approved, modifications: [system], scopeDecisions: decided('2025-06-24') },
    expected: { outcome: 'met', slackDays: 1 },
    says: '1 day in hand against 12 months before Go-Live',
  },
  {
    when: 'decided the day after',
    facts: { release: approved, modifications: [system], scopeDecisions: decided('2025-06-26') },
    expected: { outcome: 'notMet', slackDays: -1, subject: null },
    says: "The systems' scope was set on 26 June 2025, 1 day short of 12 months before Go-Live (§4.3; due 25 June 2025).",
  },
  {
    when: 'not decided, before the due day',
    facts: { modifications: [system] },
    asOf: '2025-06-24',
    expected: { outcome: 'notDue', slackDays: 1 },
    says: 'due 25 June 2025, in 1 day',
  },
  {
    when: 'not decided, on the due day',
    facts: { modifications: [system] },
    asOf: '2025-06-25',
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'not decided, after the due day',
    facts: { modifications: [system] },
    asOf: '2025-06-26',
    expected: { outcome: 'cannotTell', slackDays: null },
    says: 'no date by the as-of date; it was due 25 June 2025',
  },
  {
    when: 'a decision on everything is not one on the systems',
    facts: { modifications: [system], scopeDecisions: decided('2025-01-01', 'all') },
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'the earliest decision counts',
    facts: {
      modifications: [system],
      scopeDecisions: [
        { on: '2025-07-01', sets: 'systems' },
        { on: '2025-06-01', sets: 'systems' },
      ],
    },
    expected: { outcome: 'met', slackDays: 24 },
  },
  {
    when: 'a decision after the as-of date has not happened',
    facts: { modifications: [system], scopeDecisions: decided('2025-06-20') },
    asOf: '2025-06-19',
    expected: { outcome: 'notDue' },
  },
  {
    when: 'User Systems fall under it too',
    facts: { modifications: [{ reference: 'MP1', impacts: ['userSystems'], addedToScopeOn: '2025-06-26' }] },
    expected: { outcome: 'notMet', subject: 'MP1', slackDays: -1 },
  },
  {
    when: 'impacts not stated',
    facts: { modifications: [{ reference: 'MP1', addedToScopeOn: '2024-01-01' }] },
    expected: { outcome: 'cannotTell', subject: 'MP1', mendAt: 'modification:MP1#impacts' },
  },
  { when: 'nothing of the kind', facts: { modifications: [documents] }, expected: { outcome: 'notApplicable' } },
  {
    when: 'no Go-Live date',
    facts: { release: { slot: null }, modifications: [{ ...system, addedToScopeOn: '2025-01-01' }] },
    expected: { outcome: 'cannotTell' },
    says: 'no Go-Live date is recorded',
  },
  {
    when: 'late and added by the CSC',
    facts: {
      modifications: [
        {
          ...system,
          addedToScopeOn: '2025-09-01',
          lateAddition: { body: 'CSC', on: '2025-09-01', reference: 'CSC_40', reason: 'An Authority direction' },
        },
      ],
    },
    expected: {
      outcome: 'covered',
      slackDays: -68,
      coveredBy:
        'late addition agreed by the CSC on 1 September 2025, reference CSC_40, because: “An Authority direction” (§4.3 lets the CSC add it)',
    },
    says: 'MP1: added to the scope on 1 September 2025, 68 days short of 12 months before Go-Live (§4.3); late addition agreed by the CSC on 1 September 2025.',
  },
  {
    when: 'late and added by somebody else',
    facts: {
      modifications: [{ ...system, addedToScopeOn: '2025-09-01', lateAddition: { body: 'DCC', on: '2025-09-01' } }],
    },
    expected: { outcome: 'notMet', mendAt: 'modification:MP1#lateAddition' },
  },
  {
    when: 'an exception by the Panel for this modification',
    facts: {
      modifications: [{ ...system, addedToScopeOn: '2025-09-01' }],
      exceptions: [{ rule: 'scope.system-12-months', subject: 'MP1', body: 'Panel', on: '2025-09-02' }],
    },
    expected: { outcome: 'covered' },
    says: '68 days short of 12 months before Go-Live (§4.3); exception agreed by the Panel on 2 September 2025.',
  },
  {
    when: 'an exception for another subject',
    facts: {
      modifications: [{ ...system, addedToScopeOn: '2025-09-01' }],
      exceptions: [{ rule: 'scope.system-12-months', subject: null, body: 'CSC', on: '2025-09-02' }],
    },
    expected: { outcome: 'notMet' },
  },
]);

describeRule('scope.documents-6-months', [
  {
    when: 'decided on the due day',
    facts: { modifications: [documents], scopeDecisions: decided('2025-12-25', 'all') },
    expected: { outcome: 'met', slackDays: 0, practicalDue: '2025-12-24' },
  },
  {
    when: 'decided the day after',
    facts: { modifications: [documents], scopeDecisions: decided('2025-12-26', 'all') },
    expected: { outcome: 'notMet', slackDays: -1 },
    says: '1 day short of six months before Go-Live (§4.3; due 25 December 2025).',
  },
  {
    when: 'not decided yet',
    facts: { modifications: [documents] },
    asOf: '2025-09-22',
    expected: { outcome: 'notDue', slackDays: 94 },
    says: 'due 25 December 2025, in 94 days (not a working day: in practice 24 December 2025).',
  },
  { when: 'nothing recorded', facts: { modifications: [documents] }, expected: { outcome: 'cannotTell' } },
  {
    when: 'its own date',
    facts: { modifications: [{ ...documents, addedToScopeOn: '2025-12-24' }] },
    expected: { outcome: 'met', subject: 'MP2', slackDays: 1 },
  },
  { when: 'only systems in scope', facts: { modifications: [system] }, expected: { outcome: 'notApplicable' } },
  {
    when: 'a missed decision covered by the Authority',
    facts: {
      modifications: [documents],
      scopeDecisions: decided('2025-12-26', 'all'),
      exceptions: [{ rule: 'scope.documents-6-months', body: 'Authority', on: '2026-01-02' }],
    },
    expected: { outcome: 'covered', slackDays: -1 },
  },
  {
    when: 'an exception that has not been decided yet',
    facts: {
      modifications: [documents],
      scopeDecisions: decided('2025-12-26', 'all'),
      exceptions: [{ rule: 'scope.documents-6-months', body: 'CSC', on: '2026-05-02' }],
    },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'an exception of a body that may not',
    facts: {
      modifications: [documents],
      scopeDecisions: decided('2025-12-26', 'all'),
      exceptions: [{ rule: 'scope.documents-6-months', body: 'TAG', on: '2026-01-02' }],
    },
    expected: { outcome: 'notMet' },
  },
]);

describeRule('scope.documents-6-months', [
  {
    when: 'ad-hoc, approved by one body after the scope was set by another: told with the approval',
    facts: adHoc({ approvedBy: 'CSC', approvedOn: '2021-10-15' }, { body: 'Panel', on: '2021-10-29' }),
    expected: {
      outcome: 'notMet',
      sentence:
        'Scope set 33 days before Go-Live, 150 days short of six months (§4.3); ad-hoc release agreed by the CSC on 15 October 2021.',
    },
  },
  {
    when: 'ad-hoc, its date approved by nobody on record: the decision on the scope is told as what it is',
    facts: adHoc({}, { body: 'Panel', on: '2021-10-29' }),
    expected: {
      outcome: 'notMet',
      sentence:
        'Scope set 33 days before Go-Live, 150 days short of six months (§4.3); scope decided by the Panel on 29 October 2021.',
    },
  },
  {
    when: 'ad-hoc, approved on no recorded day: nothing is told of an agreement',
    facts: adHoc({ approvedBy: 'CSC' }, { body: 'Panel', on: '2021-10-29' }),
    expected: {
      outcome: 'notMet',
      sentence: 'Scope set 33 days before Go-Live, 150 days short of six months (§4.3).',
    },
  },
  {
    when: 'ad-hoc, nobody named: nothing is told of an agreement',
    facts: adHoc({}, { on: '2021-10-29' }),
    expected: {
      outcome: 'notMet',
      sentence: 'Scope set 33 days before Go-Live, 150 days short of six months (§4.3).',
    },
  },
]);

describe('the scope rules together', () => {
  it('let a late addition without a date of its own share the finding of the decision', () => {
    const late = { body: 'CSC', on: '2025-09-01', reason: 'An Authority direction' };
    const found = ruleOf(
      'scope.system-12-months',
      { modifications: [{ ...system, lateAddition: late }], scopeDecisions: decided('2025-06-26') },
      '2026-05-01',
    );
    expect(found.map(({ subject, outcome, actual, coveredBy }) => [subject, outcome, actual, coveredBy])).toEqual([
      [null, 'notMet', '2025-06-26', null],
    ]);
    expect(found[0]?.restsOn).toContain('modification:MP1');
  });

  it('give one late addition a finding of its own, while the others share the one of the baseline', () => {
    const found = ruleOf(
      'scope.system-12-months',
      {
        modifications: [
          { reference: 'MP1', impacts: ['dccSystems'] },
          { reference: 'MP2', impacts: ['dccSystems'] },
          {
            reference: 'MP3',
            impacts: ['dccSystems'],
            addedToScopeOn: '2025-09-01',
            lateAddition: { body: 'CSC', on: '2025-09-01' },
          },
        ],
        scopeDecisions: decided('2025-06-20'),
      },
      '2026-05-01',
    );
    expect(found.map((finding) => [finding.subject, finding.outcome])).toEqual([
      [null, 'met'],
      ['MP3', 'covered'],
    ]);
    expect(found[0]?.restsOn).toEqual([
      'release:June 2026 SEC Release',
      'scopeDecision:2025-06-20',
      'modification:MP1',
      'modification:MP2',
    ]);
  });
});
