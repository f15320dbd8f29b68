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
    says: 'Condition “Fix the issue”: no due date stated (practice).',
  },
  {
    when: 'no owner and no proof',
    facts: condition({ owner: null, proof: '' }),
    expected: { outcome: 'notMet', mend: 'State the owner and proof of the condition.' },
    says: 'no owner and no proof stated',
  },
  { when: 'due at the Go-Live', facts: condition({ due: { when: 'atGoLive' } }), expected: { outcome: 'met' } },
  { when: 'due on a day of its own', facts: condition({ due: { on: '2026-07-31' } }), expected: { outcome: 'met' } },
  {
    when: 'a due date that names no day',
    facts: condition({ due: {} }),
    expected: { outcome: 'notMet', mendAt: 'condition:Fix the issue.#due' },
  },
  {
    when: 'its text is as long as a finding tells in full',
    facts: condition({ text: 'x'.repeat(80) }),
    expected: {
      outcome: 'met',
      sentence: `Condition “${'x'.repeat(80)}”: owner, due date and proof are stated (practice).`,
    },
  },
  {
    when: 'its text is longer, and named by its beginning',
    facts: condition({ text: 'x'.repeat(81) }),
    expected: {
      outcome: 'met',
      sentence: `Condition “${'x'.repeat(79)}…”: owner, due date and proof are stated (practice).`,
    },
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

const decided = {
  submissions: [{ on: '2026-04-20' }],
  decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'go with conditions', wording: 'Go.' }],
};
const carried = { source: { body: 'CSC', release: 'February 2026 SEC Release', decidedOn: '2026-02-10' } };
describeRule('conditions.overdue', [
  { when: 'none', facts: {}, expected: { outcome: 'notApplicable', severity: 'blocker', basis: 'practice' } },
  {
    when: 'without a due date, which another rule tells',
    facts: condition({ due: null }),
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'on its day',
    facts: { ...condition(), ...decided },
    asOf: '2026-07-25',
    expected: { outcome: 'notDue', due: '2026-07-25', slackDays: 0, subject: 'Fix the issue.' },
    says: "Condition “Fix the issue” of the CSC's decision of 29 April 2026 is open, due 25 July 2026, the as-of date itself (practice).",
  },
  {
    when: 'the day after',
    facts: { ...condition(), ...decided },
    asOf: '2026-07-26',
    expected: {
      outcome: 'notMet',
      severity: 'blocker',
      slackDays: -1,
      waitsFor: 'DCC',
      restsOn: ['condition:Fix the issue.', 'decision:CSC 2026-04-29'],
      mendAt: 'condition:Fix the issue.#dischargedOn',
    },
    says: "Condition “Fix the issue” of the CSC's decision of 29 April 2026 was due 25 July 2026, is 1 day late and not discharged; its owner is the DCC; its day counts from the Go-Live planned for 25 June 2026, which nobody recorded as live (practice).",
  },
  {
    when: 'carried into this release, and late',
    facts: condition({ due: { on: '2026-03-31' }, owner: null, ...carried }),
    expected: { outcome: 'notMet', severity: 'warning', slackDays: -31, waitsFor: 'SECAS' },
    says: "Condition “Fix the issue” of the CSC's decision of 10 February 2026 on “February 2026 SEC Release” was due 31 March 2026, is 31 days late and not discharged; nobody is named as its owner (practice).",
  },
  {
    when: 'carried, and somebody chose another severity for the rule',
    facts: condition({ due: { on: '2026-03-31' }, ...carried }),
    options: {
      rulebook: {
        changes: [{ what: 'severity', rule: 'conditions.overdue', severity: 'advice', reason: 'Ours' }],
        paperDeadlines: [],
      },
    },
    expected: { outcome: 'notMet', severity: 'advice' },
  },
  {
    when: "a body's answer set it",
    facts: condition({ due: { on: '2026-03-31' }, source: { paper: 'TAG-7', body: 'TAG', criterion: 'AC-01' } }),
    expected: { outcome: 'notMet', severity: 'blocker' },
    says: "Condition “Fix the issue” of the TAG's answer to paper TAG-7 on AC-01 was due 31 March 2026",
  },
  {
    when: 'due before Go-Live, on the day of Go-Live',
    facts: condition({ due: { when: 'beforeGoLive' } }),
    asOf: '2026-06-25',
    expected: { outcome: 'notMet', due: '2026-06-24', slackDays: -1 },
  },
  {
    when: 'due at Go-Live, on the day of Go-Live',
    facts: condition({ due: { when: 'atGoLive' } }),
    asOf: '2026-06-25',
    expected: { outcome: 'notDue', due: '2026-06-25' },
  },
  {
    when: 'counted from the actual Go-Live',
    facts: { ...condition(), release: { goLive: { actualDate: '2026-07-02' } } },
    asOf: '2026-07-26',
    expected: { outcome: 'notDue', due: '2026-08-01' },
  },
  {
    when: 'counted from a Go-Live without a date',
    facts: { ...condition(), release: { slot: null } },
    expected: { outcome: 'cannotTell' },
    says: 'Cannot tell whether condition “Fix the issue” is overdue: it counts from the Go-Live, of which no date is recorded (practice).',
  },
  {
    when: 'discharged',
    facts: condition({ due: { on: '2026-03-31' }, dischargedOn: '2026-04-02', dischargedBy: 'CSC' }),
    expected: { outcome: 'met' },
    says: 'Condition “Fix the issue” was discharged on 2 April 2026 by the CSC (practice).',
  },
  {
    when: 'to be discharged tomorrow',
    facts: condition({ due: { on: '2026-03-31' }, dischargedOn: '2026-05-02' }),
    expected: { outcome: 'notMet' },
  },
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
    says: 'The scope and modification links were last updated on 30 November 2025, before the latest change of 1 December 2025 (§6).',
  },
  {
    when: 'updated on the as-of date itself',
    facts: { ...scope(), publication: { releasesPageOn: '2026-05-01' } },
    expected: { outcome: 'met' },
    says: 'The Releases page shows the scope and modification links (§6).',
  },
  {
    when: 'to be updated tomorrow',
    facts: { ...scope(), publication: { releasesPageOn: '2026-05-02' } },
    expected: { outcome: 'notMet', mendAt: 'release:#publication.releasesPageOn' },
    says: 'The scope and modification links are to be shown from 2 May 2026 only (§6).',
  },
  {
    when: 'a RID published on the as-of date, linked the day before: the link need not be renewed',
    facts: {
      ...scope(),
      rid: {
        versions: [
          { version: '1.0', issuedOn: '2026-04-30' },
          { version: '2.0', issuedOn: '2026-05-01', publishedOn: '2026-05-01' },
        ],
      },
      publication: { releasesPageOn: '2026-04-30', documentsLinkedOn: '2026-04-30' },
    },
    expected: { outcome: 'met' },
    says: 'The Releases page shows the scope and modification links and the links to the RID; the links are of 30 April 2026, and RID version 2.0 was published on 1 May 2026 (§6).',
  },
  {
    when: 'linked before there was any version of the TAD',
    facts: {
      ...scope(),
      rid: { versions: [{ version: '1.0', issuedOn: '2026-03-01', publishedOn: '2026-03-01' }] },
      tad: { versions: [{ version: '1.0', issuedToTagOn: '2026-04-30', publishedOn: '2026-05-01' }] },
      publication: { releasesPageOn: '2026-04-30', documentsLinkedOn: '2026-04-29' },
    },
    expected: { outcome: 'cannotTell', waitsFor: 'SECAS', mendAt: 'release:#publication.documentsLinkedOn' },
    says: 'Cannot tell whether the Releases page links to the TAD: the links are of 29 April 2026, and the first day recorded of any version of it is 30 April 2026 (§6).',
  },
  {
    when: 'linked before the only day of a document of which another version has none',
    facts: {
      ...scope(),
      rid: { versions: [{ version: '1.0' }, { version: '2.0', issuedOn: '2026-05-01', publishedOn: '2026-05-01' }] },
      publication: { releasesPageOn: '2026-04-30', documentsLinkedOn: '2026-04-30' },
    },
    expected: { outcome: 'met' },
  },
  {
    when: 'linked, and the publication of the current version is not recorded',
    facts: {
      ...scope(),
      tad: { versions: [{ version: '1.0', issuedToTagOn: '2026-03-01' }] },
      publication: { releasesPageOn: '2026-04-30', documentsLinkedOn: '2026-04-30' },
    },
    expected: { outcome: 'cannotTell', waitsFor: 'DCC', mendAt: 'tadVersion:1.0#publishedOn' },
    says: 'Cannot tell whether the links lead to TAD version 1.0: its publication is not recorded (§6).',
  },
  {
    when: 'linked, and the current version to be published tomorrow',
    facts: {
      ...scope(),
      rid: { versions: [{ version: '1.0', issuedOn: '2026-03-01', publishedOn: '2026-05-02' }] },
      publication: { releasesPageOn: '2026-04-30', documentsLinkedOn: '2026-04-30' },
    },
    expected: { outcome: 'cannotTell', mend: 'Record when RID version 1.0 was published.' },
  },
  {
    when: 'a newsletter beside the page',
    facts: {
      ...scope(),
      publication: { releasesPageOn: '2026-05-01' },
      sent: [
        { text: 'newsletter', channel: 'email', on: '2026-03-02' },
        { text: 'newsletter', channel: 'email', on: '2026-05-02' },
      ],
    },
    expected: { outcome: 'met' },
    says: 'shows the scope and modification links; the last newsletter is of 2 March 2026 (§6).',
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
    says: 'MP1: its approval is to be notified on 2 May 2026 only (§6).',
  },
  {
    when: 'an approval notified on its day',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01', approvalNotifiedOn: '2026-03-01' }),
    subject: 'MP1',
    expected: { outcome: 'met' },
  },
  {
    when: 'an approval notified the day before it',
    facts: scope({ status: 'approved', approvedOn: '2026-03-01', approvalNotifiedOn: '2026-02-28' }),
    subject: 'MP1',
    expected: { outcome: 'notMet' },
    says: 'MP1: its approval is of 1 March 2026, and was notified on 28 February 2026 already, before it (§6).',
  },
  { when: 'nothing in scope', facts: {}, expected: { outcome: 'notApplicable' } },
]);
