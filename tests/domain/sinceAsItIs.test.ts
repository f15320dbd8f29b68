import { describe, expect, it } from 'vitest';
import { factsSince } from '../../shared/domain/since/computeSince.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';

describe('what changed since', () => {
  it.each<readonly [string, FactsInput, FactsInput, readonly string[]]>([
    [
      'a file that was attached where there was none',
      { evidence: [{ reference: 'EV-1' }] },
      { evidence: [{ reference: 'EV-1', file: 'exit.pdf', sha256: 'a'.repeat(64), bytes: 5 }] },
      ['EV-1 version 1: its file was attached: “exit.pdf”.'],
    ],
    [
      'a file that was taken out',
      { evidence: [{ reference: 'EV-1', file: 'exit.pdf', sha256: 'a'.repeat(64), bytes: 5 }] },
      { evidence: [{ reference: 'EV-1' }] },
      ['EV-1 version 1: its file “exit.pdf” was taken out.'],
    ],
    [
      'a file of the same bytes under another name',
      { evidence: [{ reference: 'EV-1', file: 'exit.pdf', sha256: 'a'.repeat(64) }] },
      { evidence: [{ reference: 'EV-1', file: 'SIT exit.pdf', sha256: 'a'.repeat(64) }] },
      ['EV-1 version 1: the name of its file was “exit.pdf”, is now “SIT exit.pdf”.'],
    ],
    [
      'a file whose hash was not known before',
      { evidence: [{ reference: 'EV-1', file: 'exit.pdf' }] },
      { evidence: [{ reference: 'EV-1', file: 'exit.pdf', sha256: 'a'.repeat(64) }] },
      ['EV-1 version 1: the SHA-256 of its file is recorded now.'],
    ],
    [
      'an item that replaces another one by its name',
      {},
      { evidence: [{ reference: 'EV-9', supersedes: 'EV-2@3', title: 'Anew' }] },
      ['EV-9 version 1 was added and replaces EV-2 version 3: “Anew”.'],
    ],
    [
      'an objection that got its answer',
      { views: [{ body: 'OPSG', criterion: 'AC-1', position: 'doesNotSupport', on: '2026-05-19' }] },
      { views: [{ body: 'OPSG', criterion: 'AC-1', position: 'doesNotSupport', on: '2026-05-19', answer: 'By May.' }] },
      ['View of OPSG on AC-1: “Our answer” was not recorded, is now “By May”.'],
    ],
    [
      'a view in other words',
      { views: [{ body: 'OPSG', criterion: 'AC-1', position: 'doesNotSupport', on: '2026-05-19', wording: 'No.' }] },
      { views: [{ body: 'OPSG', criterion: 'AC-1', position: 'doesNotSupport', on: '2026-05-19', wording: 'Never.' }] },
      ['View of OPSG on AC-1: “Wording” was “No”, is now “Never”.'],
    ],
    [
      'a view that turned, with its words',
      { views: [{ body: 'OPSG', criterion: 'AC-1', position: 'supports', on: '2026-05-12' }] },
      { views: [{ body: 'OPSG', criterion: 'AC-1', position: 'doesNotSupport', on: '2026-05-19', wording: 'No.' }] },
      ['AC-1: OPSG supported it before; OPSG did not support it on 19 May 2026, in the words “No”.'],
    ],
    [
      'a part without a name, and one with',
      {},
      { release: { goLive: { parts: [{ date: '2026-07-02' }, { what: 'North', date: '2026-06-25' }] } } },
      [
        'A Go-Live part was added: “Goes live on” 2 July 2026.',
        'Go-Live part “North” was added: “Goes live on” 25 June 2026.',
      ],
    ],
    [
      'a phase without a name',
      {},
      { testPhases: [{ region: 'North' }] },
      ['A test phase without a name in North was added.'],
    ],
    [
      'a submission of another day',
      { submissions: [{ id: '0198c2a4-0000-7000-8000-000000000001', on: '2026-06-03' }] },
      { submissions: [{ id: '0198c2a4-0000-7000-8000-000000000001', on: '2026-05-20' }] },
      ['Submission of 20 May 2026: “Submitted on” was 3 June 2026, is now 20 May 2026.'],
    ],
    [
      'a slot, and a rule',
      {
        release: { slot: '2026-06' },
        exceptions: [{ id: '0198c2a4-0000-7000-8000-000000000002', rule: 'scope.approved' }],
      },
      {
        release: { slot: '2026-11' },
        exceptions: [{ id: '0198c2a4-0000-7000-8000-000000000002', rule: 'rid.exists' }],
      },
      [
        '“Slot” was June 2026, is now November 2026.',
        expect.stringMatching(/^Exception to “[A-Z][^”]+”: “Rule” was “[A-Z][^”]+”, is now “[A-Z][^”]+”\.$/) as never,
      ],
    ],
  ])('%s is told as what it is', (_, was, is, sentences) => {
    const told = factsSince({ facts: factsWith(was) }, snapshotOf(factsWith(is), '2026-06-01'));
    expect(told.map(({ sentence }) => sentence)).toEqual(sentences);
  });
});
