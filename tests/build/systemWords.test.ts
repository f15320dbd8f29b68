import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Everything of the app that touches files. */
const sources = readdirSync('electron', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `electron/${name.replaceAll('\\', '/')}`);
const readOf = (file: string) => readFileSync(file, 'utf8');

/** What a file takes from Node's file system. */
function takenFromNode(source: string): readonly string[] {
  const imports = source.matchAll(/import \{([^}]*)\} from '(?:node:)?fs(?:\/promises)?'/g);
  return [...imports].flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(' as ')[0] ?? ''));
}

const renames = (source: string) => takenFromNode(source).some((name) => /^rename(Sync)?$/.test(name));
const asWhole = /import (?:\* as )?\w+(?:, \{[^}]*\})? from '(?:node:)?fs(?:\/promises)?'/;

/** A sentence for a person that holds what the system said: `ENOENT: no such file or directory, open '…'`. */
const rawWords = /fail\((?:[^;]|\n)*?\$\{\(error as Error\)\.message\}/;

test('files are renamed in one place, which waits for what Windows refuses for a moment', () => {
  expect(sources.length).toBeGreaterThan(300);
  // A log that is held goes on in the same file: nobody waits for it.
  const others = new Set(['electron/main/log.ts']);
  const renaming = sources.filter((file) => renames(readOf(file)) && !others.has(file));
  expect(renaming).toEqual(['electron/store/moveFile.ts']);
  expect(sources.filter((file) => asWhole.test(readOf(file)))).toEqual([]);
});

test('no sentence about a file holds the system’s own words', () => {
  expect(sources.filter((file) => rawWords.test(readOf(file)))).toEqual([]);
});

test.each([
  ["import { existsSync, renameSync } from 'node:fs';", true],
  ["import {\n  rename as move,\n} from 'node:fs/promises';", true],
  ["import { existsSync } from 'node:fs';", false],
])('a rename is found in %j: %j', (source, isFound) => {
  expect(renames(source)).toBe(isFound);
});
