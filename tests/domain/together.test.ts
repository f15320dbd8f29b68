import { expect, it } from 'vitest';
import { joinRecord } from '../../shared/domain/merge/join.ts';
import type { RecordState, Version } from '../../shared/domain/merge/state.ts';
import { seen } from '../../shared/domain/merge/winner.ts';
import fc from '../support/properties.ts';

const fields = ['file', 'sha256', 'bytes'] as const;
type Attached = Readonly<Record<(typeof fields)[number], unknown>>;

interface Write {
  readonly at: number;
  readonly organisation: string;
  readonly attached: Attached;
}

const stamp = (store: string, at: number, organisation: string) => ({
  ...{ store, seq: 1, at: `2026-05-01T10:00:0${at}.000Z`, by: 'Ada Byron', organisation, ruler: 'DCC' },
});

const write: fc.Arbitrary<Write> = fc.record({
  at: fc.integer({ min: 0, max: 2 }),
  organisation: fc.constantFrom('DCC', 'SECAS', 'Ofgem'),
  attached: fc.record({
    file: fc.constantFrom('a.txt', 'b.txt', null),
    sha256: fc.constantFrom('0'.repeat(64), 'f'.repeat(64), null),
    bytes: fc.constantFrom(1, 2, null),
  }),
});

/** One store's record, in which it attached a file and knows of no other one. */
function stateOf(store: string, { at, organisation, attached }: Write): RecordState {
  const registers = fields.map((field): [string, readonly Version[]] => [
    field,
    [{ stamp: stamp(store, at, organisation), value: attached[field] }],
  ]);
  return { kind: 'evidence', id: 'one', life: [], fields: new Map(registers) };
}

const attachedIn = (state: RecordState) =>
  Object.fromEntries(fields.map((field) => [field, seen(state).fields[field]])) as Attached;

it('never shows half of one file and half of another, in whatever order they come, also where clocks agree', () => {
  fc.assert(
    fc.property(fc.array(write, { minLength: 2, maxLength: 4 }), (writes) => {
      const states = writes.map((one, at) => stateOf(`store ${at}`, one));
      const joined = (all: readonly RecordState[]) =>
        all.reduce((mine, theirs) => joinRecord(mine, { ...theirs, life: null }, { mine: {}, theirs: {} }));
      const shown = attachedIn(joined(states));
      expect(writes.map(({ attached }) => attached)).toContainEqual(shown);
      expect(attachedIn(joined(states.toReversed()))).toEqual(shown);
    }),
  );
});

it('prefers the write that says all, where a store of an earlier version wrote the content alone', () => {
  const whole = stateOf('new', { at: 0, organisation: 'DCC', attached: { file: 'b.txt', sha256: 'b', bytes: 2 } });
  const alone = stateOf('old', { at: 2, organisation: 'DCC', attached: { file: 'a.txt', sha256: 'a', bytes: 1 } });
  const content = new Map([...alone.fields].filter(([field]) => field !== 'file'));
  const state = joinRecord(whole, { ...alone, life: null, fields: content }, { mine: {}, theirs: {} });
  expect(attachedIn(state)).toEqual({ file: 'b.txt', sha256: 'b', bytes: 2 });
});
