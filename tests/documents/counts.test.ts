import { expect, it } from 'vitest';
import { factsWith } from '../fixtures/facts.ts';
import { makePack, scratchFolder } from './packs.ts';

const folder = scratchFolder();

it.each([[30], [200]])('a count is printed whole, however narrow the word below it: %i met', async (count) => {
  const criteria = Array.from({ length: count }, (_, at) => ({ reference: `AC-${at}`, text: 'x', selfStatus: 'met' }));
  // What breaks a number apart loses it to the reading back, and then no pack is made.
  const { pages } = await makePack(folder, `counts-${count}`, factsWith({ criteria } as never));
  expect(pages).toBeGreaterThan(1);
});
