import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bothSides, name } from '../exchange/sides.ts';
import { testEngine } from '../support/engine.ts';

/** Somebody of neither side, and a viewer, at the DCC's store. */
function bystanders(store: string) {
  const outsider = testEngine(store, { actor: { name: 'Olga', organisation: 'Ofgem' } });
  return { outsider, viewer: testEngine(store) };
}

async function withOpenConflict() {
  const both = await bothSides();
  const { secas, dcc, id } = both;
  const fields = { body: 'TAG', criterion: 'AC-01', position: 'supports' };
  await secas.does('record.create', { asOf: null, releaseId: id, kind: 'view', fields });
  await dcc.take((await secas.send('2.golive')).file);
  await secas.take((await dcc.send('2.golive', { type: 'receipt' })).file);
  const facts = async (desk: typeof secas) => (await desk.does('release.open', { release: name, asOf: null })).facts;
  const word = async (desk: typeof secas, wording: string) => {
    const view = (await facts(desk)).views[0];
    await desk.does('record.edit', { asOf: null, kind: 'view', id: view?.id ?? '', fields: { wording } });
  };
  await word(secas, 'Content.');
  await word(dcc, 'Content with the tests.');
  const bundle = (await secas.send('3.golive')).file;
  return { ...both, facts, bundle };
}

it('whoever is of neither side, and a viewer, applies no bundle and makes or brings no release; a viewer settles nothing', async () => {
  const { dcc, id, facts, bundle, folder } = await withOpenConflict();
  const { outsider, viewer } = bystanders(dcc.store);
  await viewer.does('profile.save', { name: 'Vera', organisation: 'Ofgem', role: 'viewer' });
  const out = join(folder, 'release.json');
  await dcc.does('release.export', { release: name, out });
  const other = join(folder, 'other.json');
  const content = JSON.parse(readFileSync(out, 'utf8')) as { release: Record<string, unknown> };
  const { id: _, ...release } = content.release;
  writeFileSync(
    other,
    JSON.stringify({ format: 'sec-golive/release', version: 1, release: { ...release, name: 'X' } }),
  );
  const made = { name: 'Y', kind: 'system', slot: null, adHocReason: 'Because.', approvedDate: null };
  for (const desk of [outsider, viewer]) {
    const before = await facts(dcc);
    const apply = { file: bundle, passphrase: null, choices: {}, token: null };
    expect((await desk.refuses('bundle.apply', apply)).kind).toBe('notAllowed');
    for (const onBehalf of [false, true]) {
      expect((await desk.refuses('release.create', { ...made, onBehalf })).kind).toBe('notAllowed');
      expect((await desk.refuses('release.import', { file: other, replace: false, onBehalf })).kind).toBe('notAllowed');
      expect((await desk.refuses('release.import', { file: out, replace: true, onBehalf })).kind).toBe('notAllowed');
    }
    expect(await facts(dcc)).toEqual(before);
  }
  await dcc.take(bundle);
  const [open] = await dcc.does('exchange.conflicts', { releaseId: id });
  const before = await facts(dcc);
  const settle = { releaseId: id, number: open?.number ?? 0, choice: 'mine', asOf: null };
  // A view is recorded by whoever has it, so that settling one is refused to a viewer alone.
  expect((await viewer.refuses('exchange.settle', settle)).kind).toBe('notAllowed');
  expect(await facts(dcc)).toEqual(before);
  expect((await dcc.does('release.list', {})).map((one) => one.name)).toEqual([name]);
});

it('a side makes the other’s release only by the switch, and then each field says so', async () => {
  const { dcc, folder } = await bothSides();
  const made = { name: 'Y', kind: 'system' as const, slot: null, adHocReason: 'Because.', approvedDate: null };
  expect((await dcc.refuses('release.create', made)).kind).toBe('notAllowed');
  const { id } = await dcc.does('release.create', { ...made, onBehalf: true });
  const { release } = (await dcc.does('release.open', { release: id, asOf: null })).facts;
  const marks = release.onBehalf?.map((mark) => [mark.field, mark.for]);
  expect(marks).toEqual(expect.arrayContaining(['name', 'kind', 'adHocReason'].map((field) => [field, 'SECAS'])));

  // Bringing a file is nobody's word: it says what its own sender recorded, and takes no one's place.
  const file = join(folder, 'new.json');
  writeFileSync(
    file,
    JSON.stringify({ format: 'sec-golive/release', version: 1, release: { name: 'Z', kind: 'system' } }),
  );
  const brought = await dcc.does('release.import', { file, replace: false });
  await dcc.does('record.undo', { asOf: null, entry: brought.entry, through: brought.through });
  expect((await dcc.does('release.list', {})).map((one) => one.name).sort()).toEqual([name, 'Y'].sort());
});

it('settles a field that the other side owns by the owner’s word only', async () => {
  const { secas, dcc, id } = await bothSides();
  await secas.edit({ bodies: ['TAG'] });
  const other = testEngine(dcc.store);
  const criterion = (await dcc.criterion())?.id ?? '';
  await other.does('record.edit', { asOf: null, kind: 'criterion', id: criterion, fields: { bodies: ['OPSG'] } });
  await dcc.take((await secas.send('2.golive')).file);
  const conflicts = await dcc.does('exchange.conflicts', { releaseId: id });
  expect(conflicts.map(({ field }) => field)).toEqual(['bodies']);
  const settle = { releaseId: id, number: conflicts[0]?.number ?? 0, choice: 'mine' as const, asOf: null };
  expect((await dcc.refuses('exchange.settle', settle)).kind).toBe('notAllowed');
  expect(await dcc.criterion()).toMatchObject({ bodies: ['TAG'] });
  await dcc.does('exchange.settle', { ...settle, onBehalf: true });
  const settled = await dcc.criterion();
  expect(settled?.bodies).toEqual(['OPSG']);
  expect(settled?.onBehalf?.map(({ field, for: side }) => [field, side])).toEqual([['bodies', 'SECAS']]);
});
