import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const inScope: FactsInput = { modifications: [system] };

const notices = (planned: boolean | null, from: string | null, ...given: object[]): FactsInput => ({
  ...inScope,
  userTesting: { planned, from, notices: given },
});
const told = ['type', 'when'];
const by = (channel: string) => ({ channel, on: '2026-03-01', tells: told });
const sentBy = (channel: string) => ({ text: 'user-testing' as const, channel, on: '2026-03-01' });

describeRule('user-testing.notice', [
  {
    when: 'told by email and website',
    facts: notices(true, '2026-04-01', by('email'), by('website')),
    expected: { outcome: 'met', clause: '§5.2' },
  },
  {
    when: 'told by one notice on both channels',
    facts: notices(true, '2026-04-01', by('e-mail and website')),
    expected: { outcome: 'met' },
  },
  {
    when: 'told in words of one’s own',
    facts: notices(
      true,
      '2026-04-01',
      { channel: 'Email', on: '2026-03-01', tells: ['type of testing', 'when'] },
      { channel: 'SEC website', on: '2026-03-01', tells: ['type', 'dates'] },
    ),
    expected: { outcome: 'met' },
  },
  {
    when: 'told in words that say neither',
    facts: notices(true, '2026-04-01', by('email'), { ...by('website'), tells: ['type', 'the usual.'] }),
    expected: { outcome: 'cannotTell', mend: 'Record of each notice whether it tells type and when.' },
    says: 'Cannot tell whether Users were told when it takes place, through the SEC website: “the usual”, which a notice tells, is read neither as the type of testing nor as its time (§5.2).',
  },
  ...[
    ['type', 'dates to follow'],
    ['type', 'timetable not yet known'],
    ['type, dates tbc'],
    ['type', 'dates: to be confirmed'],
    ['type', 'when decided'],
    ['type', 'times will be announced'],
    ['type, kept up to date'],
  ].map((tells) => ({
    when: `told ${tells.join(' and ')}`,
    facts: notices(true, '2026-04-01', by('email'), { ...by('website'), tells }),
    expected: { outcome: 'cannotTell' },
    says: `Cannot tell whether Users were told when it takes place, through the SEC website: “${tells.at(-1)}”, which a notice tells, `,
  })),
  ...[['what Users must do', 'dates'], ['type to be decided, dates']].map((tells) => ({
    when: `told ${tells.join(' and ')}`,
    facts: notices(true, '2026-04-01', by('email'), { ...by('website'), tells }),
    expected: { outcome: 'cannotTell' },
    says: `Cannot tell whether Users were told what type of testing is required, through the SEC website: “${tells[0]}”`,
  })),
  ...[
    ['what is tested and when it will take place'],
    ['what', 'dates'],
    ['what is required', 'timetable'],
    ['type of testing, dates (times of the day to follow)'],
    ['kinds of test', 'start and end dates'],
  ].map((tells) => ({
    when: `told ${tells.join(' and ')}`,
    facts: notices(true, '2026-04-01', by('email'), { ...by('website'), tells }),
    expected: { outcome: 'met' },
  })),
  {
    when: 'that the dates follow, and the type nowhere',
    facts: notices(true, '2026-04-01', by('email'), { ...by('website'), tells: ['dates to follow'] }),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'a channel that is not understood',
    facts: notices(true, '2026-04-01', by('email'), by('Collaboration hub')),
    expected: { outcome: 'cannotTell', mend: 'Record the channel of each notice: email or website.' },
    says: 'through the SEC website: “Collaboration hub”, the channel of a notice, is read neither as email nor as website (§5.2).',
  },
  {
    when: 'nothing on the website, and by email in words that say neither',
    facts: notices(true, '2026-04-01', { ...by('email'), tells: ['type', 'the usual'] }),
    expected: { outcome: 'notMet' },
    says: 'by then Users had not been told what type of testing is required and when it takes place, through the SEC website (§5.2). Cannot tell whether Users were told when it takes place, by email: “the usual”',
  },
  {
    when: 'on the website only later, in words that say neither',
    facts: notices(true, '2026-04-01', by('email'), { channel: 'website', on: '2026-04-02', tells: ['the usual'] }),
    expected: { outcome: 'notMet', basis: 'guidance' },
    says: 'by then Users had not been told what type of testing is required and when it takes place, through the SEC website (§5.2).',
  },
  {
    when: 'a newsletter beside the email, in one notice',
    facts: notices(true, '2026-04-01', by('email and newsletter')),
    expected: { outcome: 'notMet' },
    says: 'through the SEC website (§5.2).',
  },
  {
    when: 'only by email, on the first day, which still counts',
    facts: notices(true, '2026-05-01', by('E-mail')),
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'only by email, the day after the first',
    facts: notices(true, '2026-04-30', by('E-mail')),
    expected: { outcome: 'notMet', waitsFor: 'DCC', basis: 'guidance' },
    says: 'User testing started on 30 April 2026, and by then Users had not been told what type of testing is required and when it takes place, through the SEC website (§5.2).',
  },
  {
    when: 'a newsletter instead of the website',
    facts: notices(true, '2026-04-01', by('email'), by('website newsletter')),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'an off-site meeting instead of the website',
    facts: notices(true, '2026-04-01', by('email'), by('off-site meeting')),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'a notice with a channel of blanks, and nothing said of what it tells',
    facts: notices(true, '2026-04-01', by('email'), { channel: ' ', on: '2026-03-01', tells: null }),
    expected: { outcome: 'cannotTell', mend: 'Record the channel of each notice: email or website.' },
  },
  {
    when: 'a notice without a channel',
    facts: notices(true, '2026-04-01', by('email'), { on: '2026-03-01', tells: told }),
    expected: { outcome: 'cannotTell', mend: 'Record the channel of each notice: email or website.' },
    says: 'Cannot tell whether Users were told what type of testing is required and when it takes place, through the SEC website: a notice names no channel (§5.2).',
  },
  {
    when: 'on the first day by email, the day after it on the website',
    facts: notices(
      true,
      '2026-04-01',
      { channel: 'email', on: '2026-04-01', tells: told },
      { channel: 'website', on: '2026-04-02', tells: told },
    ),
    expected: { outcome: 'notMet', basis: 'practice', actual: '2026-04-02', slackDays: -1 },
    says: 'User testing started on 1 April 2026, and Users were told only on 2 April 2026, 1 day later, what type of testing is required and when it takes place, through the SEC website (§5.2 names no day; practice).',
  },
  {
    when: 'by email before, on the website the type some days later and the time a month after that',
    facts: notices(
      true,
      '2026-03-01',
      { channel: 'email', on: '2026-03-01', tells: told },
      { channel: 'website', on: '2026-03-10', tells: ['type'] },
      { channel: 'website', on: '2026-04-12', tells: ['when'] },
    ),
    expected: { outcome: 'notMet', basis: 'practice', actual: '2026-04-12', slackDays: -42 },
    says: 'and Users were told only on 10 March 2026, 9 days later, what type of testing is required, through the SEC website; only on 12 April 2026, 42 days later, when it takes place, through the SEC website (§5.2 names no day; practice).',
  },
  {
    when: 'before the TAD was finalised',
    facts: {
      ...notices(true, '2026-04-01', by('email'), by('website')),
      tad: { versions: [{ version: '1.0', finalisedOn: '2026-03-02' }] },
    },
    expected: { outcome: 'met' },
    says: 'through the SEC website; the last notice is of 1 March 2026, and the TAD was finalised on 2 March 2026 (§5.2).',
  },
  {
    when: 'only by email, the day before',
    facts: notices(true, '2026-05-02', by('email')),
    expected: { outcome: 'notDue', due: '2026-05-02' },
  },
  {
    when: 'a notice that lies ahead',
    facts: notices(true, '2026-04-01', by('email'), { channel: 'website', on: '2026-05-02', tells: told }),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'when was left out',
    facts: notices(true, '2026-04-01', { channel: 'email', tells: ['type'] }, { channel: 'SEC website', tells: told }),
    expected: { outcome: 'notMet' },
    says: 'by then Users had not been told when it takes place, by email (§5.2)',
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
    facts: notices(null, null, by('email')),
    expected: { outcome: 'cannotTell', mendAt: 'release:#userTesting.from' },
    says: 'no date is recorded on which User testing starts (§5.2).',
  },
  {
    when: 'the text of the notice sent by both channels',
    facts: { ...notices(true, '2026-04-01'), sent: [sentBy('email'), sentBy('website')] },
    expected: { outcome: 'met' },
  },
  {
    when: 'the text put on the website, and told by e-mail by itself',
    facts: { ...notices(true, '2026-04-01', by('email')), sent: [sentBy('website')] },
    expected: { outcome: 'met' },
  },
  {
    when: 'the text sent in a newsletter instead of the website',
    facts: { ...notices(true, '2026-04-01'), sent: [sentBy('email'), sentBy('newsletter')] },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'another text on the website',
    facts: { ...notices(true, '2026-04-01', by('email')), sent: [{ ...sentBy('website'), text: 'newsletter' }] },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'the text sent on the first day of testing, which nobody knew yet when',
    facts: { ...notices(true, null), sent: [sentBy('email'), sentBy('website')] },
    expected: { outcome: 'cannotTell', mendAt: 'release:#userTesting.from' },
  },
  { when: 'none planned', facts: notices(false, null), expected: { outcome: 'notApplicable' } },
  {
    when: 'no system impact',
    facts: { modifications: [{ reference: 'MP1', impacts: ['secDocuments'] }] },
    expected: { outcome: 'notApplicable' },
  },
]);
