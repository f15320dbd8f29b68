import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';

const page = readFileSync('docs/adding.md', 'utf8');
const paths = [...page.matchAll(/`((?:shared|electron|renderer|tests|build)\/[^`\s]+)`/g)].map(
  ([, path]) => path ?? '',
);

it('names files that are there, and folders for those that are to come', () => {
  expect(paths.length).toBeGreaterThan(30);
  const known = (path: string) => existsSync(path.includes('<') ? dirname(path.replace(/\/<[^/]*\/.*$/, '/x')) : path);
  expect(paths.filter((path) => !known(path))).toEqual([]);
});
