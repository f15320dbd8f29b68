import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, type Laptop, name, round, trust } from '../support/laptops.ts';

/* What a sync announces is on the list afterwards, and can be settled there. */

async function bothAdd(kind: 'criterion' | 'evidence', mine: Record<string, unknown>, theirs: Record<string, unknown>) {
  const { laptops, id } = await folderOf(3);
  // Two of one side.
  const [ann, , bob] = laptops as [Laptop, Laptop, Laptop];
  await trust(ann, bob);
  await trust(bob, ann);
  await ann.sync();
  await bob.sync();
  await ann.create(kind, mine);
  await bob.create(kind, theirs);
  await ann.sync();
  const { conflicts } = await bob.sync();
  return { ann, bob, id, conflicts };
}

const openAt = async ({ does }: Laptop, releaseId: string) =>
  (await does('exchange.conflicts', { releaseId })).filter(({ isOpen }) => isOpen);

it.each(['mine', 'theirs'] as const)('a reference that both took is settled as %s', async (choice) => {
  const { ann, bob, id, conflicts } = await bothAdd(
    'criterion',
    { reference: 'AC-50', text: 'Ann’s', owner: 'SECAS' },
    { reference: 'AC-50', text: 'Bob’s', owner: 'SECAS' },
  );
  const open = await openAt(bob, id);
  expect(open).toHaveLength(conflicts);
  expect(open).toMatchObject([{ record: 'criterion:AC-50', field: 'reference' }]);
  await bob.create('evidence', { reference: 'EV-050', title: 'Of Bob’s', criteria: [open[0]?.mine] });
  const settled = { releaseId: id, number: open[0]?.number ?? 0, choice, asOf: null };
  await bob.does('exchange.settle', settled);
  expect(await openAt(bob, id)).toEqual([]);
  await bob.sync();
  await ann.sync();
  for (const { facts } of [ann, bob]) {
    const { criteria, evidence } = await facts();
    const [text, other] = choice === 'mine' ? ['Bob’s', 'Ann’s'] : ['Ann’s', 'Bob’s'];
    expect(criteria.find(({ reference }) => reference === 'AC-50')?.text).toBe(text);
    expect(criteria.find(({ reference }) => reference === 'AC-50b')?.text).toBe(other);
    const named = evidence.find(({ reference }) => reference === 'EV-050')?.criteria?.[0];
    expect(criteria.find(({ reference }) => reference === named)?.text).toBe('Bob’s');
  }
});

it.each(['mine', 'theirs'] as const)('of three that took one reference the two change names, as %s', async (choice) => {
  const { laptops, shared, id } = await folderOf(4);
  const [ann, dan, , eve] = laptops as [Laptop, Laptop, Laptop, Laptop];
  const all = [ann, dan, eve];
  for (const one of all) for (const other of all) if (one !== other) await trust(one, other);
  await round(all, shared);
  for (const one of all) await one.create('evidence', { reference: 'EV-050', version: 1, title: one.person });
  await round(all, shared);
  await round(all, shared);
  const titled = async (one: Laptop) =>
    Object.fromEntries((await one.facts()).evidence.map(({ title, reference }) => [title, reference]));
  const before = await titled(eve);
  const found = (await openAt(eve, id)).find(({ record }) => record === 'evidence:EV-050@1');
  // As the two are called now, and whose they are.
  expect(found).toMatchObject({ mine: before[eve.person], theirs: 'EV-050' });
  expect([found?.mineBy?.name, found?.theirsBy?.name]).toEqual([eve.person, ann.person]);
  await eve.does('exchange.settle', { releaseId: id, number: found?.number ?? 0, choice, asOf: null });
  const wanted = choice === 'mine' ? { ...before, [eve.person]: 'EV-050', [ann.person]: before[eve.person] } : before;
  await round(all, shared);
  await round(all, shared);
  for (const one of all) {
    expect(await titled(one)).toEqual(wanted);
    // What stands nowhere any more is nobody's to choose, and the pair that nobody chose between still is.
    const open = (await openAt(one, id)).filter(({ record }) => record === 'evidence:EV-050@1');
    expect(open).toHaveLength(choice === 'theirs' && one === dan ? 1 : 0);
  }
});

it('a choice closes it in every store that met it', async () => {
  const { laptops, id, folder } = await folderOf(3);
  const [ann, , bob] = laptops as [Laptop, Laptop, Laptop];
  await trust(ann, bob);
  await trust(bob, ann);
  const give = async (from: Laptop, to: Laptop, file: string) => {
    const out = join(folder, file);
    const asked = { release: name, out, passphrase: null, to: null, full: true, type: 'changes' as const };
    await from.does('bundle.export', asked);
    return () => to.does('bundle.apply', { file: out, passphrase: null, choices: {}, token: null });
  };
  await (await give(ann, bob, '1.golive'))();
  for (const one of [ann, bob]) await one.create('criterion', { reference: 'AC-50', text: one.person, owner: 'SECAS' });
  const both = [await give(ann, bob, '2.golive'), await give(bob, ann, '3.golive')];
  for (const take of both) await take();
  for (const one of [ann, bob]) expect(await openAt(one, id)).toMatchObject([{ record: 'criterion:AC-50' }]);
  await (await give(ann, bob, '4.golive'))();
  await (await give(bob, ann, '5.golive'))();
  expect(await openAt(ann, id)).toHaveLength(1);
  const [open] = await openAt(bob, id);
  await bob.does('exchange.settle', {
    releaseId: id,
    number: open?.number ?? 0,
    choice: open?.default ?? 'mine',
    asOf: null,
  });
  await (await give(bob, ann, '6.golive'))();
  for (const one of [ann, bob]) expect(await openAt(one, id)).toEqual([]);
});
