import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const inScope: FactsInput = { modifications: [system] };

const notices = (planned: boolean | null, from: string | null, ...given: object[]): FactsInput => ({
  ...inScope,
  userTesting: { planned, from, notices: given },
});
const told = ['type', 'when'];
describeRule('user-testing.notice', [
  {
    when: 'told by email and website',
    facts: notices(
      true,
      '2026-04-01',
      { channel: 'email', on: '2026-03-01', tells: told },
      { channel: 'website', on: '2026-03-01', tells: told },
    ),
    expected: { outcome: 'met', clause: '§5.2' },
  },
  {
    when: 'only by email, on the first day',
    facts: notices(true, '2026-05-01', { channel: 'E-mail', on: '2026-03-01', tells: told }),
    expected: { outcome: 'notMet' },
    says: 'User testing started on 1 May 2026, and Users were not told what type of testing is required and when it takes place through the SEC website (§5.2).',
  },
  {
    when: 'only by email, the day before',
    facts: notices(true, '2026-05-02', { channel: 'email', on: '2026-03-01', tells: told }),
    expected: { outcome: 'notDue', due: '2026-05-02' },
  },
  {
    when: 'a notice that lies ahead',
    facts: notices(
      true,
      '2026-04-01',
      { channel: 'email', on: '2026-03-01', tells: told },
      { channel: 'website', on: '2026-05-02', tells: told },
    ),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'when was left out',
    facts: notices(true, '2026-04-01', { channel: 'email', tells: ['type'] }, { channel: 'SEC website', tells: told }),
    expected: { outcome: 'notMet' },
    says: 'not told when it takes place by email',
  },
  {
    when: 'what it tells is not recorded',
    facts: notices(true, '2026-04-01', { channel: 'email' }, { channel: 'website' }),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'no start recorded',
    facts: notices(true, null),
    expected: { outcome: 'cannotTell', mendAt: 'release:#userTesting.from' },
  },
  {
    when: 'nothing stated',
    facts: inScope,
    expected: { outcome: 'cannotTell', mendAt: 'release:#userTesting.planned' },
    says: 'It is not stated whether User testing is planned, and no notice of it is recorded (§5.2).',
  },
  {
    when: 'a notice, though it is not stated whether User testing is planned',
    facts: notices(null, null, { channel: 'email', on: '2026-03-01', tells: told }),
    expected: { outcome: 'cannotTell', mendAt: 'release:#userTesting.from' },
    says: 'no date is recorded on which User testing starts (§5.2).',
  },
  { when: 'none planned', facts: notices(false, null), expected: { outcome: 'notApplicable' } },
  {
    when: 'no system impact',
    facts: { modifications: [{ reference: 'MP1', impacts: ['secDocuments'] }] },
    expected: { outcome: 'notApplicable' },
  },
]);
