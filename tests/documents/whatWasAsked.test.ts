import { describe, expect, it } from 'vitest';
import { recordSnapshot } from '../../shared/domain/pack/record/recordFacts.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { linesSaid } from './said.ts';

const first = {
  on: '2026-05-21',
  presentedBy: ['SECAS'],
  signedOff: [
    { organisation: 'SECAS', by: 'A', on: '2026-05-20' },
    { organisation: 'SECAS', by: 'C', on: '2026-06-20' },
  ],
};
const planned = {
  on: '2026-10-01',
  presentedBy: ['SECAS', 'DCC'],
  signedOff: [{ organisation: 'DCC', by: 'B', on: '2026-09-30' }],
};
const moved = { on: '2026-06-02', by: 'CSC', from: '2026-06-25', to: '2026-11-05' };
const input: FactsInput = {
  release: { goLive: { approvedDate: '2026-11-05', approvedBy: 'CSC', approvedOn: '2026-06-02', changes: [moved] } },
  recommendation: { wording: 'The release goes live on 5 November 2026.' },
  submissions: [first, planned],
  meetings: ['2026-05-28', '2026-06-18', '2026-10-08'].map((on) => ({ body: 'CSC', on })),
  decisions: [{ body: 'CSC', on: '2026-05-28', outcome: 'Not yet', wording: 'Come back.' }],
  conditions: [{ text: 'Retest.' }, { text: 'Staff it.', source: { decidedOn: '2026-06-18' } }],
};

function recordOf(more: FactsInput = {}, asOf = '2026-07-10'): string {
  const whole = packSnapshotOf(factsWith({ ...input, ...more }), asOf);
  const [decision] = whole.facts.decisions;
  if (!decision) throw new Error('no decision');
  const document = { kind: 'decision', body: 'CSC', on: decision.on, pack: null } as const;
  const shaped = { ...whole, ...recordSnapshot(whole, decision), identity: { ...whole.identity, document } };
  return linesSaid(shaped).join('\n');
}

describe('the decision record says what was asked on its day', () => {
  it('asks for the date that was in force then, and says of what day the wording is', () => {
    const record = recordOf();
    expect(record).toContain('Should the June 2026 SEC Release go live on Thursday 25 June 2026?');
    expect(record).not.toContain('Thursday 5 November');
    expect(record).not.toContain('was asked to agree');
    expect(record).toContain('The recommended wording, as it is recorded on 10 July 2026');
    expect(recordOf({}, '2026-05-28')).toContain('The CSC was asked to agree');
  });

  it.each([
    ['a move on the day of a “not yet”, which came of it', [{ ...moved, on: '2026-05-28' }]],
    ['a later move that does not say from where', [{ ...moved, from: null }]],
    ['no move: an approval that came later', []],
  ])('knows the date from %s', (_, changes) => {
    const goLive = { ...input.release?.goLive, changes };
    expect(recordOf({ release: { goLive } })).toContain('Thursday 25 June 2026?');
  });

  it('was put by the submission made before it, as signed by then, never by a planned one', () => {
    const record = recordOf();
    expect(record).toContain('Presented by: SECAS\n');
    expect(record).toContain('Signed off: SECAS, A, 20 May 2026\n');
    expect(recordOf({ submissions: [planned] })).toContain('Presented by: not recorded');
    expect(recordOf({ submissions: [{ ...first, meeting: '2026-06-18' }] })).toContain('Presented by: not recorded');
  });

  it('names as the next meeting one that is still to come, and a submission that was made since', () => {
    expect(recordOf()).toContain('The next recorded meeting of the CSC is on Thursday 8 October 2026.');
    expect(recordOf()).toContain('A further submission to the CSC before the release goes live (§5.3).');
    const again = { ...planned, on: '2026-06-11' };
    expect(recordOf({ submissions: [first, again] })).toContain('submission to the CSC was made on 11 June 2026.');
  });

  it('holds no condition that a later decision set', () => {
    expect(recordOf()).toContain('1 | Retest.');
    expect(recordOf()).not.toContain('Staff it.');
  });
});
