import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMissing } from '../../build/completeLock.mjs';

test('the lock file holds every optional package, so that npm ci takes it (else: node build/run.mjs lock)', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(findMissing(lock.packages).map(({ where }) => where)).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test('a missing binary for another platform is described by its name', () => {
  const packages = {
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { '@tool/bin-linux-arm64-musl': '1.2.3', '@tool/bin-linux-x64': '1.2.3', fsevents: '^2' },
    },
    'node_modules/@tool/bin-linux-x64': { version: '1.2.3' },
  };
  expect(findMissing(packages)).toEqual([
    {
      where: 'node_modules/@tool/bin-linux-arm64-musl',
      entry: { version: '1.2.3', cpu: ['arm64'], dev: true, libc: ['musl'], optional: true, os: ['linux'] },
    },
  ]);
});

test('another version outside does not count: the missing one goes beside the package that asks for it', () => {
  const packages = {
    'node_modules/@tool/bin-darwin-x64': { version: '1.0.0' },
    'node_modules/a/node_modules/tool': { optionalDependencies: { '@tool/bin-darwin-x64': '2.0.0' } },
  };
  expect(findMissing(packages).map(({ where }) => where)).toEqual(['node_modules/a/node_modules/@tool/bin-darwin-x64']);
});
