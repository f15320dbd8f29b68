import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const inScope: FactsInput = { modifications: [system] };
const tad = (...versions: object[]): FactsInput => ({ ...inScope, tad: { versions } });

const ordered = {
  version: '1.0',
  issuedToTagOn: '2025-09-01',
  reviewedByTagOn: '2025-10-01',
  approvedOn: '2025-10-02',
  finalisedOn: '2025-10-02',
  publishedOn: '2025-10-05',
};
describeRule('tad.order', [
  { when: 'all in order', facts: tad(ordered), expected: { outcome: 'met', subject: '1.0', basis: 'reading' } },
  {
    when: 'published a day before it was finalised',
    facts: tad({ ...ordered, publishedOn: '2025-10-01' }),
    expected: { outcome: 'notMet', mendAt: 'tadVersion:1.0#publishedOn' },
    says: 'TAD version 1.0 was published on 1 October 2025, before it was finalised on 2 October 2025 (§5.1).',
  },
  {
    when: 'reviewed before it was issued',
    facts: tad({ ...ordered, reviewedByTagOn: '2025-08-31' }),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'so far in order',
    facts: tad({ version: '1.0', issuedToTagOn: '2025-09-01', reviewedByTagOn: '2025-09-01' }),
    expected: { outcome: 'met' },
    says: 'in order so far, up to reviewed by the TAG',
  },
  {
    when: 'a gap before the last one',
    facts: tad({ ...ordered, approvedOn: null }),
    expected: { outcome: 'cannotTell', mendAt: 'tadVersion:1.0#approvedOn' },
    says: 'no date by the as-of date is recorded on which it was approved',
  },
  {
    when: 'the wrong date lies ahead',
    facts: tad({ ...ordered, approvedOn: '2026-05-02', finalisedOn: null, publishedOn: null }),
    expected: { outcome: 'met' },
  },
  {
    when: 'issued on the as-of date itself',
    facts: tad({ version: '1.0', issuedToTagOn: '2026-05-01' }),
    expected: {
      outcome: 'met',
      sentence: 'TAD version 1.0: its milestones were reached in order so far, up to issued to the TAG (§5.1).',
    },
  },
  { when: 'no dates', facts: tad({ version: '1.0' }), expected: { outcome: 'cannotTell' } },
  {
    when: 'only dates that lie ahead',
    facts: tad({ version: '1.0', issuedToTagOn: '2026-05-02' }),
    expected: { outcome: 'notApplicable' },
    says: 'No version of the TAD is recorded by the as-of date (§5.1).',
  },
  { when: 'no TAD', facts: inScope, expected: { outcome: 'notApplicable' } },
]);

const planned = tad({ version: '1.0', publishedOn: '2026-08-01', coversDccTesting: false });
describeRule('tad.contents', [
  {
    when: 'only a publication that lies ahead',
    facts: planned,
    expected: { outcome: 'notApplicable' },
    says: 'No version of the TAD is recorded by the as-of date (§5.1).',
  },
  {
    when: 'both',
    facts: tad({ ...ordered, coversDccTesting: true, coversUserTesting: true }),
    expected: { outcome: 'met' },
  },
  {
    when: 'no User testing',
    facts: tad({ ...ordered, coversDccTesting: true, coversUserTesting: false }),
    expected: { outcome: 'notMet', mendAt: 'tadVersion:1.0#coversUserTesting' },
    says: 'TAD version 1.0 does not set out the User testing (§5.1).',
  },
  {
    when: 'no DCC testing',
    facts: tad({ ...ordered, coversDccTesting: false, coversUserTesting: true }),
    expected: { outcome: 'notMet', mendAt: 'tadVersion:1.0#coversDccTesting' },
  },
  {
    when: 'not recorded',
    facts: tad({ ...ordered, coversDccTesting: true }),
    expected: {
      outcome: 'cannotTell',
      sentence: 'It is not recorded whether TAD version 1.0 sets out the User testing (§5.1).',
    },
  },
  {
    when: 'not recorded, of a version without a name',
    facts: tad({ ...ordered, version: null, coversDccTesting: true }),
    expected: {
      outcome: 'cannotTell',
      sentence: 'It is not recorded whether the TAD sets out the User testing (§5.1).',
    },
  },
  {
    when: 'neither',
    facts: tad({ ...ordered, coversDccTesting: false, coversUserTesting: false }),
    expected: { outcome: 'notMet' },
  },
  { when: 'no TAD', facts: inScope, expected: { outcome: 'notApplicable' } },
]);

const joined = (on: string): FactsInput => ({
  modifications: [{ ...system, addedToScopeOn: on }],
  tad: { versions: [ordered] },
});
describeRule('tad.current', [
  {
    when: 'only a publication that lies ahead',
    facts: planned,
    expected: { outcome: 'notApplicable' },
    says: 'No version of the TAD is recorded by the as-of date (§6).',
  },
  {
    when: 'the scope changed on its last day',
    facts: joined('2025-10-05'),
    expected: { outcome: 'met', clause: '§6' },
  },
  {
    when: 'the scope changed the day after',
    facts: joined('2025-10-06'),
    expected: { outcome: 'notMet' },
    says: 'TAD version 1.0, last dated 5 October 2025, is out of date: MP1 joined the scope on 6 October 2025 (§6).',
  },
  { when: 'no dated change', facts: tad(ordered), expected: { outcome: 'met' } },
  {
    when: 'a removal without a day',
    facts: { ...tad(ordered), modifications: [system, { reference: 'MP3', status: 'withdrawn', inScope: false }] },
    expected: { outcome: 'met' },
    says: 'is current as far as days are recorded: none is recorded on which MP3 left the scope (§6).',
  },
  {
    when: 'what is out of the scope without a day, and with a reason for leaving',
    facts: {
      ...tad(ordered),
      modifications: [system, { reference: 'MP4', inScope: false, removalReason: 'In the list of May only.' }],
    },
    expected: { outcome: 'met' },
    says: 'is current as far as days are recorded: none is recorded on which MP4 left the scope (§6).',
  },
  {
    when: 'what is only listed as out of the scope',
    facts: { ...tad(ordered), modifications: [system, { reference: 'MP4', inScope: false }] },
    expected: { outcome: 'met' },
    says: 'no change of scope is recorded (§6).',
  },
  {
    when: 'an approval without a day, which changes no scope',
    facts: { ...tad(ordered), modifications: [{ ...system, status: 'approved' }] },
    expected: { outcome: 'met' },
  },
  {
    when: 'a late addition with the day of its decision alone',
    facts: { ...tad(ordered), modifications: [{ ...system, lateAddition: { body: 'CSC', on: '2026-03-01' } }] },
    expected: { outcome: 'notMet' },
    says: 'is out of date: MP1 was added late on 1 March 2026 (§6).',
  },
  {
    when: 'a TAD without dates',
    facts: { ...joined('2025-10-06'), tad: { versions: [{ version: '1.0' }] } },
    expected: { outcome: 'cannotTell' },
  },
  { when: 'no TAD', facts: inScope, expected: { outcome: 'notApplicable' } },
]);
