import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const condition = (more: object = {}): FactsInput => ({
  conditions: [{ text: 'Fix the issue.', owner: 'DCC', due: { daysFromGoLive: 30 }, proof: 'Report', ...more }],
});
describeRule('conditions.complete', [
  { when: 'complete', facts: condition(), expected: { outcome: 'met', severity: 'advice', basis: 'practice' } },
  {
    when: 'no due date',
    facts: condition({ due: null }),
    expected: {
      outcome: 'notMet',
      subject: 'Fix the issue.',
      mend: 'State the due date of the condition.',
      mendAt: 'condition:Fix the issue.#due',
    },
    says: '“Fix the issue”: no due date stated (practice).',
  },
  {
    when: 'no owner and no proof',
    facts: condition({ owner: null, proof: '' }),
    expected: { outcome: 'notMet', mend: 'State the owner and proof of the condition.' },
    says: 'no owner and no proof stated',
  },
  { when: 'due at the go-live', facts: condition({ due: { when: 'atGoLive' } }), expected: { outcome: 'met' } },
  { when: 'due on a day of its own', facts: condition({ due: { on: '2026-07-31' } }), expected: { outcome: 'met' } },
  {
    when: 'a due date that names no day',
    facts: condition({ due: {} }),
    expected: { outcome: 'notMet', mendAt: 'condition:Fix the issue.#due' },
  },
  {
    when: 'its text is as long as a finding tells in full',
    facts: condition({ text: 'x'.repeat(80) }),
    expected: { outcome: 'met', sentence: `“${'x'.repeat(80)}”: owner, due date and proof are stated.` },
  },
  {
    when: 'its text is longer, and named by its beginning',
    facts: condition({ text: 'x'.repeat(81) }),
    expected: { outcome: 'met', sentence: `“${'x'.repeat(79)}…”: owner, due date and proof are stated.` },
  },
  {
    when: 'discharged',
    facts: condition({ owner: null, dischargedOn: '2026-05-01' }),
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'to be discharged tomorrow',
    facts: condition({ owner: null, dischargedOn: '2026-05-02' }),
    expected: { outcome: 'notMet' },
  },
  { when: 'none', facts: {}, expected: { outcome: 'notApplicable' } },
]);

const scope = (more: object = {}) =>
  ({
    modifications: [
      { reference: 'MP1', impacts: ['secDocuments'], status: 'targeted', addedToScopeOn: '2025-12-01', ...more },
    ],
  }) as FactsInput;
describeRule('publication.kept', [
  {
    when: 'kept on the day of the change',
    facts: { ...scope(), publication: { releasesPageOn: '2025-12-01' } },
    expected: { outcome: 'met', clause: '§6', severity: 'advice' },
  },
  {
    when: 'not since the day before the change',
    facts: { ...scope(), publication: { releasesPageOn: '2025-11-30' } },
    expected: { outcome: 'notMet' },
    says: 'The scope and the modification links were last updated on 30 November 2025, before the latest change of 1 December 2025 (§6).',
  },
  {
    when: 'updated on the as-of date itself',
    facts: { ...scope(), publication: { releasesPageOn: '2026-05-01' } },
    expected: { outcome: 'met' },
    says: 'The Releases page shows the scope and the modification links (§6).',
  },
  {
    when: 'to be updated tomorrow',
    facts: { ...scope(), publication: { releasesPageOn: '2026-05-02' } },
    expected: { outcome: 'notMet', mendAt: 'release:#publication.releasesPageOn' },
    says: 'The scope and the modification links are to be shown from 2 May 2026 only (§6).',
  },
  {
    when: 'a RID published on the as-of date, linked the day before',
    facts: {
      ...scope(),
      rid: { versions: [{ version: '1.0', issuedOn: '2026-05-01', publishedOn: '2026-05-01' }] },
      publication: { releasesPageOn: '2026-04-30', documentsLinkedOn: '2026-04-30' },
    },
    expected: { outcome: 'notMet', mendAt: 'release:#publication.documentsLinkedOn' },
    says: 'The links to the RID were last updated on 30 April 2026, before the latest change of 1 May 2026 (§6).',
  },
  {
    when: 'not recorded',
    facts: scope(),
    expected: { outcome: 'cannotTell', mendAt: 'release:#publication.releasesPageOn' },
  },
  {
    when: 'an approval notified',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01', approvalNotifiedOn: '2026-03-02' }),
    subject: 'MP1',
    expected: { outcome: 'met' },
  },
  {
    when: 'an approval with no notification recorded',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01' }),
    subject: 'MP1',
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'an approval to be notified tomorrow',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01', approvalNotifiedOn: '2026-05-02' }),
    subject: 'MP1',
    expected: { outcome: 'notMet' },
  },
  { when: 'nothing in scope', facts: {}, expected: { outcome: 'notApplicable' } },
]);
