import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const approvedOff = (more: object = {}): FactsInput => ({
  release: {
    slot: '2019-11',
    goLive: { approvedDate: '2019-11-29', approvedBy: 'Authority', approvedOn: '2019-10-30', ...more },
  },
});
const one = (impacts: readonly string[] | null, more: object = {}): FactsInput['modifications'] =>
  [{ reference: 'MP1', impacts, ...more }] as never;
const documentation = { kind: 'documentation', slot: '2026-02' } as const;
const adHoc = { kind: 'system', slot: null } as const;

describeRule('golive.rule-date', [
  {
    when: 'on the slot',
    facts: { release: { goLive: { approvedDate: '2026-06-25' } } },
    expected: { outcome: 'met', slackDays: 0, mend: null },
    says: 'Go-Live is on 25 June 2026, the rule date of the June 2026 slot (§3).',
  },
  { when: 'no date approved yet', facts: {}, expected: { outcome: 'met', actual: null }, says: 'stands provisionally' },
  {
    when: 'off the slot with who, when and why',
    facts: approvedOff({ reason: 'DCC needs more time.' }),
    expected: { outcome: 'met' },
    says: 'Go-Live was to be on Friday 29 November 2019, 22 days after 7 November 2019, the rule date of the November 2019 slot (§3); approved by the Authority on 30 October 2019 (§4.1 says the CSC): “DCC needs more time”.',
  },
  {
    when: 'off the slot without a reason',
    facts: approvedOff(),
    expected: { outcome: 'met' },
    says: 'no reason is recorded',
  },
  {
    when: 'one day off without an approval',
    facts: { release: { goLive: { approvedDate: '2026-06-26' } } },
    expected: { outcome: 'notMet', waitsFor: 'SECAS', mendAt: 'release:#goLive.approvedBy' },
    says: '1 day after 25 June 2026, the rule date of the June 2026 slot (§3), and it is not recorded who approved it and when (§4.1).',
  },
  {
    when: 'one day early without the day of approval',
    facts: { release: { goLive: { approvedDate: '2026-06-24', approvedBy: 'CSC' } } },
    expected: { outcome: 'notMet' },
    says: '1 day before 25 June 2026, the rule date of the June 2026 slot (§3), and it is not recorded when it was approved (§4.1).',
  },
  {
    when: 'approved later than the as-of date',
    facts: { release: { goLive: { approvedDate: '2026-07-16', approvedBy: 'CSC', approvedOn: '2026-05-02' } } },
    expected: { outcome: 'met', actual: null },
    says: 'No Go-Live date is approved yet',
  },
  {
    when: 'ad-hoc',
    facts: { release: { slot: null, goLive: { approvedDate: '2026-04-01' } } },
    expected: { outcome: 'notApplicable' },
  },
]);

describeRule('golive.weekend', [
  { when: 'a Thursday', facts: {}, expected: { outcome: 'met', basis: 'practice', clause: null, severity: 'advice' } },
  { when: 'a Friday', facts: { release: { goLive: { approvedDate: '2026-06-26' } } }, expected: { outcome: 'met' } },
  {
    when: 'a Saturday',
    facts: { release: { goLive: { approvedDate: '2026-06-27' } } },
    expected: { outcome: 'notMet' },
    says: 'Saturday 27 June 2026',
  },
  { when: 'a Sunday', facts: { release: { goLive: { approvedDate: '2026-06-28' } } }, expected: { outcome: 'notMet' } },
  { when: 'a Monday', facts: { release: { goLive: { approvedDate: '2026-06-29' } } }, expected: { outcome: 'met' } },
  {
    when: 'a part on a Saturday',
    facts: {
      release: {
        goLive: {
          approvedDate: '2026-06-25',
          parts: [
            { what: 'North', date: '2026-06-25' },
            { what: 'South', date: '2026-06-27' },
          ],
        },
      },
    },
    expected: { outcome: 'notMet' },
  },
  { when: 'no date at all', facts: { release: adHoc }, expected: { outcome: 'cannotTell' } },
]);

describeRule('type.documentation-no-dcc-impact', [
  {
    when: 'a System Release',
    facts: { modifications: one(['dccSystems']) },
    expected: { outcome: 'notApplicable', severity: 'blocker', clause: '§2' },
  },
  {
    when: 'documents only',
    facts: { release: documentation, modifications: one(['secDocuments', 'users']) },
    expected: { outcome: 'met' },
  },
  {
    when: 'a DCC impact',
    facts: { release: documentation, modifications: one(['dccSystems']) },
    expected: { outcome: 'notMet' },
    says: 'MP1 impacts the DCC Systems',
  },
  {
    when: 'a DCC impact stated for the whole',
    facts: { release: { ...documentation, impactsDccSystems: true }, modifications: one(null) },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'no DCC impact stated for the whole',
    facts: { release: { ...documentation, impactsDccSystems: false }, modifications: one(null) },
    expected: { outcome: 'met' },
  },
  {
    when: 'impacts not stated',
    facts: { release: documentation, modifications: one(null) },
    expected: { outcome: 'cannotTell', mendAt: 'modification:MP1#impacts' },
    says: 'the impacts of MP1 are not stated',
  },
  {
    when: 'an impacting one that has left',
    facts: {
      release: documentation,
      modifications: [
        { reference: 'MP1', impacts: ['dccSystems'], inScope: false },
        { reference: 'MP2', impacts: ['secDocuments'] },
      ],
    },
    expected: { outcome: 'met' },
  },
  {
    when: 'the type only given by the slot',
    facts: { release: { kind: null, slot: '2026-02' }, modifications: one(['dccSystems']) },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'neither type nor slot',
    facts: { release: { kind: null, slot: null } },
    expected: { outcome: 'cannotTell' },
  },
]);

