import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const inScope: FactsInput = { modifications: [system] };
const tad = (...versions: object[]): FactsInput => ({ ...inScope, tad: { versions } });

const both = (on: string) => ({ version: '1.0', finalisedOn: on, publishedOn: on });
describeRule('tad.published-6-months', [
  {
    when: 'published on the due day',
    facts: tad(both('2025-12-25')),
    expected: { outcome: 'met', slackDays: 0, due: '2025-12-25', practicalDue: '2025-12-24', actual: '2025-12-25' },
    says: 'The TAD was published on 25 December 2025, exactly six months before Go-Live (§5.1).',
  },
  { when: 'the day before', facts: tad(both('2025-12-24')), expected: { outcome: 'met', slackDays: 1 } },
  { when: 'the day after', facts: tad(both('2025-12-26')), expected: { outcome: 'notMet', slackDays: -1 } },
  {
    when: 'finalised after being published',
    facts: tad({ version: '1.0', publishedOn: '2025-12-01', finalisedOn: '2025-12-27' }),
    expected: { outcome: 'notMet', slackDays: -2, actual: '2025-12-27' },
    says: 'The TAD, already published, was finalised on 27 December 2025, 2 days short',
  },
  {
    when: 'published in time, finalising not recorded',
    facts: tad({ version: '1.0', publishedOn: '2025-12-01' }),
    expected: { outcome: 'cannotTell', mendAt: 'tadVersion:1.0#finalisedOn' },
    says: 'The finalising of the TAD, which is published, has no date by the as-of date; it was due 25 December 2025',
  },
  {
    when: 'published on the due day, finalising not recorded',
    facts: tad({ version: '1.0', publishedOn: '2025-12-25' }),
    expected: { outcome: 'cannotTell', actual: null, slackDays: null },
  },
  {
    when: 'published late, finalising not recorded',
    facts: tad({ version: '1.0', publishedOn: '2025-12-27' }),
    expected: { outcome: 'notMet', slackDays: -2 },
    says: 'The TAD was published on 27 December 2025, at least 2 days short of six months before Go-Live (§5.1); its finalising has no date.',
  },
  {
    when: 'finalised, publishing not recorded',
    facts: tad({ version: '1.0', finalisedOn: '2025-12-01' }),
    expected: { outcome: 'cannotTell' },
    says: 'The publication of the TAD, which is finalised, has no date by the as-of date',
  },
  {
    when: 'a draft published early does not count',
    facts: tad(
      { version: '0.9', publishedOn: '2025-11-01' },
      { version: '1.0', publishedOn: '2025-12-27', finalisedOn: '2025-12-20' },
    ),
    expected: { outcome: 'notMet', slackDays: -2, restsOn: ['release:June 2026 SEC Release', 'tadVersion:1.0'] },
  },
  {
    when: 'the earliest of two complete versions counts',
    facts: tad(both('2025-12-27'), { version: '0.9', finalisedOn: '2025-12-20', publishedOn: '2025-12-21' }),
    expected: { outcome: 'met', slackDays: 4 },
  },
  {
    when: 'nothing yet, before the due day',
    facts: inScope,
    asOf: '2025-09-22',
    expected: { outcome: 'notDue', slackDays: 94, waitsFor: 'DCC', waitsUntil: '2025-12-24' },
    says: 'due 25 December 2025, in 94 days',
  },
  {
    when: 'nothing yet, on the due day',
    facts: inScope,
    asOf: '2025-12-25',
    expected: { outcome: 'notDue', slackDays: 0 },
  },
  {
    when: 'nothing yet, the day after',
    facts: inScope,
    asOf: '2025-12-26',
    expected: { outcome: 'cannotTell', slackDays: null },
    says: 'The publication of the TAD has no date by the as-of date; it was due 25 December 2025, six months before Go-Live (§5.1).',
  },
  {
    when: 'recorded for a day after the as-of date, that comes too late',
    facts: tad(both('2025-12-27')),
    asOf: '2025-12-20',
    expected: { outcome: 'notDue', actual: null },
    says: 'due 25 December 2025, in 5 days (not a working day: in practice 24 December 2025). It is recorded for 27 December 2025, 2 days after that.',
  },
  {
    when: 'recorded for a day after the as-of date, its due day has passed',
    facts: tad(both('2025-12-27')),
    asOf: '2025-12-26',
    expected: { outcome: 'cannotTell', actual: null, slackDays: null },
    says: 'The publication of the TAD has no date by the as-of date; it was due 25 December 2025, six months before Go-Live (§5.1). It is recorded for 27 December 2025, 2 days after that.',
  },
  {
    when: 'published, its finalising recorded for a day after the as-of date',
    facts: tad({ version: '1.0', publishedOn: '2025-12-01', finalisedOn: '2025-12-27' }),
    asOf: '2025-12-26',
    expected: { outcome: 'cannotTell', actual: null, slackDays: null },
    says: 'It is recorded for 27 December 2025, 2 days after that.',
  },
  {
    when: 'finalised, its publishing recorded for a day after the as-of date',
    facts: tad({ version: '1.0', finalisedOn: '2025-12-01', publishedOn: '2025-12-27' }),
    asOf: '2025-12-26',
    expected: { outcome: 'cannotTell', actual: null, slackDays: null },
    says: 'It is recorded for 27 December 2025, 2 days after that.',
  },
  {
    when: 'recorded for a later day, and a version that is there lacks the day',
    facts: tad({ version: '1.0', issuedToTagOn: '2025-09-01' }, { ...both('2025-12-27'), version: '2.0' }),
    asOf: '2025-12-26',
    expected: { outcome: 'cannotTell', actual: null },
  },
  {
    when: 'a longer period set for the release',
    facts: { ...inScope, tad: { longerPeriods: { publishedMonths: 9 }, versions: [both('2025-12-01')] } },
    expected: {
      outcome: 'notMet',
      basis: 'practice',
      due: '2025-09-25',
      formula: 'rule date (provisional, no Go-Live date being approved) less 9 months',
    },
    says: '67 days short of nine months before Go-Live (§5.1; set longer than the minimum of six months, against which it is 24 days in hand)',
  },
  {
    when: 'a shorter period set for the release shortens nothing',
    facts: { ...inScope, tad: { longerPeriods: { publishedMonths: 3 }, versions: [both('2025-12-27')] } },
    expected: { outcome: 'notMet', slackDays: -2 },
  },
  {
    when: 'the rulebook shortened, met only against that',
    facts: tad(both('2025-12-27')),
    options: {
      rulebook: {
        changes: [{ what: 'leadTime', leadTime: 'tadPublished', months: 5, reason: 'Trial' }],
        paperDeadlines: [],
      },
    },
    expected: { outcome: 'notMet', slackDays: -2 },
    says: "It is judged against the guidance's minimum of six months; the rulebook in use was shortened to five months.",
  },
  {
    when: 'the rulebook lengthened',
    facts: tad(both('2025-12-01')),
    options: {
      rulebook: {
        changes: [{ what: 'leadTime', leadTime: 'tadPublished', months: 7, reason: 'Trial' }],
        paperDeadlines: [],
      },
    },
    expected: { outcome: 'notMet', due: '2025-11-25' },
  },
  {
    when: 'a missed minimum that the CSC accepted',
    facts: {
      ...tad(both('2025-12-27')),
      exceptions: [
        {
          rule: 'tad.published-6-months',
          subject: null,
          body: 'CSC',
          on: '2026-01-14',
          reference: 'CSC_44',
          reason: 'No User testing',
        },
      ],
    },
    expected: {
      outcome: 'covered',
      slackDays: -2,
      mend: null,
      coveredBy:
        'exception agreed by the CSC on 14 January 2026, reference CSC_44, because: “No User testing” (practice: the guidance names no such exception)',
    },
    says: 'The TAD was published on 27 December 2025, 2 days short of six months before Go-Live (§5.1); exception agreed by the CSC on 14 January 2026.',
  },
  {
    when: 'nothing impacts systems',
    facts: { modifications: [{ reference: 'MP1', impacts: ['secDocuments'] }] },
    expected: { outcome: 'notApplicable' },
    says: 'nothing in scope impacts DCC or User Systems',
  },
  {
    when: 'only User Systems impacted',
    facts: { modifications: [{ reference: 'MP1', impacts: ['userSystems'] }] },
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'impacts not stated',
    facts: { modifications: [{ reference: 'MP1' }] },
    expected: { outcome: 'cannotTell', mendAt: 'modification:MP1#impacts' },
  },
  {
    when: 'the whole stated to impact the DCC Systems',
    facts: {
      release: { impactsDccSystems: true },
      modifications: [{ reference: 'MP1' }],
      tad: { versions: [both('2025-12-27')] },
    },
    expected: { outcome: 'notMet', slackDays: -2 },
  },
  {
    when: 'the whole stated not to, which says nothing of User Systems',
    facts: { release: { impactsDccSystems: false }, modifications: [{ reference: 'MP1' }] },
    expected: { outcome: 'cannotTell', mend: 'State the impacts of MP1 on DCC and User Systems.' },
  },
  { when: 'nothing in scope yet', facts: {}, expected: { outcome: 'cannotTell' } },
  {
    when: 'nothing in scope yet, but a TAD',
    facts: { tad: { versions: [both('2025-12-27')] } },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'parted, counted from the first part',
    facts: {
      ...tad(both('2025-12-27')),
      release: {
        goLive: {
          approvedDate: '2026-06-25',
          parts: [
            { what: 'South', date: '2026-07-09' },
            { what: 'North', date: '2026-07-02' },
          ],
        },
      },
    },
    expected: { outcome: 'met', slackDays: 6, formula: 'Go-Live date of the first part less 6 months' },
  },
]);

