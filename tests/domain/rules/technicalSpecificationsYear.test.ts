import { describeRule } from '../../fixtures/ruleTable.ts';

const facts = { release: { technicalSpecifications: true } };
const dates = { approvedOn: null, actualDate: null, parts: [], changes: [] };
const hotfix = (more: object, goLive: object | null = null) => ({
  otherReleases: [
    {
      name: 'Hotfix',
      kind: 'system',
      slot: null,
      technicalSpecifications: true,
      approvedDate: null,
      ...more,
      ...(goLive === null ? {} : { goLive: { ...dates, ...goLive } }),
    },
  ] as never,
});

describeRule('type.one-technical-specifications-a-year', [
  {
    when: 'an ad-hoc one that went live this year without an approved date',
    facts,
    options: hotfix({}, { actualDate: '2026-03-12' }),
    expected: { outcome: 'notMet' },
    says: 'Hotfix is marked too',
  },
  {
    when: 'an ad-hoc one of which a part goes live this year',
    facts,
    options: hotfix({ approvedDate: '2027-01-07' }, { parts: [{ date: null }, { date: '2026-12-30' }] }),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'an ad-hoc one that was approved for this year and went live in the next',
    facts,
    options: hotfix({ approvedDate: '2026-12-30' }, { actualDate: '2027-01-04' }),
    asOf: '2027-02-01',
    expected: { outcome: 'met' },
  },
  {
    when: 'an ad-hoc one that is still to go live in the next year',
    facts,
    options: hotfix({ approvedDate: '2026-12-30' }, { actualDate: '2027-01-04' }),
    asOf: '2026-12-01',
    expected: { outcome: 'notMet' },
  },
  {
    when: 'an ad-hoc one of which the year is not recorded',
    facts,
    options: hotfix({}),
    expected: { outcome: 'met' },
    says: 'The one Technical Specifications Release of the year: no other in 2026 among the 2 releases in this store; Hotfix is marked too, and in which year is not recorded (§2).',
  },
]);
