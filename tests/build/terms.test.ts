import { readdirSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

const sources = ['shared', 'electron', 'renderer'].flatMap((floor) =>
  readdirSync(floor, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${floor}/${name.replaceAll('\\', '/')}`),
);

/** The words in a source that may come before somebody's eyes, with the line they begin in; comments are not among them. */
function wordsIn(file: string, source: string): readonly { readonly line: number; readonly text: string }[] {
  const found: { line: number; text: string }[] = [];
  const add = ({ start, end }: Place) =>
    void found.push({ line: source.slice(0, start).split('\n').length, text: source.slice(start, end) });
  const take = { Literal: addText(add), TemplateElement: add, JSXText: add };
  new Visitor(take).visit(parseSync(file, source).program);
  return found;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const addText = (add: (place: Place) => void) => (node: Place & { readonly value: unknown }) => {
  if (typeof node.value === 'string') add(node);
};

/** As code, a name and nothing else: `sec-golive`, the rule `golive.actual`. */
const smallWritten = /\b[gG]o-live\b/;

test('the term is Go-Live, with its capitals, in every word that the app may show (the guidance, §5.3)', () => {
  expect(sources.length).toBeGreaterThan(700);
  const wrong = sources.flatMap((file) =>
    wordsIn(file, readFileSync(file, 'utf8'))
      .filter(({ text }) => smallWritten.test(text))
      .map(({ line, text }) => `${file}:${line} ${text}`),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ["const title = 'Go-live on a weekday';", true],
  ['const due = `the day before go-live`;', true],
  ['const shown = <b>No go-live date</b>;', true],
  ["const title = 'Go-Live on a weekday';", false],
  ["// the go-live in force\nconst format = 'sec-golive';", false],
])('a small one is found in %j: %j', (source, isFound) => {
  expect(wordsIn('a.tsx', source).some(({ text }) => smallWritten.test(text))).toBe(isFound);
});
