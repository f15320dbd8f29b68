import { describe, expect, it } from 'vitest';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { linesSaid } from './said.ts';

const packLines = (input: FactsInput, asOf: string) => linesSaid(packSnapshotOf(factsWith(input), asOf));
const packText = (input: FactsInput, asOf: string) => packLines(input, asOf).join('\n');

describe('a view that a body gives later', () => {
  const criteria = [{ reference: 'AC-1', text: 'Tested.', bodies: ['OPSG'] }];
  const view = {
    body: 'OPSG',
    criterion: 'AC-1',
    askedOn: '2026-06-02',
    position: 'doesNotSupport',
    on: '2026-06-16',
    meeting: 'OPSG June',
    paper: 'OPSG-9',
    wording: 'It objects strongly.',
    answer: 'Two people were hired.',
  } as const;

  it('is a question until then: its words, and what was answered to them, stand with the later view alone', () => {
    const lines = packLines({ criteria, views: [view] }, '2026-06-13').filter((line) => line.includes('OPSG-9'));
    const open = lines.filter((line) => line.includes('Asked, no answer yet'));
    expect(open.length).toBeGreaterThan(0);
    expect(open.join('\n')).not.toMatch(/objects|hired|OPSG June/);
    expect(open[0]).toContain('asked 2 June 2026');
    expect(lines.filter((line) => line.includes('not yet)')).join('\n')).toContain('It objects strongly.');
  });

  it('stands with all of it from its day on', () => {
    expect(packText({ criteria, views: [view] }, '2026-06-16')).toMatch(
      /Does not support.*It objects strongly\..*Two people were hired\./,
    );
  });

  it('of a body that is still to be asked is told as that', () => {
    const ahead = { body: 'OPSG', criterion: 'AC-1', askedOn: '2026-06-20' };
    const text = packText({ criteria, views: [ahead] }, '2026-06-13');
    expect(text).toMatch(/later.*To be asked/);
    expect(text).not.toContain('Asked, no answer yet');
  });
});

it('says of a view that is only begun nothing that was asked or answered', () => {
  const input = {
    criteria: [
      { reference: 'AC-1', text: 'Tested.', bodies: ['TAG'] },
      { reference: 'AC-2', text: 'Trained.', bodies: null },
    ],
    views: [
      { body: 'TAG', criterion: 'AC-1' },
      { body: 'SSC', criterion: 'AC-2' },
    ],
  };
  const text = packText(input, '2026-06-10');
  expect(text).toContain('On AC-2, begun, neither asked nor answered.');
  expect(text).toContain('neither asked nor answered');
  expect(text.toLowerCase()).not.toContain('asked, no answer yet');
});

describe('what Users will notice', () => {
  const modifications: FactsInput['modifications'] = [
    { reference: 'MP150', status: 'approved', impacts: ['dccSystems', 'users'] },
    { reference: 'MP152', status: 'approved', impacts: ['userSystems'] },
    { reference: 'MP153', status: 'approved', impacts: ['secDocuments'] },
  ];

  it('names the modifications that touch them, where no words on it are recorded', () => {
    expect(packText({ modifications }, '2026-05-01')).toContain(
      'Users: MP150 and MP152 impact them or their systems; what they will notice is not recorded.',
    );
  });

  it('is not recorded where nothing in scope touches them, and else what was written', () => {
    expect(packText({ modifications: modifications.slice(2) }, '2026-05-01')).toContain(
      'Users: no impact is recorded.',
    );
    const release = { userImpact: 'A new reading.' };
    expect(packText({ release, modifications }, '2026-05-01')).toContain('Users: A new reading.');
  });
});

describe('a release that goes live in parts', () => {
  const release = {
    goLive: {
      approvedDate: '2026-06-20',
      actualDate: '2026-06-20',
      parts: [
        { what: 'North', date: '2026-06-20' },
        { what: 'South', date: '2026-07-09' },
      ],
    },
  };
  const modifications: FactsInput['modifications'] = [
    { reference: 'MP1', status: 'approved' },
    { reference: 'MP2', status: 'approved' },
  ];

  it('has only its first part live until the day of the last', () => {
    const said = (asOf: string) => packText({ release, modifications }, asOf);
    expect(said('2026-07-08')).toContain('2 modifications, the first part live since 20 June 2026');
    expect(said('2026-07-09')).toContain('2 modifications, live since 20 June 2026');
  });
});

