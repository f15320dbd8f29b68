import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleIn, createOpenedBundle } from '../../electron/main/openedBundle.ts';
import { scratchFolder } from '../support/scratch.ts';

it('finds the bundle that a command line names, and nothing else', () => {
  const folder = scratchFolder();
  const file = join(folder, 'June 2026.golive');
  writeFileSync(file, '');
  expect(bundleIn(['sec-golive', file], '/')).toBe(file);
  expect(bundleIn(['sec-golive', '.', '--store', '/x', 'June 2026.golive'], folder)).toBe(file);
  expect(bundleIn([file], '/')).toBeNull();
  expect(bundleIn(['sec-golive', '--store', file], '/')).toBeNull();
  expect(bundleIn(['sec-golive', join(folder, 'gone.golive')], '/')).toBeNull();
  expect(bundleIn(['sec-golive', '--store=/x'], '/')).toBeNull();
});

it('hands an opened bundle over once', () => {
  const opened = createOpenedBundle();
  expect(opened.take()).toBeNull();
  opened.put('/a.golive');
  expect([opened.take(), opened.take()]).toEqual(['/a.golive', null]);
});
