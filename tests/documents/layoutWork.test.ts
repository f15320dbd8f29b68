import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportPack } from '../../electron/documents/exportPack.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { largeFacts } from './largeFacts.ts';
import { countLayoutWork } from './layoutWork.ts';
import { makePack, quiet, scratchFolder, succeeded } from './packs.ts';

const folder = scratchFolder();

it.each([true, false])(
  'lays out the decision page and then the whole, once each (to look at: %s)',
  async (toLookAt) => {
    const workFor = async (criteria: number) => {
      const snapshot = packSnapshotOf(largeFacts(criteria));
      const input = { snapshot, evidence: [], out: join(folder, `${criteria}.pdf`), toLookAt };
      const { made, work } = await countLayoutWork(() => exportPack(input, quiet));
      return { ...work, pages: succeeded(made).pages };
    };
    const small = await workFor(10);
    const large = await workFor(40);
    expect([small.passes, large.passes]).toEqual([2, 2]);
    // What is measured grows as the pages do, not faster, and a word is shaped once in a process.
    expect(large.measured / small.measured).toBeLessThan((1.25 * large.pages) / small.pages);
    expect(large.measured).toBeLessThan(8000 * large.pages);
    expect(large.shaped).toBeLessThan(large.measured / 50);
  },
);

it('measures a token of 60,000 characters a few times over, not once for each of its characters', async () => {
  const measuredWith = async (text: string) => {
    const facts = factsWith({ criteria: [{ reference: 'AC-01', text, rationale: text }] });
    return (await countLayoutWork(() => makePack(folder, 'token', facts))).work.measured;
  };
  const without = await measuredWith('a');
  const token = 'abcdefghij'.repeat(6000);
  expect((await measuredWith(token)) - without).toBeLessThan(10 * token.length);
});