it('says of bodies beyond the table how many were never asked', () => {
  const bodies = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'SMKI PMA', 'SSC'];
  const input = (asked: readonly string[]) => ({
    criteria: [{ reference: 'AC-1', text: 'Tested.', bodies: ['OPSG', 'TAG'] }],
    requiredBodies: bodies.map((body) => ({ body })),
    views: asked.map((body) => ({ body, criterion: 'AC-1', askedOn: '2026-05-01' })),
  });
  const rest = (asked: readonly string[]) =>
    packLines(input(asked), '2026-06-13').find((line) => / more \| \d/.test(line));
  expect(rest([])).toMatch(/^\d more \|.*\| all ▲$/);
  expect(rest(['SSC'])).toMatch(/^\d more \|.*\| all of \d ▲$/);
  expect(rest(bodies)).toMatch(/^\d more \|.*\| 0$/);
});

describe('a scope without a modification in it', () => {
  it('had none where what is listed was never in it', () => {
    const modifications = [{ reference: 'MP1', inScope: false }];
    const text = packText({ modifications }, '2026-05-01');
    expect(text).toContain('0 left the scope, 1 listed as out of it');
    expect(text).toContain('No modification is in scope yet; a release is');
    expect(text).not.toContain('any more');
  });

  it('has none any more where one left it', () => {
    const modifications = [{ reference: 'MP1', removedFromScopeOn: '2026-03-01' }];
    const text = packText({ modifications }, '2026-05-01');
    expect(text).toContain('No modification is in scope any more; a release is');
    expect(text).not.toContain('in scope yet');
  });
});

it('says of a modification that is implemented with a later Go-Live that it is to be', () => {
  const release = { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-25' } };
  const modifications: FactsInput['modifications'] = [{ reference: 'MP1', status: 'implemented' }];
  const said = (asOf: string) => packLines({ release, modifications }, asOf).find((line) => line.startsWith('MP1 '));
  expect(said('2026-05-01')).toContain('implemented from 25 June 2026');
  expect(said('2026-06-25')).toMatch(/implemented(?! from)/);
});

it('says of a day until which somebody was waited for that it was due, once it has passed', () => {
  const input: FactsInput = {
    release: { goLive: { approvedDate: '2026-06-25' } },
    criteria: [{ reference: 'AC-1', text: 'Tested.', bodies: ['TAG'], due: '2026-05-20', owner: 'DCC' }],
    submissions: [{ on: '2026-06-10', meeting: '2026-06-17', final: true }],
    views: [{ body: 'TAG', criterion: 'AC-1', askedOn: '2026-05-01', position: 'doesNotSupport', on: '2026-05-20' }],
  };
  expect(packText(input, '2026-06-09')).toContain('waits for SECAS by 10 June 2026');
  const after = packText(input, '2026-06-16');
  expect(after).toContain('waits for SECAS (was due 10 June 2026)');
  expect(after).not.toMatch(/waits for [^·|]* by (?:[1-9]|1[0-5]) June 2026/);
});

describe('what the CSC decided, and the conditions beside it', () => {
  const decisions = [
    { body: 'CSC', on: '2026-06-17', outcome: 'Go with conditions' },
    { body: 'CSC', on: '2026-06-24', outcome: 'Not yet' },
    { body: 'CSC', on: '2026-07-08', outcome: 'Go' },
  ];
  const conditions = [
    { text: 'Watch.', source: { body: 'CSC', decidedOn: '2026-06-17' } },
    { text: 'Fix.', source: { body: 'CSC', decidedOn: '2026-06-24' } },
  ];

  it('are not told as its own where earlier decisions set them', () => {
    const text = packText({ decisions, conditions }, '2026-07-20');
    expect(text).toContain('On 8 July 2026 the CSC decided “Go” · 2 conditions of earlier decisions: 2 open');
    expect(text).toMatch(/Watch\..*set by the decision of 17 June 2026/);
    expect(text).toMatch(/Fix\..*set by the decision of 24 June 2026/);
  });

  it('are told as the CSC’s where the decision told set one of them', () => {
    expect(packText({ decisions, conditions }, '2026-06-30')).toContain(
      '“Not yet” · 2 conditions of its decisions: 2 open',
    );
  });
});

it('reads a day in free text as every other day', () => {
  const release = {
    notLive: [
      { modification: 'MP1', what: 'South half', until: '2026-11-05' },
      { modification: 'MP2', what: 'All of it', until: 'spring 2027' },
    ],
    ifNotGo: { lastMomentToStop: '2026-07-03' },
  };
  const text = packText({ release }, '2026-05-01');
  expect(text).toContain('Not live: MP1: South half (5 November 2026); MP2: All of it (spring 2027).');
  expect(text).toContain('Last moment to stop: 3 July 2026');
  expect(text).not.toMatch(/\d{4}-\d\d-\d\d/);
});
