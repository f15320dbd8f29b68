import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { PaperIdentity } from '../../shared/domain/pack/packIdentity.ts';
import { paperSnapshot } from '../../shared/domain/pack/paper/paperFacts.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { linesSaid } from './said.ts';

const packLines = (input: FactsInput, asOf = '2026-05-01') => linesSaid(packSnapshotOf(factsWith(input), asOf));
const packText = (input: FactsInput, asOf?: string) => packLines(input, asOf).join('\n');

describe('a condition that a later decision sets', () => {
  const conditions = [
    { text: 'Retest.', owner: 'DCC' },
    { text: 'Staff it.', source: { decidedOn: '2026-05-20' } },
  ];

  it('is put to no earlier decision, is counted nowhere and stands as not set yet', () => {
    const said = packText({ conditions, decisions: [{ body: 'CSC', on: '2026-04-20', outcome: 'Not yet' }] });
    expect(said).toContain('On 20 April 2026 the CSC decided “Not yet” · 1 condition: 1 open');
    expect(said).not.toContain('2 conditions');
    expect(said).toContain('Conditions 1 to be set');
    expect(said).toMatch(
      /Recorded, and not set yet:\n2 \| Staff it\. decided 20 May 2026 \(after 1 May 2026: not yet\).*To be set/,
    );
  });

  it('is no reason to answer a decision to go, and is set once its day has come', () => {
    const later = { conditions: conditions.slice(1), decisions: [{ body: 'CSC', on: '2026-04-20', outcome: 'Go' }] };
    expect(packText(later)).not.toContain('What the CSC asked for');
    expect(packText(later)).toContain('None is set yet.');
    expect(packText(later, '2026-05-20')).toContain('1 condition: 1 open');
  });
});

it('names as the next scheduled date one that is still to come', () => {
  const release = { goLive: { approvedDate: '2026-06-25' } };
  expect(packText({ release }, '2026-05-01')).toContain('Next scheduled date: 5 November 2026 (§3).');
  expect(packText({ release }, '2026-12-10')).toContain('Next scheduled date: 24 June 2027 (§3).');
});

it('names both next dates of a Documentation Release, for a System Release may hold documents only', () => {
  const release = { kind: 'documentation' as const, slot: '2026-02', goLive: { approvedDate: '2026-02-26' } };
  expect(packText({ release }, '2026-02-17')).toContain(
    'Next scheduled date: 25 June 2026 as a System Release (§2), 25 February 2027 as one of documents (§3).',
  );
  expect(packText({ release }, '2026-11-10')).toContain('Next scheduled date: 25 February 2027 (§3).');
});

describe('the committees of the decision page', () => {
  const criteria = [{ reference: 'AC-1', text: 'Tested.', bodies: ['TAG'] }];

  it('tell of a required body that it was asked on no criterion', () => {
    const lines = packLines({ criteria, requiredBodies: [{ body: 'Security Sub-Committee' }] });
    expect(lines).toContain('SSC | 0 | 0 | 0 | 0 | 0 | all ▲');
    expect(lines).toContain('OPSG | 0 | 0 | 0 | 0 | 0 | 0');
    expect(lines).toContain('TAG | 0 | 0 | 0 | 0 | 0 | 1');
  });

  it('name one phase once, however it is written', () => {
    const said = packText({
      testIssues: [1, 2].map((severity) => ({ reference: `T${severity}`, phase: 'UIT', severity, open: true })),
      issueThresholds: ['SIT', 'sit'].map((phase, at) => ({ phase, severity: at + 1, maximumOpen: 0 })),
      testPhases: [{ name: 'SIT' }],
    });
    expect(said).toMatch(/\* the maximum of \w+ alone/i);
  });
});

describe('the paper for a body', () => {
  const input: FactsInput = {
    criteria: [{ reference: 'AC-1', text: 'Run.', bodies: ['OPSG'] }],
    evidence: [{ reference: 'EV-1', criteria: ['AC-1'], status: 'accepted' }],
    views: [{ body: 'OPSG', criterion: 'AC-1', askedOn: '2026-04-20' }],
  };

  it('calls nothing new that was put to it before, shown or not', () => {
    const whole = packSnapshotOf(factsWith(input));
    const document: PaperIdentity = {
      kind: 'paper',
      body: 'OPSG',
      meeting: calendarDate('2026-05-12'),
      last: null,
      changes: [],
    };
    const said = linesSaid({
      ...whole,
      ...paperSnapshot(whole, 'OPSG'),
      identity: { ...whole.identity, document },
    }).join('\n');
    expect(said).not.toMatch(/new to (it|the OPSG)/i);
    expect(said).toContain('What it saw was not recorded: AC-1.');
    expect(said).toContain(
      'The OPSG was asked on 20 April 2026, without an answer yet; what it was shown is not recorded.',
    );
  });
});

