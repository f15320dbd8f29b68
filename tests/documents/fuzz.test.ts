import { expect, it } from 'vitest';
import { fuzzPacks } from '../fuzz/fuzzPacks.ts';

it('verification survives a thousand changed packs, finds each change and names each changed part', async () => {
  const { named, faults } = await fuzzPacks(1000, 20260625);
  expect(faults).toEqual([]);
  expect(named).toBe(200);
});
