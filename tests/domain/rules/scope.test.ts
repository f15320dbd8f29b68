import { describeRule } from '../../fixtures/ruleTable.ts';

const approved = { goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' } };
const system = { reference: 'MP1', impacts: ['dccSystems' as const] };
const documents = { reference: 'MP2', impacts: ['secDocuments' as const] };

describeRule('scope.not-empty', [
  {
    when: 'one modification',
    facts: { modifications: [system] },
    expected: { outcome: 'met', severity: 'blocker', clause: '§2' },
    says: '1 modification is in scope (§2).',
  },
  {
    when: 'two modifications',
    facts: { modifications: [system, documents] },
    expected: { outcome: 'met' },
    says: '2 modifications are in scope (§2).',
  },
  { when: 'none', facts: {}, expected: { outcome: 'notMet', mendAt: 'modification:#' } },
  { when: 'all have left', facts: { modifications: [{ ...system, inScope: false }] }, expected: { outcome: 'notMet' } },
  {
    when: 'the only one leaves tomorrow',
    facts: { modifications: [{ ...system, inScope: false, removedFromScopeOn: '2026-05-02' }] },
    expected: { outcome: 'met' },
  },
  {
    when: 'the only one left today',
    facts: { modifications: [{ ...system, removedFromScopeOn: '2026-05-01' }] },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'the only one joins tomorrow',
    facts: { modifications: [{ ...system, addedToScopeOn: '2026-05-02' }] },
    expected: { outcome: 'notMet' },
    says: 'MP1 is to join later',
  },
  {
    when: 'one came back after leaving',
    facts: {
      modifications: [{ ...system, inScope: true, removedFromScopeOn: '2025-05-01', addedToScopeOn: '2025-06-01' }],
    },
    expected: { outcome: 'met' },
  },
]);

describeRule('scope.fallen-out', [
  {
    when: 'nothing fell',
    facts: { modifications: [{ ...system, status: 'approved' }] },
    expected: { outcome: 'notApplicable', severity: 'blocker' },
  },
  {
    when: 'rejected and in scope',
    facts: { modifications: [{ ...system, status: 'rejected', inScope: true }] },
    expected: { outcome: 'notMet', subject: 'MP1' },
    says: 'MP1: rejected, and still in scope (§4.3).',
  },
  {
    when: 'withdrawn and in scope',
    facts: { modifications: [{ ...system, status: 'withdrawn', inScope: true }] },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'delayed and out',
    facts: {
      modifications: [
        {
          ...system,
          status: 'delayed',
          inScope: false,
          removedFromScopeOn: '2026-01-05',
          removalReason: 'Delayed by the Panel.',
        },
      ],
    },
    expected: { outcome: 'met' },
    says: 'MP1: delayed, and left the scope on 5 January 2026: “Delayed by the Panel” (§4.3).',
  },
  {
    when: 'rejected, and nobody said whether it left',
    facts: { modifications: [{ ...system, status: 'rejected' }] },
    expected: { outcome: 'cannotTell', mendAt: 'modification:MP1#inScope' },
  },
  {
    when: 'withdrawn with a removal that lies ahead',
    facts: { modifications: [{ ...system, status: 'withdrawn', inScope: false, removedFromScopeOn: '2026-05-02' }] },
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'an exception cannot cover it',
    facts: {
      modifications: [{ ...system, status: 'rejected', inScope: true }],
      exceptions: [{ rule: 'scope.fallen-out', subject: 'MP1', body: 'CSC', on: '2026-01-01' }],
    },
    expected: { outcome: 'notMet' },
  },
]);

describeRule('scope.approved', [
  {
    when: 'approved before Go-Live',
    facts: { modifications: [{ ...system, status: 'approved', approvedOn: '2026-03-02' }] },
    expected: { outcome: 'met', subject: 'MP1', slackDays: 114 },
    says: 'MP1: approved on 2 March 2026, before Go-Live (§2).',
  },
  {
    when: 'approved on an unknown day',
    facts: { modifications: [{ ...system, status: 'implemented' }] },
    expected: { outcome: 'met', slackDays: null },
  },
  {
    when: 'approved the day before Go-Live',
    facts: { modifications: [{ ...system, status: 'approved', approvedOn: '2026-06-24' }] },
    asOf: '2026-07-01',
    expected: { outcome: 'met', slackDays: 0 },
  },
  {
    when: 'approved on the day of Go-Live',
    facts: { modifications: [{ ...system, status: 'approved', approvedOn: '2026-06-25' }] },
    asOf: '2026-07-01',
    expected: { outcome: 'notMet', slackDays: -1 },
  },
  {
    when: 'targeted, the day before Go-Live',
    facts: { modifications: [{ ...system, status: 'targeted' }] },
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'targeted, on the day of Go-Live',
    facts: { modifications: [{ ...system, status: 'targeted' }] },
    asOf: '2026-06-25',
    expected: { outcome: 'notMet', slackDays: -1 },
  },
  {
    when: 'targeted, in the final pack',
    facts: { modifications: [{ ...system, status: 'targeted' }] },
    options: { final: true },
    expected: { outcome: 'notMet' },
    says: 'this is the final pack',
  },
  {
    when: 'to be approved after the as-of date',
    facts: { modifications: [{ ...system, status: 'approved', approvedOn: '2026-05-02' }] },
    expected: { outcome: 'notDue' },
  },
  {
    when: 'on its own latest day',
    facts: { modifications: [{ ...system, status: 'targeted', latestApprovalOn: '2026-05-01' }] },
    expected: {
      outcome: 'notDue',
      waitsUntil: '2026-06-24',
      sentence: 'MP1: not approved yet; due 24 June 2026, in 54 days (§2).',
    },
  },
  {
    when: 'past its own latest day',
    facts: { modifications: [{ ...system, status: 'targeted', latestApprovalOn: '2026-04-30' }] },
    expected: { outcome: 'notDue', sentence: 'MP1: not approved yet; due 24 June 2026, in 54 days (§2).' },
  },
  { when: 'status not stated', facts: { modifications: [system] }, expected: { outcome: 'cannotTell' } },
  { when: 'nothing in scope', facts: {}, expected: { outcome: 'notApplicable' } },
]);

const dated = (implementationDate: string | null, more: object = {}) => ({ ...system, implementationDate, ...more });
const parted = {
  parts: [
    { what: 'North', date: '2026-06-25' },
    { what: 'South', date: '2026-07-02' },
  ],
};
const partly = (more: object = {}) => ({
  goLive: { ...approved.goLive, ...more },
  notLive: [{ modification: 'MP1', what: 'the CSP part', until: '2026-11-05' }],
});
describeRule('scope.implementation-date', [
  {
    when: 'the Go-Live date',
    facts: { release: approved, modifications: [dated('2026-06-25')] },
    expected: { outcome: 'met', subject: 'MP1' },
  },
  {
    when: 'the day after',
    facts: { release: approved, modifications: [dated('2026-06-26')] },
    expected: { outcome: 'notMet' },
    says: 'MP1: to be implemented on 26 June 2026, but the release goes live on 25 June 2026 (§4.1).',
  },
  {
    when: 'the day before',
    facts: { release: approved, modifications: [dated('2026-06-24')] },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'the date of a later part',
    facts: { release: { goLive: { approvedDate: '2026-06-25', ...parted } }, modifications: [dated('2026-07-02')] },
    expected: { outcome: 'met' },
  },
  {
    when: 'no date',
    facts: { modifications: [dated(null)] },
    expected: { outcome: 'cannotTell', mendAt: 'modification:MP1#implementationDate' },
  },
  {
    when: 'no Go-Live date',
    facts: { release: { slot: null }, modifications: [dated('2026-06-25')] },
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'a stated part that is not live',
    facts: {
      release: { ...approved, notLive: [{ modification: 'MP1', what: 'The CSP part', until: '2026-11-05' }] },
      modifications: [dated('2026-06-25')],
    },
    expected: { outcome: 'met' },
    says: 'MP1: live 25 June 2026; The CSP part not live, proposed for 5 November 2026 (§4.1).',
  },
  {
    when: 'partly live, with a date that is none of the release: not told as live',
    facts: { release: partly(), modifications: [dated('2026-11-05')] },
    expected: {
      outcome: 'met',
      actual: '2026-11-05',
      sentence:
        'MP1: to be implemented on 5 November 2026, no Go-Live date of this release; the CSP part not live, proposed for 5 November 2026 (§4.1).',
    },
  },
  {
    when: 'partly live on a day that passed without a record that anything went live',
    facts: { release: partly(), modifications: [dated('2026-06-25')] },
    asOf: '2026-07-01',
    expected: {
      outcome: 'met',
      sentence:
        'MP1: to be implemented on 25 June 2026, the day on which the release was to go live; the CSP part not live, proposed for 5 November 2026 (§4.1).',
    },
  },
  {
    when: 'a date that is none of a release that went live in one part, with another ahead',
    facts: {
      release: { goLive: { ...approved.goLive, ...parted, actualDate: '2026-06-25' } },
      modifications: [dated('2026-11-05')],
    },
    asOf: '2026-06-26',
    expected: {
      outcome: 'notMet',
      sentence:
        'MP1: to be implemented on 5 November 2026, but the release went live on 25 June 2026, and a part of it is to on 2 July 2026 (§4.1).',
    },
  },
  {
    when: 'partly live, without a date of its own',
    facts: { release: partly(), modifications: [dated(null)] },
    expected: { outcome: 'met', sentence: 'MP1: the CSP part not live, proposed for 5 November 2026 (§4.1).' },
  },
  {
    when: 'partly live, in a release without a Go-Live date',
    facts: {
      release: { slot: null, notLive: partly().notLive },
      modifications: [dated('2026-06-25')],
    },
    expected: { outcome: 'met', sentence: 'MP1: the CSP part not live, proposed for 5 November 2026 (§4.1).' },
  },
  {
    when: 'partly live with the later part of the release',
    facts: { release: partly(parted), modifications: [dated('2026-07-02')] },
    expected: {
      outcome: 'met',
      sentence: 'MP1: South live 2 July 2026; the CSP part not live, proposed for 5 November 2026 (§4.1).',
    },
  },
  {
    when: 'a part with a name of its own, partly live',
    facts: { release: partly(parted), modifications: [dated('2026-06-25', { part: 'DSP elements' })] },
    expected: {
      outcome: 'met',
      sentence:
        'MP1 part DSP elements: DSP elements live 25 June 2026; the CSP part not live, proposed for 5 November 2026 (§4.1).',
    },
  },
  { when: 'nothing in scope', facts: {}, expected: { outcome: 'notApplicable' } },
]);
