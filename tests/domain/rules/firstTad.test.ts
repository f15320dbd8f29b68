import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

/*
 * The lead times of §5.1 are judged by the first version that has the day; a version before it that lacks the day is named,
 * so that the sentence never says that the TAD came late where an earlier one may have been in time.
 */

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const tad = (...versions: object[]): FactsInput => ({ modifications: [system], tad: { versions } });
const both = (on: string) => ({ version: '1.0', finalisedOn: on, publishedOn: on });

describeRule('tad.published-6-months', [
  {
    when: 'a first version published in time, its finalising not recorded, before a late complete one',
    facts: tad({ version: '1.0', publishedOn: '2025-12-01' }, { ...both('2026-02-01'), version: '2.0' }),
    expected: { outcome: 'notMet', slackDays: -38 },
    says: 'TAD version 2.0 was published on 1 February 2026, 38 days short of six months before Go-Live (§5.1); it is not recorded by the as-of date that TAD version 1.0 was both finalised and published.',
  },
  {
    when: 'a first version without any date before a late complete one',
    facts: tad({ version: '1.0' }, { ...both('2026-02-01'), version: '2.0' }),
    expected: { outcome: 'notMet' },
    says: '; it is not recorded by the as-of date that TAD version 1.0 was both finalised and published.',
  },
  {
    when: 'a draft before it',
    facts: tad({ version: '0.9', issuedToTagOn: '2025-09-01' }, { ...both('2026-02-01'), version: '1.0' }),
    expected: { outcome: 'notMet', slackDays: -38 },
    says: 'The TAD was published on 1 February 2026, 38 days short of six months before Go-Live (§5.1).',
  },
  {
    when: 'a later version half recorded, which cannot have been first',
    facts: tad(both('2025-12-27'), { version: '2.0', publishedOn: '2026-02-01' }),
    expected: { outcome: 'notMet', slackDays: -2, actual: '2025-12-27' },
    says: 'The TAD was published on 27 December 2025, 2 days short of six months before Go-Live (§5.1).',
  },
]);

describeRule('tad.to-tag-9-months', [
  {
    when: 'a first version reviewed, its issue not recorded, before a late one',
    facts: tad({ version: '1.0', reviewedByTagOn: '2025-09-20' }, { version: '2.0', issuedToTagOn: '2025-11-01' }),
    expected: { outcome: 'notMet', slackDays: -37 },
    says: 'TAD version 2.0 was issued to the TAG on 1 November 2025, 37 days short of nine months before Go-Live (§5.1); no issue of TAD version 1.0 is recorded by the as-of date.',
  },
  {
    when: 'a version without a number, reviewed before a late one was issued',
    facts: tad({ reviewedByTagOn: '2025-09-20' }, { version: '2.0', issuedToTagOn: '2025-11-01' }),
    expected: { outcome: 'notMet' },
    says: '; no issue of a TAD version without a number is recorded by the as-of date.',
  },
  {
    when: 'a later version whose issue is not recorded',
    facts: tad({ version: '1.0', issuedToTagOn: '2025-11-01' }, { version: '2.0', publishedOn: '2026-02-01' }),
    expected: { outcome: 'notMet', slackDays: -37 },
    says: 'The TAD was issued to the TAG on 1 November 2025, 37 days short of nine months before Go-Live (§5.1).',
  },
  {
    when: 'a first version without its issue, and one issued in time',
    facts: tad({ version: '1.0', reviewedByTagOn: '2025-09-20' }, { version: '1.1', issuedToTagOn: '2025-09-25' }),
    expected: { outcome: 'met', slackDays: 0 },
  },
]);
