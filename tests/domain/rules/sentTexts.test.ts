import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const scope = (more: object = {}) =>
  ({
    modifications: [
      { reference: 'MP1', impacts: ['secDocuments'], status: 'targeted', addedToScopeOn: '2025-12-01', ...more },
    ],
  }) as FactsInput;

describeRule('publication.kept', [
  {
    when: 'the text of the release page put on the website on the day of the change',
    facts: { ...scope(), sent: [{ text: 'release-page', channel: 'website', on: '2025-12-01' }] },
    expected: { outcome: 'met' },
  },
  {
    when: 'the text of the release page put on the website the day before the change',
    facts: { ...scope(), sent: [{ text: 'release-page', channel: 'website', on: '2025-11-30' }] },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'the text of the release page sent by e-mail',
    facts: { ...scope(), sent: [{ text: 'release-page', channel: 'email', on: '2026-04-01' }] },
    expected: { outcome: 'cannotTell' },
  },
  ...['website newsletter', 'off-site archive', 'on-site'].map((channel) => ({
    when: `the text of the release page by ${channel}`,
    facts: { ...scope(), sent: [{ text: 'release-page' as const, channel, on: '2026-04-01' }] },
    expected: { outcome: 'cannotTell' },
  })),
  {
    when: 'the text of the release page in a newsletter and on the SEC website',
    facts: { ...scope(), sent: [{ text: 'release-page', channel: 'newsletter and SEC website', on: '2026-04-01' }] },
    expected: { outcome: 'met' },
  },
  {
    when: 'the text of the release page before a later update of the page itself',
    facts: {
      ...scope(),
      publication: { releasesPageOn: '2025-12-01' },
      sent: [{ text: 'release-page', channel: 'website', on: '2025-11-01' }],
    },
    expected: { outcome: 'met' },
  },
  {
    when: 'an approval told in a text of approvals that was sent on its day',
    facts: {
      ...scope({ status: 'approved', approvedOn: '2026-03-01' }),
      sent: [{ text: 'approval', channel: 'email', on: '2026-03-01' }],
    },
    subject: 'MP1',
    expected: { outcome: 'met', actual: '2026-03-01' },
  },
  {
    when: 'a text of approvals that was sent the day before the approval',
    facts: {
      ...scope({ status: 'approved', approvedOn: '2026-03-01' }),
      sent: [{ text: 'approval', channel: 'email', on: '2026-02-28' }],
    },
    subject: 'MP1',
    expected: { outcome: 'cannotTell' },
  },
]);
