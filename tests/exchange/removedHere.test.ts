import { expect, it } from 'vitest';
import { folderOf, type Laptop, name as shared, trust } from '../support/laptops.ts';
import { bothSides, name } from './sides.ts';

it('a bundle for a release that was removed here says so, before and after it is applied', async () => {
  const { secas, dcc, id } = await bothSides();
  await dcc.does('release.remove', { release: id, onBehalf: true });
  await secas.edit({ text: 'Every test passed in both regions.' });
  const { file } = await secas.send('2.golive');
  const told = /^“June 2026 SEC Release” was removed by Bo Test, Smart DCC Ltd, on .* What this brings is kept with it/;
  const removedHere = { comesBack: false, sentence: expect.stringMatching(told) };
  expect(await dcc.look(file)).toMatchObject({ removedHere, plan: { changed: 1 } });
  expect(dcc.cli('bundle', 'inspect', file).out).toContain('◆ “June 2026 SEC Release” was removed by Bo Test');
  expect(await dcc.take(file)).toMatchObject({ removedHere });
  expect(await dcc.does('release.list', {})).toEqual([]);
});

it.each([
  ['mine', false],
  ['theirs', true],
] as const)(
  'and whether it comes back with it: %s is chosen; what was taken in can be taken back',
  async (choice, lives) => {
    const { secas, dcc, id } = await bothSides();
    const before = (await dcc.does('release.open', { release: id, asOf: null })).facts;
    await dcc.does('release.remove', { release: id, onBehalf: true });
    await secas.does('release.remove', { release: id });
    await secas.does('record.undoLast', { asOf: null, release: name });
    await secas.does('record.edit', { asOf: null, kind: 'release', id, fields: { about: 'Another.' } });
    const { file } = await secas.send('2.golive');
    const { plan } = await dcc.look(file);
    expect(plan.conflicts).toHaveLength(1);
    const choices = Object.fromEntries(plan.conflicts.map(({ record, field }) => [`${record}#${field}`, choice]));
    const seen = await dcc.does('bundle.inspect', { file, passphrase: null, choices, asOf: null });
    const taken = await dcc.take(file, choices);
    expect(taken.removedHere).toEqual(seen.removedHere);
    expect(seen.removedHere?.comesBack).toBe(lives);
    expect(await dcc.does('release.list', {})).toHaveLength(lives ? 1 : 0);
    const { entry, through } = taken;
    await dcc.does('record.undo', { asOf: null, entry: Number(entry), through: Number(through) });
    expect(await dcc.does('release.list', {})).toEqual([]);
    await dcc.does('record.undoLast', { asOf: null, release: name, onBehalf: true });
    expect((await dcc.does('release.open', { release: id, asOf: null })).facts).toEqual(before);
    expect((await dcc.does('store.check', {})).problems).toEqual([]);
  },
);

it('a release that another laptop removed goes from here once somebody here says so, and nothing in it is taken back unseen', async () => {
  const { laptops, id } = await folderOf(2);
  const [secas, dcc] = laptops as [Laptop, Laptop];
  await trust(secas, dcc);
  await trust(dcc, secas);
  await secas.sync();
  expect(await dcc.sync()).toMatchObject({ applied: 1 });
  await dcc.edit('criterion', { selfStatus: 'met' });
  await secas.does('release.remove', { release: id });
  await secas.sync();
  expect(await dcc.sync()).toMatchObject({ applied: 0, waiting: 1 });
  expect((await dcc.waiting())[0]?.sentence).toBe(`It removes ${shared}, with whatever stands in it here.`);
  expect(await dcc.does('release.list', {})).toHaveLength(1);
  const { file } = await dcc.does('exchange.findWaiting', { name: (await dcc.waiting())[0]?.name ?? '' });
  await dcc.does('bundle.apply', { file, passphrase: null, choices: {}, token: null });
  expect(await dcc.does('release.list', {})).toEqual([]);
  const refused = await dcc.refuses('record.undoLast', { asOf: null, release: shared });
  expect(refused).toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/ was removed by Person 1, SECAS/),
  });
});
