import { expect, it } from 'vitest';
import { CausalHistory } from '../exchange/causalHistory.ts';
import { RefereedHistory } from '../exchange/refereedHistory.ts';
import { runSchedule } from '../exchange/schedules.ts';
import { randomFrom } from '../fuzz/mutate.ts';
import fc from '../support/properties.ts';

it('two or three stores come to the same, whatever they do and however their bundles travel', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 70 }), (seed, steps) => {
      expect(runSchedule(randomFrom(seed), steps)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

it('of every register the same writes survive as in Automerge', () => {
  const life = { newHistory: () => new RefereedHistory(), undoes: true };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 10, max: 70 }), (seed, steps) => {
      expect(runSchedule(randomFrom(seed), steps, life)).toBeNull();
    }),
    { numRuns: 100 },
  );
});

it.each([
  // Both stores took an item out for good, and one of them then chose what a bundle of before said of it.
  [1_004_022, 30],
])('what was taken out for good stays so: seed %i, %i steps', (seed, steps) => {
  expect(runSchedule(randomFrom(seed), steps)).toBeNull();
});

it.each([
  // What a folder wrote, sent and lost when an older copy was put back over it lives on elsewhere: it was written.
  [110_465, 70],
])('what once came out wrong comes out right: seed %i, %i steps', (seed, steps) => {
  const life = { newHistory: () => new CausalHistory(), undoes: false };
  expect(runSchedule(randomFrom(seed), steps, life)).toBeNull();
});
