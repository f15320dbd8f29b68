import { expect, it } from 'vitest';
import { spread } from '../exchange/manyLaptops.ts';

/** Counts and bytes, so that it says the same on every machine; `npm test` asks it for 5 and 20. */
it.each([5, 50, 200])('costs each of %i laptops that share a folder what it costs each of five', async (count) => {
  const found = await spread(count);
  process.stdout.write(`${JSON.stringify(found)}\n`);
  const { laptops, edit, idle, first } = found;
  expect(found).toMatchObject({ reached: laptops, waiting: 0, comparisons: 2 });
  expect([edit.bundles, edit.opened]).toEqual([1, laptops - 1]);
  expect(edit.bytes).toBeLessThan(20_000);
  expect(first.bundles).toBeLessThanOrEqual(2);
  expect(idle).toEqual({ bundles: 0, bytes: 0, opened: 0 });
});
