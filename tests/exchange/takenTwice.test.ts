import { expect, it } from 'vitest';
import { folderOf, type Laptop, trust } from '../support/laptops.ts';

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
