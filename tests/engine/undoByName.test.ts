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
