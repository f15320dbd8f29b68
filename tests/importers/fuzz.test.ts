import { expect, it } from 'vitest';
import { fuzzImporters } from '../fuzz/fuzzImporters.ts';

it('three hundred broken files are each read or refused with one sentence', async () => {
  const { accepted, refused, faults } = await fuzzImporters(300, 7);
  expect(faults).toEqual([]);
  expect(accepted).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(30);
});
