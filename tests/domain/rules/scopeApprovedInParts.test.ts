import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const] };
const inParts = (more: object) => ({
  release: {
    goLive: {
      approvedDate: '2026-06-25',
      actualDate: '2026-06-25',
      parts: [
        { what: 'North', date: '2026-06-25' },
        { what: 'South', date: '2026-07-30' },
      ],
    },
  },
  modifications: [{ ...system, ...more }],
});

describeRule('scope.approved', [
  {
    when: 'approved after the first part, before the part that it goes live with',
    facts: inParts({ status: 'approved', approvedOn: '2026-07-10', implementationDate: '2026-07-30' }),
    asOf: '2026-08-01',
    expected: { outcome: 'met', slackDays: 19, due: '2026-07-29' },
    says: 'MP1: approved on 10 July 2026, before Go-Live of its part, “South”, on 30 July 2026 (§2).',
  },
  {
    when: 'approved on the day of the part that it goes live with',
    facts: inParts({ status: 'approved', approvedOn: '2026-07-30', implementationDate: '2026-07-30' }),
    asOf: '2026-08-01',
    expected: { outcome: 'notMet', slackDays: -1 },
    says: 'MP1: approved on 30 July 2026, not before Go-Live of its part, “South”, on 30 July 2026 (§2).',
  },
  {
    when: 'approved after the first part, which it goes live with',
    facts: inParts({ status: 'approved', approvedOn: '2026-07-10', implementationDate: '2026-06-25' }),
    asOf: '2026-08-01',
    expected: { outcome: 'notMet', due: '2026-06-24' },
  },
  {
    when: 'approved after the first part, with no date of its own',
    facts: inParts({ status: 'approved', approvedOn: '2026-07-10' }),
    asOf: '2026-08-01',
    expected: { outcome: 'notMet', due: '2026-06-24' },
  },
  {
    when: 'not approved, its part still ahead',
    facts: inParts({ status: 'targeted', implementationDate: '2026-07-30' }),
    asOf: '2026-07-01',
    expected: { outcome: 'notDue', waitsUntil: '2026-07-29' },
    says: 'MP1: not approved yet; due 29 July 2026, in 28 days (§2).',
  },
]);
