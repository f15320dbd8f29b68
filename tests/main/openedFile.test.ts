import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOpenedFile, fileIn } from '../../electron/main/openedFile.ts';
import { scratchFolder } from '../support/scratch.ts';

it('finds the bundle or pack that a command line names, and nothing else', () => {
  const folder = scratchFolder();
  const file = join(folder, 'June 2026.golive');
  writeFileSync(file, '');
  expect(fileIn(['sec-golive', file], '/')).toBe(file);
  expect(fileIn(['sec-golive', '.', '--store', '/x', 'June 2026.golive'], folder)).toBe(file);
  const pack = join(folder, 'Pack of June.PDF');
  writeFileSync(pack, '');
  expect(fileIn(['sec-golive', pack], '/')).toBe(pack);
  expect(fileIn([file], '/')).toBeNull();
  expect(fileIn(['sec-golive', '--store', file], '/')).toBeNull();
  expect(fileIn(['sec-golive', join(folder, 'gone.golive')], '/')).toBeNull();
  expect(fileIn(['sec-golive', '--store=/x'], '/')).toBeNull();
});

it('hands an opened file over once', () => {
  const opened = createOpenedFile();
  expect(opened.take()).toBeNull();
  opened.put('/a.golive');
  expect([opened.take(), opened.take()]).toEqual(['/a.golive', null]);
});
