import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../shared/domain/rulebook/rules.ts';

const heads = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('.'))))];
/** `'rid.'` and `/^(scope|type)\./`: the beginning of an id, which says nothing of what a rule speaks of. */
const byText = new RegExp(`['"\`](?:${heads.join('|')})\\.['"\`]`);
const byPattern = new RegExp(`/\\^\\(?(?:${heads.join('|')})[a-z|()-]*\\\\\\.`);

const sources = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

it('asks a rule for its area; nobody reads it out of the rule’s name', () => {
  expect(sources.length).toBeGreaterThan(500);
  const reading = sources.filter((file) => {
    const source = readFileSync(file, 'utf8');
    return byText.test(source) || byPattern.test(source);
  });
  expect(reading).toEqual([]);
});