describe('the wording', () => {
  it('names a release in mid-sentence with a small article', () => {
    expect(packText({ release: { name: 'The February 2026 SEC Release' } })).toContain('Should the February 2026 SEC');
  });

  it('speaks of one modification in the singular', () => {
    const modifications = ['MP1', 'MP2'].map((reference) => ({ reference, inScope: true }));
    const criteria = [
      { reference: 'AC-1', text: 'Tested.', modifications: ['MP1'] },
      { reference: 'AC-2', text: 'Run.' },
    ];
    expect(packText({ modifications, criteria })).toContain('Without a criterion of its own: MP2. ');
    expect(packText({ modifications: [...modifications, { reference: 'MP3', inScope: true }], criteria })).toContain(
      'Without a criterion of their own: MP2 and MP3. ',
    );
  });

  it.each<readonly [string, FactsInput]>([
    ['nothing is in scope', {}],
    [
      'only documents are in scope',
      { modifications: [{ reference: 'MP1', inScope: true, impacts: ['secDocuments'] }] },
    ],
  ])('says in Lead times why none applies once, where %s', (_, input) => {
    const lines = packLines(input);
    const from = lines.findIndex((line) => line.startsWith('Counted back from'));
    const own = lines.slice(
      from,
      lines.findIndex((line) => line.startsWith('Counted back in calendar months')),
    );
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((line, at) => own.indexOf(line) !== at)).toEqual([]);
  });
});

describe('an event that is recorded and lies ahead', () => {
  const on = '2026-05-20';
  const by = 'CSC';
  const sha256 = 'a'.repeat(64);
  const input: FactsInput = {
    release: { goLive: { approvedDate: '2026-06-25', changes: [{ from: '2026-06-18', to: '2026-06-25', by, on }] } },
    modifications: [
      { reference: 'MP1', inScope: true, status: 'approved', approvedOn: on, approvalNotifiedOn: on },
      { reference: 'MP2', inScope: true, lateAddition: { body: by, on, reference: 'CSC_1', reason: 'Late.' } },
      { reference: 'MP3', inScope: true, implementationDate: '2026-06-25', implementationDateSet: { body: by, on } },
    ],
    scopeDecisions: [{ body: by, on, sets: 'all' }],
    rid: {
      versions: [{ version: '1.0', issuedOn: on, publishedOn: on }],
      comments: [{ party: 'Party A', on, comment: 'Why?' }],
    },
    tad: {
      versions: [
        { version: '1.0', issuedToTagOn: on, reviewedByTagOn: on, approvedOn: on, finalisedOn: on, publishedOn: on },
      ],
    },
    userTesting: { notices: [{ channel: 'email', on }] },
    criteria: [{ reference: 'AC-1', text: 'Tested.', bodies: ['TAG'] }],
    evidence: [
      {
        reference: 'EV-1',
        criteria: ['AC-1'],
        status: 'accepted',
        sha256,
        accepted: { by: 'Kim', organisation: 'DCC', on, version: 1, sha256, criteria: ['AC-1'] },
      },
    ],
    views: [{ body: 'TAG', criterion: 'AC-1', position: 'supports', on }],
    exceptions: [{ rule: 'tad.published-6-months', body: by, on, reason: 'Late.' }],
    decisions: [{ body: by, on, outcome: 'Go' }],
    sent: [{ text: 'newsletter', on }],
    comments: [{ author: 'Reader', on, text: 'Clear?', answer: 'Yes.', answeredOn: on, closed: true }],
    publication: { releasesPageOn: on, documentsLinkedOn: on, technicalSpecificationsOn: on, testingInformationOn: on },
    conditions: [
      { text: 'Retest.', dischargedOn: on, dischargedBy: by },
      { text: 'Later.', source: { decidedOn: on } },
    ],
  };

  /** What the rules say of that day is theirs, and says what it makes of it. */
  const isFinding = (line: string, sentences: readonly string[]) => sentences.some((one) => line.includes(one));

  it('is marked as such wherever the pack prints its day', () => {
    const snapshot = packSnapshotOf(factsWith(input));
    const sentences = snapshot.readiness.findings.map(({ sentence }) => sentence);
    const lines = linesSaid(snapshot).filter((line) => line.includes('20 May 2026') && !isFinding(line, sentences));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !line.includes('not yet'))).toEqual([]);
  });

  it('counts nowhere: no reader has remarked anything, no evidence is accepted', () => {
    const said = packText(input);
    expect(said).toContain('0 comments, 0 open; 1 recorded for a later day.');
    expect(said).toMatch(
      /EV-1@1 ○ Submitted acceptance recorded: accepted by Kim, DCC, on 20 May 2026 \(after 1 May 2026/,
    );
  });
});
