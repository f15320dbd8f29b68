import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { computeSince, factsSince } from '../../shared/domain/since/computeSince.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';

const base: FactsInput = {
  release: { goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' } },
  modifications: [
    { reference: 'MP1', impacts: ['dccSystems'], status: 'targeted', inScope: true },
    { reference: 'MP2', title: 'Second', impacts: ['secDocuments'], status: 'targeted', inScope: true },
  ],
  criteria: [
    { reference: 'AC-01', text: 'Testing is complete.', selfStatus: 'inProgress', owner: 'DCC', bodies: ['TAG'] },
    { reference: 'AC-02', text: 'Support is ready.', selfStatus: 'met', owner: 'SECAS', bodies: ['TAG'] },
  ],
  evidence: [
    {
      reference: 'EV-003',
      version: 1,
      title: 'Report',
      criteria: ['AC-01'],
      status: 'accepted',
      sha256: 'a'.repeat(64),
    },
  ],
  views: [{ body: 'TAG', criterion: 'AC-01', position: 'doesNotSupport', on: '2026-04-14' }],
  testIssues: [{ reference: 'TI-1', severity: 2, open: true, title: 'Slow' }],
  tad: { versions: [{ version: '1.0', issuedToTagOn: '2025-09-01' }] },
};
const before = factsWith(base);
const sinceOf = (after: ReleaseFacts) =>
  factsSince({ facts: before }, { facts: after, asOf: calendarDate('2026-07-10') }).map(
    ({ kind, subject, sentence }) => [kind, subject, sentence],
  );
const changed = (input: FactsInput) => sinceOf(factsWith({ ...base, ...input }));

describe('what changed since', () => {
  it('nothing, for the same facts', () => {
    expect(changed({})).toEqual([]);
  });

  it.each([
    [
      'a criterion that moved',
      { criteria: [{ ...base.criteria?.[0], selfStatus: 'met' }, base.criteria?.[1]] },
      ['criterion.moved', 'AC-01', 'AC-01: moved from in progress to met.'],
    ],
    [
      'a criterion that was reworded',
      { criteria: [base.criteria?.[0], { ...base.criteria?.[1], text: 'Support is staffed.' }] },
      ['criterion.reworded', 'AC-02', 'AC-02: reworded; it now reads “Support is staffed”.'],
    ],
    [
      'replaced evidence',
      {
        evidence: [...(base.evidence ?? []), { reference: 'EV-003', version: 2, title: 'Report', criteria: ['AC-01'] }],
      },
      ['evidence.replaced', 'EV-003@2', 'EV-003: version 2 was added and replaces the one before: “Report”.'],
    ],
    [
      'added evidence',
      { evidence: [...(base.evidence ?? []), { reference: 'EV-004', criteria: ['AC-01'] }] },
      ['evidence.added', 'EV-004@1', 'EV-004 version 1 was added.'],
    ],
    [
      'withdrawn evidence',
      { evidence: [{ ...base.evidence?.[0], status: 'withdrawn', statusReason: 'Wrong build.' }] },
      ['evidence.withdrawn', 'EV-003@1', 'EV-003 version 1: was accepted, is now withdrawn, because: “Wrong build”.'],
    ],
    [
      'an exchanged file',
      { evidence: [{ ...base.evidence?.[0], sha256: 'b'.repeat(64) }] },
      ['evidence.replaced', 'EV-003@1', 'EV-003 version 1: its file was exchanged.'],
    ],
    [
      'a view that changed',
      { views: [{ ...base.views?.[0], position: 'supports', on: '2026-05-12' }] },
      ['view.changed', 'TAG/AC-01', 'AC-01: TAG did not support it before; TAG supported it on 12 May 2026.'],
    ],
    [
      'another view of the same body',
      { views: [...(base.views ?? []), { body: 'TAG', criterion: 'AC-01', position: 'supports', on: '2026-05-12' }] },
      ['view.added', 'TAG/AC-01', 'AC-01: TAG supported it on 12 May 2026.'],
    ],
    [
      'an opened issue',
      { testIssues: [...(base.testIssues ?? []), { reference: 'TI-2', open: true, title: 'Crash' }] },
      ['issue.opened', 'TI-2', 'Issue TI-2 was opened: “Crash”.'],
    ],
    [
      'a closed issue',
      { testIssues: [{ ...base.testIssues?.[0], open: false }] },
      ['issue.closed', 'TI-1', 'Issue TI-1: closed.'],
    ],
    [
      'a modification that left',
      {
        modifications: [
          base.modifications?.[0],
          { ...base.modifications?.[1], inScope: false, removedFromScopeOn: '2026-04-20', removalReason: 'Delayed.' },
        ],
      },
      ['scope.left', 'MP2', 'MP2: left the scope on 20 April 2026, because: “Delayed”.'],
    ],
    [
      'a modification that joined',
      { modifications: [...(base.modifications ?? []), { reference: 'MP3', title: 'Third' }] },
      ['scope.joined', 'MP3', 'MP3 was added: “Third”.'],
    ],
    [
      'an approval',
      {
        modifications: [
          { ...base.modifications?.[0], status: 'approved', approvedOn: '2026-04-01' },
          base.modifications?.[1],
        ],
      },
      ['modification.moved', 'MP1', 'MP1: was targeted, is now approved, approved on 1 April 2026.'],
    ],
    [
      'a milestone of the TAD',
      { tad: { versions: [{ version: '1.0', issuedToTagOn: '2025-09-01', reviewedByTagOn: '2025-09-20' }] } },
      ['tadVersion.changed', '1.0', 'TAD version 1.0: reviewed by TAG was not recorded, is now 20 September 2025.'],
    ],
    [
      'a mark of the release',
      { release: { ...base.release, technicalSpecifications: true } },
      ['release.changed', null, 'Technical specifications was not recorded, is now yes.'],
    ],
    [
      'a decision',
      { decisions: [{ body: 'CSC', on: '2026-05-28', outcome: 'not yet' }] },
      ['decision.added', 'CSC 2026-05-28', 'Decision of the CSC of 28 May 2026 was added: “not yet”.'],
    ],
    [
      'a condition, called by its text',
      { conditions: [{ text: 'All retested.', owner: 'DCC' }] },
      ['condition.added', 'All retested.', 'Condition “All retested” was added.'],
    ],
    [
      'a submission, called by its day',
      { submissions: [{ on: '2026-06-12' }] },
      ['submission.added', '2026-06-12', 'Submission of 12 June 2026 was added.'],
    ],
    [
      'a value that one side recorded for the other',
      {
        criteria: [
          base.criteria?.[0],
          {
            ...base.criteria?.[1],
            onBehalf: [{ field: 'selfStatus', by: 'Ada, SECAS', for: 'DCC', on: '2026-06-01' }],
          },
        ],
      },
      [
        'criterion.behalf',
        'AC-02',
        "Criterion AC-02: Owner's status was recorded by Ada, SECAS, for the DCC on 1 June 2026, to be confirmed.",
      ],
    ],
  ])('%s', (_, input, expected) => {
    expect(changed(input as FactsInput)).toEqual([expected]);
  });

  it.each<readonly [string, FactsInput, FactsInput, string]>([
    [
      'a removal that lies ahead',
      { modifications: [{ reference: 'MP1', inScope: true }] },
      { modifications: [{ reference: 'MP1', removedFromScopeOn: '2026-05-20' }] },
      'MP1: leaves the scope on 20 May 2026.',
    ],
    [
      'a joining that lies ahead',
      { modifications: [{ reference: 'MP1', inScope: false }] },
      { modifications: [{ reference: 'MP1', inScope: true, addedToScopeOn: '2026-05-20' }] },
      'MP1: joins the scope on 20 May 2026.',
    ],
    [
      'an approval that lies ahead',
      { modifications: [{ reference: 'MP1', status: 'targeted' }] },
      { modifications: [{ reference: 'MP1', status: 'approved', approvedOn: '2026-05-20' }] },
      'MP1: was targeted; its status is now recorded as approved, on 20 May 2026 (after 1 May 2026: not yet).',
    ],
    [
      'a view that lies ahead',
      {},
      { views: [{ body: 'TAG', criterion: 'AC-01', position: 'supports', on: '2026-05-20' }] },
      'AC-01: a view of TAG of 20 May 2026 is recorded, “supports” (after 1 May 2026: not yet).',
    ],
    [
      'a question that lies ahead',
      {},
      { views: [{ body: 'CSC', criterion: 'AC-01', askedOn: '2026-05-20' }] },
      'AC-01: the CSC is to be asked on 20 May 2026.',
    ],
    [
      'a decision that lies ahead',
      {},
      { decisions: [{ body: 'CSC', on: '2026-05-28', outcome: 'Go' }] },
      'Decision of the CSC of 28 May 2026 was added: “Go” (after 1 May 2026: not yet).',
    ],
    [
      'an approved date that lies ahead of its approval',
      {},
      { release: { goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2026-05-20' } } },
      'As it is recorded, Go-Live is approved for the first time: 25 June 2026, approved by the CSC on 20 May 2026 (after 1 May 2026: not yet).',
    ],
    [
      'an issue whose state was not stated before',
      { testIssues: [{ reference: 'T1' }] },
      { testIssues: [{ reference: 'T1', open: true }] },
      'Issue T1: is recorded as open.',
    ],
    [
      'an issue that was closed before',
      { testIssues: [{ reference: 'T1', open: false }] },
      { testIssues: [{ reference: 'T1', open: true }] },
      'Issue T1: opened again.',
    ],
    [
      'a version that is rejected and so replaces nothing',
      { evidence: [{ reference: 'EV-2' }] },
      { evidence: [{ reference: 'EV-2' }, { reference: 'EV-2', version: 2, status: 'rejected' }] },
      'EV-2 version 2 was added, rejected.',
    ],
    [
      'a version below the one that is there',
      { evidence: [{ reference: 'EV-1', version: 2 }] },
      {
        evidence: [
          { reference: 'EV-1', version: 1 },
          { reference: 'EV-1', version: 2 },
        ],
      },
      'EV-1 version 1 was added.',
    ],
    [
      'when a condition is due',
      { conditions: [{ text: 'Retest.', due: { when: 'beforeGoLive' } }] },
      { conditions: [{ text: 'Retest.', due: { daysFromGoLive: 1 } }] },
      'Condition “Retest”: due was before Go-Live, is now 1 day after Go-Live.',
    ],
    [
      'a text that was sent',
      {},
      { sent: [{ text: 'release-page', on: '2026-04-20' }] },
      'Sent text “Release page” of 20 April 2026 was added.',
    ],
    [
      'a maximum of all phases',
      {},
      { issueThresholds: [{ severity: 1, maximumOpen: 0 }] },
      'Maximum of severity 1 in all phases was added.',
    ],
    [
      'the type',
      { release: { kind: 'system' } },
      { release: { kind: null } },
      'Type was System Release, is now not recorded.',
    ],
    [
      'the bodies of a criterion',
      { criteria: [{ reference: 'AC-1', text: 'Done.' }] },
      { criteria: [{ reference: 'AC-1', text: 'Done.', bodies: ['TAG'] }] },
      'Criterion AC-1: bodies were not recorded, are now “TAG”.',
    ],
  ])('says of %s what has happened by then, and no more', (_, was, is, sentence) => {
    const told = factsSince({ facts: factsWith(was) }, snapshotOf(factsWith(is), '2026-05-01'));
    expect(told.map((change) => change.sentence)).toEqual([sentence]);
  });

  it('an exception is called by the title of its rule', () => {
    const is = factsWith({ exceptions: [{ rule: 'tad.published-6-months', subject: 'MP1' }] });
    const [change] = factsSince({ facts: factsWith() }, snapshotOf(is, '2026-05-01'));
    expect(change?.sentence).toMatch(/^Exception to “[A-Z][^”]+” for MP1 was added\.$/);
  });

  it('a slipped date is told once, with the record that explains it', () => {
    const goLive = {
      approvedDate: '2026-07-16',
      approvedBy: 'CSC',
      approvedOn: '2026-05-06',
      reason: 'Testing',
      changes: [{ from: '2026-06-25', to: '2026-07-16', by: 'CSC', on: '2026-05-06', reason: 'Testing' }],
    };
    expect(changed({ release: { goLive } })).toEqual([
      [
        'date.moved',
        null,
        'Go-Live moved from 25 June 2026 to 16 July 2026, approved by the CSC on 6 May 2026, because: “Testing”.',
      ],
    ]);
  });

  it('five changes are exactly five, whatever the order of the records', () => {
    const after = factsWith({
      ...base,
      release: { ...base.release, userImpact: 'A night without Service Requests.' },
      modifications: [
        { ...base.modifications?.[1] } as never,
        { ...base.modifications?.[0], status: 'approved' } as never,
      ],
      criteria: [{ ...base.criteria?.[1] } as never, { ...base.criteria?.[0], selfStatus: 'met' } as never],
      evidence: [{ reference: 'EV-003', version: 2, criteria: ['AC-01'] }, ...(base.evidence ?? [])],
      testIssues: [],
    });
    expect(
      sinceOf(after)
        .map(([kind]) => kind)
        .sort(),
    ).toEqual(['criterion.moved', 'evidence.replaced', 'modification.moved', 'release.changed', 'testIssue.removed']);
  });

  it('a record found again by its id is a change, not a removal and an addition', () => {
    const id = '0198c2a4-0000-7000-8000-000000000001';
    const was = factsWith({ conditions: [{ id, text: 'Fix TI-1.', owner: 'DCC' }] });
    const is = factsWith({ conditions: [{ id, text: 'Fix TI-1 and TI-2.', owner: 'DCC' }] });
    expect(factsSince({ facts: was }, snapshotOf(is, '2026-05-01')).map((change) => change.kind)).toEqual([
      'condition.changed',
    ]);
  });

  it('tells what the rules make of it, apart from the facts', () => {
    const after = factsWith({
      ...base,
      criteria: [{ ...base.criteria?.[0], selfStatus: 'notMet' } as never, base.criteria?.[1] as never],
    });
    const changes = computeSince(snapshotOf(before, '2026-05-01'), snapshotOf(after, '2026-05-01'));
    expect(changes.map((change) => [change.about, change.kind, change.subject])).toEqual([
      ['fact', 'criterion.moved', 'AC-01'],
      ['finding', 'finding.worse', 'AC-01'],
    ]);
    expect(changes[1]?.sentence).toBe('Each criterion is met: was not due, is now not met. AC-01: not met (§5.3).');
  });
});