const marked = { technicalSpecifications: true } as const;
describeRule('type.technical-specifications-mark', [
  {
    when: 'marked and GBCS impacted',
    facts: { release: marked, modifications: one(['gbcs']) },
    expected: { outcome: 'met' },
  },
  {
    when: 'marked and only documents',
    facts: { release: marked, modifications: one(['secDocuments']) },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'unmarked and CHTS impacted',
    facts: { release: { technicalSpecifications: false }, modifications: one(['chts']) },
    expected: { outcome: 'notMet' },
    says: 'Not marked as a Technical Specifications Release, although MP1 impacts the Technical Specifications (§2).',
  },
  {
    when: 'unmarked and SMETS not impacted',
    facts: { release: { technicalSpecifications: false }, modifications: one(['dccSystems']) },
    expected: { outcome: 'met' },
  },
  {
    when: 'unmarked and impacts not stated',
    facts: { release: { technicalSpecifications: false }, modifications: one(null) },
    expected: { outcome: 'cannotTell' },
  },
  { when: 'mark not stated', facts: { modifications: one(['gbcs']) }, expected: { outcome: 'cannotTell' } },
  {
    when: 'marked on a Documentation Release',
    facts: { release: { ...documentation, ...marked }, modifications: one(['gbcs']) },
    expected: { outcome: 'notMet' },
  },
  { when: 'nothing in scope', facts: { release: marked }, expected: { outcome: 'notApplicable' } },
]);

const other = (name: string, slot: string | null, technicalSpecifications: boolean | null, more: object = {}) =>
  ({ name, kind: 'system' as const, slot, technicalSpecifications, approvedDate: null, ...more }) as never;
describeRule('type.one-technical-specifications-a-year', [
  {
    when: 'no other this year',
    facts: { release: marked },
    options: {
      otherReleases: [
        other('November 2026 SEC Release', '2026-11', false),
        other('June 2025 SEC Release', '2025-06', true),
      ],
    },
    expected: { outcome: 'met', basis: 'reading', clause: '§2' },
    says: 'no other in 2026 among the 3 releases in this store',
  },
  {
    when: 'the only release',
    facts: { release: marked },
    expected: { outcome: 'met' },
    says: 'no other in 2026 in this store, which holds no other release',
  },
  {
    when: 'another this year',
    facts: { release: marked },
    options: { otherReleases: [other('November 2026 SEC Release', '2026-11', true)] },
    expected: { outcome: 'notMet' },
    says: 'Not the only Technical Specifications Release of 2026: November 2026 SEC Release is marked too; there is one a year (§2).',
  },
  {
    when: 'another ad-hoc one this year',
    facts: { release: marked },
    options: { otherReleases: [other('Ad-hoc', null, true, { approvedDate: '2026-12-31' })] },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'another in the year after',
    facts: { release: marked },
    options: { otherReleases: [other('Ad-hoc', null, true, { approvedDate: '2027-01-01' })] },
    expected: { outcome: 'met' },
  },
  {
    when: 'another system release that does not say',
    facts: { release: marked },
    options: { otherReleases: [other('November 2026 SEC Release', '2026-11', null)] },
    expected: { outcome: 'cannotTell' },
    says: 'Cannot tell whether this is the only Technical Specifications Release of 2026: November 2026 SEC Release does not state the mark (§2).',
  },
  {
    when: 'two other system releases that do not say',
    facts: { release: marked },
    options: { otherReleases: [other('November 2026', '2026-11', null), other('Extra 2026', '2026-06', null)] },
    expected: { outcome: 'cannotTell' },
    says: 'Extra 2026 and November 2026 do not state the mark (§2).',
  },
  {
    when: 'a Documentation Release that does not say',
    facts: { release: marked },
    options: { otherReleases: [other('February 2026 SEC Release', '2026-02', null, { kind: 'documentation' })] },
    expected: { outcome: 'met' },
  },
  { when: 'unmarked', facts: { release: { technicalSpecifications: false } }, expected: { outcome: 'notApplicable' } },
  { when: 'mark not stated', facts: {}, expected: { outcome: 'cannotTell' } },
  {
    when: 'mark not stated on a Documentation Release, which cannot be one',
    facts: { release: documentation },
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'a marked Documentation Release',
    facts: { release: { ...documentation, ...marked } },
    expected: { outcome: 'met' },
  },
  {
    when: 'marked without slot and date',
    facts: { release: { ...marked, slot: null } },
    expected: { outcome: 'cannotTell' },
  },
]);

describeRule('type.ad-hoc-dcc-impact', [
  {
    when: 'scheduled',
    facts: { modifications: one(['dccSystems']) },
    expected: { outcome: 'notApplicable', severity: 'advice', clause: '§3' },
  },
  {
    when: 'ad-hoc with a DCC impact',
    facts: { release: adHoc, modifications: one(['dccSystems']) },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'ad-hoc without',
    facts: { release: adHoc, modifications: one(['secDocuments']) },
    expected: { outcome: 'met' },
  },
  {
    when: 'ad-hoc, not stated',
    facts: { release: adHoc, modifications: one(null) },
    expected: { outcome: 'cannotTell' },
  },
]);

describeRule('type.ad-hoc-reason', [
  { when: 'scheduled', facts: {}, expected: { outcome: 'notApplicable' } },
  {
    when: 'ad-hoc with a reason',
    facts: { release: { ...adHoc, adHocReason: 'An Authority direction' } },
    expected: { outcome: 'met' },
  },
  {
    when: 'ad-hoc with a blank reason',
    facts: { release: { ...adHoc, adHocReason: ' ' } },
    expected: { outcome: 'notMet', severity: 'advice' },
  },
  { when: 'ad-hoc without a reason', facts: { release: adHoc }, expected: { outcome: 'notMet' } },
]);
