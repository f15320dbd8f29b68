import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const tad = (...versions: object[]): FactsInput => ({ modifications: [system], tad: { versions } });
const both = (on: string) => ({ version: '1.0', finalisedOn: on, publishedOn: on });

describeRule('tad.published-6-months', [
  {
    when: 'a first version published in time, its finalising not recorded, before a late complete one',
    facts: tad({ version: '1.0', publishedOn: '2025-12-01' }, { ...both('2026-02-01'), version: '2.0' }),
    expected: {
      outcome: 'cannotTell',
      actual: null,
      mend: 'Record the day on which TAD version 1.0 was finalised; if it was not, finalise it and record that day.',
      mendAt: 'tadVersion:1.0#finalisedOn',
    },
    says: 'The finalising of TAD version 1.0, which is published, has no date recorded; it was due 25 December 2025',
  },
  {
    when: 'a first version finalised in time, its publishing not recorded, before a late complete one',
    facts: tad({ version: '1.0', finalisedOn: '2025-12-01' }, { ...both('2026-02-01'), version: '2.0' }),
    expected: { outcome: 'cannotTell', mendAt: 'tadVersion:1.0#publishedOn' },
    says: 'The publication of TAD version 1.0, which is finalised, has no date recorded',
  },
  {
    when: 'a first version without any date before a late complete one',
    facts: tad({ version: '1.0' }, { ...both('2026-02-01'), version: '2.0' }),
    expected: { outcome: 'cannotTell', mendAt: 'tadVersion:1.0#publishedOn' },
    says: 'The publication of TAD version 1.0 has no date recorded',
  },
  {
    when: 'a first version published late, its finalising not recorded, before a later complete one',
    facts: tad({ version: '1.0', publishedOn: '2025-12-27' }, { ...both('2026-02-01'), version: '2.0' }),
    expected: { outcome: 'notMet', slackDays: -2 },
    says: 'The TAD was published on 27 December 2025, at least 2 days short of six months before Go-Live (§5.1); its finalising has no date.',
  },
  {
    when: 'a first version only issued and approved before a late complete one',
    facts: tad(
      { version: '1.0', issuedToTagOn: '2025-09-01', approvedOn: '2025-11-01' },
      { ...both('2026-02-01'), version: '2.0' },
    ),
    expected: { outcome: 'notMet', slackDays: -38 },
  },
  {
    when: 'a later version half recorded, which cannot have been first',
    facts: tad(both('2025-12-27'), { version: '2.0', publishedOn: '2026-02-01' }),
    expected: { outcome: 'notMet', slackDays: -2, actual: '2025-12-27' },
  },
  {
    when: 'finalised late, publishing not recorded',
    facts: tad({ version: '1.0', finalisedOn: '2025-12-27' }),
    expected: { outcome: 'notMet', slackDays: -2 },
    says: 'The TAD was finalised on 27 December 2025, at least 2 days short of six months before Go-Live (§5.1); its publication has no date.',
  },
]);

describeRule('tad.to-tag-9-months', [
  {
    when: 'a first version reviewed, its issue not recorded, before a late one',
    facts: tad({ version: '1.0', reviewedByTagOn: '2025-09-20' }, { version: '2.0', issuedToTagOn: '2025-11-01' }),
    expected: { outcome: 'cannotTell', actual: null, mendAt: 'tadVersion:1.0#issuedToTagOn' },
    says: 'The issue of TAD version 1.0 to the TAG has no date recorded; it was due 25 September 2025, nine months before Go-Live (§5.1).',
  },
  {
    when: 'a first version without any date before a late one',
    facts: tad({ version: '1.0' }, { version: '2.0', issuedToTagOn: '2025-11-01' }),
    expected: { outcome: 'cannotTell', mendAt: 'tadVersion:1.0#issuedToTagOn' },
  },
  {
    when: 'a later version whose issue is not recorded',
    facts: tad({ version: '1.0', issuedToTagOn: '2025-11-01' }, { version: '2.0', publishedOn: '2026-02-01' }),
    expected: { outcome: 'notMet', slackDays: -37 },
  },
  {
    when: 'a first version without its issue, and one issued in time',
    facts: tad({ version: '1.0', reviewedByTagOn: '2025-09-20' }, { version: '1.1', issuedToTagOn: '2025-09-25' }),
    expected: { outcome: 'met', slackDays: 0 },
  },
]);
