import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

it('a removed release is found by its name behind a later one of that name, whose making was taken back', async () => {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'));
  const everything = () => does('release.list', {});
  const own = join(folder, 'own.json');
  // Without ids: each import of it is another release.
  const head = { format: 'sec-golive/release', version: 1 };
  writeFileSync(own, JSON.stringify({ ...head, release: { name: 'Nov A', kind: 'system' } }));
  await does('release.import', { file: own, replace: false });
  const before = await everything();
  await does('release.remove', { release: 'Nov A' });
  await does('release.import', { file: own, replace: false });
  await does('record.undoLast', { release: 'Nov A', asOf: null });
  await does('record.undoLast', { release: 'Nov A', asOf: null });
  expect(await everything()).toEqual(before);
});

it('says of a release whose making was taken back that its file brings it back, and of no undo that would', async () => {
  const folder = scratchFolder();
  const { does, refuses } = testEngine(join(folder, 'store'));
  const own = join(folder, 'own.json');
  writeFileSync(own, JSON.stringify({ format: 'sec-golive/release', version: 1, release: { name: 'Nov A' } }));
  const { id } = await does('release.import', { file: own, replace: false });
  await does('release.remove', { release: id });
  const told = async () => (await refuses('release.open', { release: id, asOf: null })).message;
  expect(await told()).toMatch(
    /a release file that was exported of it brings it back \(or golive undo with its name, in a terminal\)\.$/,
  );
  await does('record.undoLast', { release: id, asOf: null });
  await does('record.undoLast', { release: id, asOf: null });
  expect(await told()).toMatch(/a release file that was exported of it brings it back\.$/);
  expect((await refuses('record.undoLast', { release: id, asOf: null })).message).toBe(
    'There is nothing to take back in Nov A: of what was changed in this store, nothing still stands.',
  );
});
