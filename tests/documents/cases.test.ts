import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { makePack, scratchFolder, verify } from './packs.ts';

const folder = scratchFolder();
const cases = fileURLToPath(new URL('./cases', import.meta.url));

/** Facts of which a pack could not be made, was cut, or claimed what it is not. */
function factsOfCase(name: string) {
  const { format, version, ...facts } = JSON.parse(readFileSync(`${cases}/${name}`, 'utf8'));
  return releaseFactsSchema.parse(facts);
}

// The export itself compares the words that go in with those that come out, and fails where they differ.
describe('facts that once stopped or spoilt the pack', () => {
  it.each(readdirSync(cases))('%s makes a pack that is verified to the byte', async (name) => {
    const { file } = await makePack(folder, name, factsOfCase(name));
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});

describe('a decision page that takes a line more among the others than alone', () => {
  it('is set with the next limits, and verified to the byte', async () => {
    const identity = { final: true, number: 1, acceptedBlockers: 'Asked for.' };
    const facts = factsOfCase('c90-line-more.json');
    const { file } = await makePack(folder, 'line more', facts, { asOf: '2026-10-15', identity });
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});
