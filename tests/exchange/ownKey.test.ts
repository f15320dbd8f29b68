import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, type Laptop, laptop, trust } from '../support/laptops.ts';

/* A store that was put back finds what it lost in the shared folder, signed by its own key: nobody has to confirm that. */

async function restored(rounds: number) {
  const { folder, shared, laptops } = await folderOf(2);
  const [ann, bob] = laptops as [Laptop, Laptop];
  await trust(ann, bob);
  await trust(bob, ann);
  await ann.sync();
  await bob.sync();
  await ann.sync();
  for (let round = 1; round <= rounds; round += 1) {
    const out = join(folder, `${round}.bak`);
    await bob.does('store.backup', { out });
    await bob.edit('criterion', { selfStatus: round % 2 === 1 ? 'notMet' : 'inProgress' });
    await bob.sync();
    await bob.does('store.restore', { file: out, evenSo: false });
  }
  await ann.sync();
  await ann.edit('view', { wording: 'Content.' });
  await ann.sync();
  return { folder, shared, ann, bob };
}

it.each([1, 2])('takes back in what it lost, and what builds on it (put back %i times)', async (times) => {
  const { ann, bob } = await restored(times);
  expect(await bob.sync()).toMatchObject({ waiting: 0, problem: null });
  const [here, there] = [await bob.facts(), await ann.facts()];
  expect(here.criteria[0]?.selfStatus).toBe(times === 1 ? 'notMet' : 'inProgress');
  expect(here.criteria).toEqual(there.criteria);
  expect(here.views).toMatchObject([{ wording: 'Content.' }]);
  const { fingerprint, peers } = await bob.status();
  expect(peers.map((peer) => peer.fingerprint)).not.toContain(fingerprint);
});

it('goes on to ask about another copy of the store, though it has the same key', async () => {
  const { folder, shared, laptops } = await folderOf(2);
  const [ann, bob] = laptops as [Laptop, Laptop];
  await trust(bob, ann);
  await ann.sync();
  await bob.sync();
  bob.engine.close();
  cpSync(bob.store, join(folder, 'Twin'), { recursive: true });
  const twin = laptop(folder, shared, 'DCC', 'Twin');
  await twin.edit('criterion', { selfStatus: 'notMet' });
  const again = laptop(folder, shared, 'DCC', bob.person);
  await again.edit('criterion', { selfStatus: 'inProgress' });
  await again.sync();
  await twin.sync();
  expect(await twin.waiting()).toMatchObject([{ sentence: expect.stringContaining('has confirmed the key of') }]);
});