describeRule('tad.to-tag-9-months', [
  {
    when: 'issued on the due day',
    facts: tad({ version: '1.0', issuedToTagOn: '2025-09-25' }),
    expected: { outcome: 'met', slackDays: 0, due: '2025-09-25' },
  },
  {
    when: 'issued the day after',
    facts: tad({ version: '1.0', issuedToTagOn: '2025-09-26' }),
    expected: { outcome: 'notMet', slackDays: -1 },
    says: 'The TAD was issued to the TAG on 26 September 2025, 1 day short of nine months before Go-Live (§5.1).',
  },
  {
    when: 'the first version counts',
    facts: tad({ version: '2.0', issuedToTagOn: '2026-01-26' }, { version: '1.0', issuedToTagOn: '2025-09-20' }),
    expected: { outcome: 'met', slackDays: 5 },
  },
  {
    when: 'of two versions issued on one day, the first counts',
    facts: tad({ version: '1.1', issuedToTagOn: '2025-09-20' }, { version: '1.0', issuedToTagOn: '2025-09-20' }),
    expected: { outcome: 'met', restsOn: ['release:June 2026 SEC Release', 'tadVersion:1.0'] },
  },
  { when: 'not issued', facts: inScope, asOf: '2025-09-25', expected: { outcome: 'notDue', slackDays: 0 } },
  { when: 'not recorded', facts: inScope, expected: { outcome: 'cannotTell' } },
  {
    when: 'no Go-Live date',
    facts: { ...inScope, release: { slot: null } },
    expected: { outcome: 'cannotTell', mendAt: 'release:#goLive.approvedDate' },
  },
  {
    when: 'not needed',
    facts: { modifications: [{ reference: 'MP1', impacts: [] }] },
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'covered by the Panel',
    facts: {
      ...tad({ version: '1.0', issuedToTagOn: '2025-09-26' }),
      exceptions: [{ rule: 'tad.to-tag-9-months', subject: null, body: 'SEC Panel', on: '2025-10-01' }],
    },
    expected: { outcome: 'covered' },
  },
]);
