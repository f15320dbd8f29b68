import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const inScope: FactsInput = { modifications: [system] };
const approvedOn = (on: string | null): FactsInput => ({
  modifications: [{ ...system, status: 'approved', approvedOn: on }],
});
const rid = (...versions: object[]): FactsInput => ({ rid: { versions } });
const full = ['implementationPlan', 'impacts', 'cost', 'testingApproach', 'goLiveCriteria'];

describeRule('rid.exists', [
  {
    when: 'approved and no RID',
    facts: approvedOn('2026-04-01'),
    expected: { outcome: 'notMet', clause: '§4.2' },
    says: 'No RID is recorded by the as-of date, although MP1 is approved (§4.2).',
  },
  { when: 'approved on the as-of date', facts: approvedOn('2026-05-01'), expected: { outcome: 'notMet' } },
  { when: 'approved the day after', facts: approvedOn('2026-05-02'), expected: { outcome: 'notApplicable' } },
  {
    when: 'a RID',
    facts: { ...approvedOn('2026-04-01'), ...rid({ version: '1.0', issuedOn: '2026-04-02' }) },
    expected: { outcome: 'met' },
    says: 'RID version 1.0 of 2 April 2026 exists; it came 1 day after the first approval: MP1 was approved on 1 April 2026 (§4.2).',
  },
  {
    when: 'a RID, and one without a day before it',
    facts: {
      ...approvedOn('2026-04-01'),
      ...rid({ version: '1.0' }, { version: '0.9' }, { version: '2.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'met' },
    says: 'RID version 2.0 of 2 April 2026 exists; it came 1 day after the first approval: MP1 was approved on 1 April 2026; RID version 1.0 came before it, and its day is not recorded (§4.2).',
  },
  {
    when: 'a RID, and one without a day after it',
    facts: rid({ version: '1.0', issuedOn: '2026-04-02' }, { version: '2.0' }, { version: '0.9' }),
    expected: { outcome: 'met' },
    says: 'RID version 1.0 of 2 April 2026 exists (§4.2).',
  },
  {
    when: 'a RID, and another approval without a day',
    facts: {
      modifications: [
        { ...system, status: 'approved', approvedOn: '2026-04-01' },
        { reference: 'MP2', status: 'approved' },
      ],
      ...rid({ version: '1.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'met' },
    says: 'RID version 1.0 of 2 April 2026 exists; it came 1 day after the first approval that has a day: MP1 was approved on 1 April 2026 (§4.2).',
  },
  {
    when: 'a RID issued later',
    facts: { ...approvedOn('2026-04-01'), ...rid({ version: '1.0', issuedOn: '2026-05-02' }) },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'nothing approved yet',
    facts: inScope,
    expected: { outcome: 'notApplicable' },
    says: 'no RID is needed yet',
  },
  { when: 'status not stated', facts: { modifications: [{ reference: 'MP1' }] }, expected: { outcome: 'cannotTell' } },
]);

describeRule('rid.current', [
  {
    when: 'issued on the day of the latest approval',
    facts: { ...approvedOn('2026-04-01'), ...rid({ version: '2.0', issuedOn: '2026-04-01' }) },
    expected: { outcome: 'met', clause: '§4.2, §6' },
  },
  {
    when: 'issued the day before',
    facts: { ...approvedOn('2026-04-01'), ...rid({ version: '2.0', issuedOn: '2026-03-31' }) },
    expected: { outcome: 'notMet' },
    says: 'RID version 2.0 of 31 March 2026 is out of date: MP1 was approved on 1 April 2026 (§4.2, §6).',
  },
  {
    when: 'the scope changed after',
    facts: {
      modifications: [{ reference: 'MP2', inScope: false, removedFromScopeOn: '2026-04-20' }],
      ...rid({ version: '2.0', issuedOn: '2026-04-01' }),
    },
    expected: { outcome: 'notMet' },
    says: 'MP2 left the scope on 20 April 2026',
  },
  {
    when: 'the change lies after the as-of date',
    facts: {
      modifications: [{ reference: 'MP2', removedFromScopeOn: '2026-05-02' }],
      ...rid({ version: '2.0', issuedOn: '2026-04-01' }),
    },
    expected: { outcome: 'met' },
  },
  {
    when: 'a later version took it in',
    facts: {
      ...approvedOn('2026-04-01'),
      ...rid({ version: '1.0', issuedOn: '2026-03-01' }, { version: '2.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'met' },
  },
  {
    when: 'a RID without a date',
    facts: { ...approvedOn('2026-04-01'), ...rid({ version: '1.0' }) },
    expected: { outcome: 'cannotTell', mendAt: 'ridVersion:1.0#issuedOn' },
  },
  {
    when: 'nothing dated',
    facts: { ...inScope, ...rid({ version: '1.0', issuedOn: '2026-04-02' }) },
    expected: { outcome: 'met' },
  },
  {
    when: 'an approval without a day',
    facts: { ...approvedOn(null), ...rid({ version: '1.0', issuedOn: '2026-04-02' }) },
    expected: { outcome: 'met' },
    says: 'RID version 1.0 of 2 April 2026 is current as far as days are recorded: none is recorded on which MP1 was approved (§4.2, §6).',
  },
  {
    when: 'approvals and a removal without a day, beside dated ones',
    facts: {
      modifications: [
        { ...system, status: 'approved', approvedOn: '2026-04-01' },
        { reference: 'MP2', status: 'approved' },
        { reference: 'MP3', status: 'approved' },
        { reference: 'MP4', status: 'withdrawn', inScope: false },
        { reference: 'MP5', status: 'targeted', inScope: false, addedToScopeOn: '2026-02-01' },
      ],
      ...rid({ version: '1.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'met' },
    says: 'is current as far as days are recorded: none is recorded on which MP2 and MP3 were approved, nor on which MP4 and MP5 left the scope (§4.2, §6).',
  },
  {
    when: 'a RID without a date, and an approval without a day',
    facts: { ...approvedOn(null), ...rid({ version: '1.0' }) },
    expected: { outcome: 'met' },
    says: 'RID version 1.0 is current as far as days are recorded: none is recorded on which MP1 was approved (§4.2, §6).',
  },
  {
    when: 'an approval without a day, of what had never been in the scope',
    facts: {
      modifications: [{ reference: 'MP2', status: 'approved', inScope: false }],
      ...rid({ version: '1.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'met' },
  },
  {
    when: 'a dated change after it decides, whatever has no day',
    facts: {
      modifications: [
        { ...system, status: 'approved', approvedOn: '2026-04-20' },
        { reference: 'MP2', status: 'approved' },
      ],
      ...rid({ version: '1.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'notMet' },
    says: 'out of date: MP1 was approved on 20 April 2026',
  },
  {
    when: 'a late addition with the day of its decision alone',
    facts: {
      modifications: [{ ...system, lateAddition: { body: 'CSC', on: '2026-04-10' } }],
      ...rid({ version: '1.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'notMet' },
    says: 'RID version 1.0 of 2 April 2026 is out of date: MP1 was added late on 10 April 2026 (§4.2, §6).',
  },
  {
    when: 'a late addition without any day',
    facts: {
      modifications: [{ ...system, lateAddition: { body: 'CSC', reason: 'Urgent' } }],
      ...rid({ version: '1.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'met' },
    says: 'none is recorded on which MP1 was added late (§4.2, §6).',
  },
  {
    when: 'a late addition joins on its own day, whatever day it was decided on',
    facts: {
      modifications: [{ ...system, addedToScopeOn: '2026-04-01', lateAddition: { body: 'CSC', on: '2026-04-10' } }],
      ...rid({ version: '1.0', issuedOn: '2026-04-02' }),
    },
    expected: { outcome: 'met' },
  },
  { when: 'no RID', facts: inScope, expected: { outcome: 'notApplicable' } },
]);

describeRule('rid.contents', [
  {
    when: 'all five',
    facts: rid({ version: '1.0', issuedOn: '2026-04-02', contains: full }),
    expected: { outcome: 'met' },
  },
  {
    when: 'no cost',
    facts: rid({ version: '1.0', contains: full.filter((one) => one !== 'cost') }),
    expected: { outcome: 'notMet' },
    says: 'RID version 1.0 lacks the cost (§4.2, §5.1).',
  },
  {
    when: 'no TAD although approved',
    facts: {
      ...rid({ version: '1.0', contains: full }),
      tad: { versions: [{ version: '1.0', approvedOn: '2026-05-01' }] },
    },
    expected: { outcome: 'notMet' },
    says: 'lacks the TAD',
  },
  {
    when: 'no TAD, approved tomorrow',
    facts: {
      ...rid({ version: '1.0', contains: full }),
      tad: { versions: [{ version: '1.0', approvedOn: '2026-05-02' }] },
    },
    expected: { outcome: 'met' },
  },
  {
    when: 'the TAD too',
    facts: {
      ...rid({ version: '1.0', contains: [...full, 'tad'] }),
      tad: { versions: [{ version: '1.0', approvedOn: '2026-04-02' }] },
    },
    expected: { outcome: 'met' },
  },
  { when: 'contents not recorded', facts: rid({ version: '1.0' }), expected: { outcome: 'cannotTell' } },
  { when: 'no RID', facts: {}, expected: { outcome: 'notApplicable' } },
]);

describeRule('rid.published', [
  {
    when: 'published today',
    facts: rid({ version: '1.0', issuedOn: '2026-04-02', publishedOn: '2026-05-01' }),
    expected: { outcome: 'met' },
  },
  {
    when: 'to be published tomorrow',
    facts: rid({ version: '1.0', issuedOn: '2026-04-02', publishedOn: '2026-05-02' }),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'no date',
    facts: rid({ version: '1.0', issuedOn: '2026-04-02' }),
    expected: { outcome: 'cannotTell' },
    says: 'No publication of RID version 1.0 is recorded by the as-of date (§4.2).',
  },
  {
    when: 'only the version before is published',
    facts: rid(
      { version: '1.0', issuedOn: '2026-03-02', publishedOn: '2026-03-03' },
      { version: '2.0', issuedOn: '2026-04-02' },
    ),
    expected: { outcome: 'cannotTell' },
    says: 'RID version 2.0',
  },
  { when: 'no RID', facts: {}, expected: { outcome: 'notApplicable' } },
]);

describeRule('rid.comments-answered', [
  {
    when: 'answered',
    facts: { rid: { comments: [{ party: 'Ovo', on: '2026-04-01', comment: 'Why?', response: 'Because.' }] } },
    expected: { outcome: 'met', basis: 'practice', clause: null },
  },
  {
    when: 'not answered',
    facts: { rid: { comments: [{ party: 'Ovo', on: '2026-04-01', comment: 'Why?' }] } },
    expected: { outcome: 'notMet', subject: 'Ovo 2026-04-01' },
  },
  {
    when: 'made after the as-of date',
    facts: { rid: { comments: [{ party: 'Ovo', on: '2026-05-02', comment: 'Why?' }] } },
    expected: { outcome: 'notApplicable' },
  },
]);
