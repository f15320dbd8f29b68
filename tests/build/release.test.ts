import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PRODUCT } from '../../build/package/product.mjs';

it('calls the version in package.json, the lock file and the list of changes alike', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect([lock.version, lock.packages[''].version]).toEqual([PRODUCT.version, PRODUCT.version]);
  const [newest] = /^## \d+\.\d+\.\d+ · \d{4}-\d{2}-\d{2}$/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
  expect(newest).toMatch(new RegExp(`^## ${PRODUCT.version.replaceAll('.', '\\.')} · `));
});
