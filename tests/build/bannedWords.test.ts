import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { beyondTelling, toldOfFacts } from '../domain/sentenceGrammar.ts';

const sources = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

/** What a source says without its comments, in one line; a name of the code holds no blank. */
function textOf(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(^|\s)\/\/.*$/gm, ' ')
    .replace(/\s+/g, ' ');
}

const banned = [beyondTelling, toldOfFacts];

function found(source: string): readonly string[] {
  const text = textOf(source);
  return banned.flatMap((words) => {
    const at = words.exec(text);
    return at ? [text.slice(Math.max(0, at.index - 60), at.index + 60)] : [];
  });
}

it('no text of the product, whoever says it, tells of facts or is beyond telling', () => {
  expect(sources.length).toBeGreaterThan(500);
  const said = sources.map((file) => [file, found(readFileSync(file, 'utf8'))] as const);
  expect(Object.fromEntries(said.filter(([, words]) => words.length > 0))).toEqual({});
});

it('finds them in a text, and leaves comments and what people are told alone', () => {
  expect(found("const word = 'beyond telling';")).toHaveLength(1);
  expect(found('<p>that\n  cannot be told</p>')).toHaveLength(1);
  expect(found('<p>Newsletters are told beside it</p>')).toHaveLength(1);
  expect(
    found("/** Where it cannot be told. */ const on = null; // nobody can tell\n'Users are told what is tested'"),
  ).toEqual([]);
});
