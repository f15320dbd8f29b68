import { describe, expect, it } from 'vitest';
import type { Stamp, Version } from '../../shared/domain/merge/state.ts';
import { isAlive, standingOf, winnerOf } from '../../shared/domain/merge/winner.ts';
import { fromWire, toWire } from '../../shared/domain/merge/wire.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';

const [ours, theirs] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

function version(value: unknown, stamp: Partial<Stamp> = {}): Version {
  const base = { store: ours, seq: 1, at: '2026-05-01T10:00:00.000Z', by: 'Ada', organisation: 'SECAS', ruler: null };
  return { stamp: { ...base, ...stamp }, value };
}

const later = { at: '2026-05-02T10:00:00.000Z' };
const dcc = { store: theirs, organisation: 'DCC' };

describe('whose value stands where two did not know of each other', () => {
  it.each<[string, RecordKind, string, Version, Version, unknown]>([
    [
      'SECAS’s wording, though the DCC wrote later',
      'criterion',
      'text',
      version('S'),
      version('D', { ...dcc, ...later }),
      'S',
    ],
    [
      'the DCC’s status of a criterion it owns',
      'criterion',
      'selfStatus',
      version('S', { ...later, ruler: 'DCC' }),
      version('D', { ...dcc, ruler: 'DCC' }),
      'D',
    ],
    [
      'SECAS’s status of a criterion that SECAS owns',
      'criterion',
      'selfStatus',
      version('S', { ruler: 'SECAS' }),
      version('D', { ...dcc, ...later, ruler: 'SECAS' }),
      'S',
    ],
    [
      'SECAS’s acceptance of the DCC’s evidence',
      'evidence',
      'status',
      version('accepted', { ...later, ruler: 'DCC' }),
      version('submitted', { ...dcc, ruler: 'DCC' }),
      'accepted',
    ],
    ['the DCC’s test counts', 'testPhase', 'passed', version(1, later), version(2, dcc), 2],
    ['the later view', 'view', 'position', version('supports'), version('noView', { ...dcc, ...later }), 'noView'],
    [
      'the one whose value sorts higher, where all else is alike: stores go by other names elsewhere',
      'view',
      'position',
      version('supports'),
      version('noView', dcc),
      'supports',
    ],
    [
      'the later number of one store, where even that is alike',
      'view',
      'wording',
      version('one'),
      version('two', { seq: 2 }),
      'two',
    ],
    [
      'the later value of organisations that are neither',
      'criterion',
      'text',
      version('S', { organisation: 'Acme' }),
      version('D', { organisation: 'Other', store: theirs, ...later }),
      'D',
    ],
  ])('%s', (_name, kind, field, one, other, value) => {
    expect(winnerOf(kind, field, [one, other])?.value).toEqual(value);
    expect(winnerOf(kind, field, [other, one])?.value).toEqual(value);
  });

  it('knows a side by how it writes its own name', () => {
    for (const organisation of ['DCC', 'Smart DCC Ltd', 'Data Communications Company'])
      expect(standingOf('testPhase', 'passed', version(1, { organisation }))).toBe(2);
    for (const organisation of ['SECAS', 'Gemserv'])
      expect(standingOf('testPhase', 'passed', version(1, { organisation }))).toBe(0);
    expect(standingOf('testPhase', 'passed', version(1, { organisation: 'Acme' }))).toBe(1);
  });
});

describe('the life of a record', () => {
  const removal = { stamp: version(0, { seq: 5 }).stamp, alive: false, saw: { [ours]: 5, [theirs]: 3 } };
  const state = (seq: number) => ({
    kind: 'risk' as const,
    id: ours,
    life: [removal],
    fields: new Map([['title', [version('Late', { ...dcc, seq })]]]),
  });

  it('ends with a removal that saw everything in it', () => expect(isAlive(state(3))).toBe(false));
  it('goes on where somebody wrote what the removal had not seen', () => expect(isAlive(state(4))).toBe(true));
});

describe('a record in a bundle', () => {
  const fields = new Map([
    ['title', [version('Late')]],
    ['impact', [version(null)]],
    ['mitigation', [version('a', { seq: 2 }), version('b', dcc)]],
    ['owner', [version(null)]],
    ['level', [version('high')]],
    ['onBehalf', [version(null)]],
  ]);
  const delta = {
    kind: 'risk' as const,
    id: ours,
    life: [{ stamp: version(0).stamp, alive: true, saw: null }],
    fields,
  };
  const after = { [ours]: 2, [theirs]: 1 };
  const line = toWire(delta, {});

  it('reads back as it was written', () => {
    expect(line.values).toEqual({ title: 'Late', level: 'high' });
    expect(fromWire(JSON.parse(JSON.stringify(line)), after)).toEqual(delta);
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown kind',
      { ...line, kind: 'budget' },
      'It holds records of the kind “budget”, which this version of SEC Go-Live does not know; update the app.',
    ],
    [
      'an unknown field',
      { ...line, values: { colour: 'red' } },
      'It holds the field “colour” of a risk, which this version of SEC Go-Live does not know; update the app.',
    ],
    [
      'a wrong value',
      { ...line, values: { title: 7 } },
      'The title of a risk in it is not a value that this field can have.',
    ],
    [
      'a stamp that is not there',
      { ...line, life: [[9, true, null]] },
      'A risk in it is written in a way that this version cannot read.',
    ],
    [
      'a removal that saw nothing',
      { ...line, life: [[0, false, null]] },
      'A risk in it is written in a way that this version cannot read.',
    ],
    [
      'values without their stamp',
      { ...line, base: null },
      'A risk in it is written in a way that this version cannot read.',
    ],
    ['a property more', { ...line, more: 1 }, 'One of its lines is not a record as this version knows them.'],
    [
      'a field of every object',
      { ...line, values: { constructor: 'x' } },
      'It holds the field “constructor” of a risk, which this version of SEC Go-Live does not know; update the app.',
    ],
    ['nothing', null, 'One of its lines is not a record as this version knows them.'],
  ])('is refused with %s', (_name, input, sentence) => {
    expect(fromWire(input, after)).toBe(sentence);
  });

  it('is refused with changes beyond what it says it knows', () => {
    expect(fromWire(line, { [ours]: 1 })).toBe('It holds changes that its own list of contents does not know.');
  });
});
