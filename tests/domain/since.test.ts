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
      [
        'tadVersion.changed',
        '1.0',
        'TAD version 1.0: “Reviewed by the TAG on” was not recorded, is now 20 September 2025.',
      ],
    ],
    [
      'a mark of the release',
      { release: { ...base.release, technicalSpecifications: true } },
      ['release.changed', null, '“Technical Specifications Release” was not recorded, is now yes.'],
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
        "Criterion AC-02: “Owner's status” was recorded by Ada, SECAS, for the DCC on 1 June 2026, to be confirmed.",
      ],
    ],
  ])('%s', (_, input, expected) => {
    expect(changed(input as FactsInput)).toEqual([expected]);
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

describe('an approval that is no longer recorded', () => {
  const goLive = (more: object) => factsWith({ release: { goLive: { approvedDate: '2026-06-25', ...more } as never } });
  const was = goLive({ approvedBy: 'CSC', approvedOn: '2025-03-12' });
  const told = (is: ReleaseFacts) =>
    factsSince({ facts: was }, snapshotOf(is, '2026-05-01')).map(({ sentence }) => sentence);

  it.each<[string, object, string]>([
    [
      'with its day and who gave it',
      {},
      'The approval of the Go-Live date was taken out; that the CSC approved 25 June 2026 on 12 March 2025 is no longer recorded.',
    ],
    [
      'with its day alone',
      { approvedBy: 'CSC' },
      'The approval of the Go-Live date was changed, approved by the CSC; the day of it, 12 March 2025, is no longer recorded.',
    ],
    [
      'with a move',
      { approvedDate: '2026-07-02' },
      'Go-Live moved from 25 June 2026 to 2 July 2026; that the CSC approved 25 June 2026 on 12 March 2025 is no longer recorded.',
    ],
  ])('is told: %s', (_, is, sentence) => {
    expect(told(goLive(is))).toEqual([sentence]);
  });
});
