import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/*
 * “1 files” and its like: a number before a plural stands in a sentence only by `countOf`, or where one is told apart.
 */

const things =
  'files|records|rows|pages|issues|criteria|findings|changes|conditions|releases|versions|items|months|views|comments|entries|modifications|blockers|bundles|conflicts|things|columns|errors|problems|backups|copies|tests|phases|dates|parts';
const counted = new RegExp(String.raw`\$\{([^{}]*)\} (?:${things})\b`, 'g');
/** Names of limits, which are many by what they are. */
const isMany = (value: string) => /^[A-Z_]+$|^most/.test(value.trim());
/** What is never one, or no number. */
const others = [
  // The guidance's own lead times, of six months and more.
  'guidanceLeadTimes[value as LeadTimeName]',
  // Only told of more than a limit.
  'MOST_COLUMNS',
  'MOST_FILES',
  'zip.entryCount > MOST_ENTRIES',
  // Only told of several.
  'fitting.length} releases here are called',
  'owed.length} things to',
  // A word, no number.
  'modificationKey(one)} changes',
  'open severity-',
];

const sources = ['shared', 'electron', 'renderer'].flatMap((floor) =>
  (readdirSync(floor, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${floor}/${name}`),
);

it('no sentence puts a number before a plural without asking whether it is one', () => {
  const found = sources.flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const around = lines.slice(Math.max(0, at - 3), at + 1).join('\n');
      const isToldApart = /(?:=== 1|length < 2|> 1|isOne)\b/.test(around) || /^\s*(?:\*|\/\/|\/\*\*)/.test(line);
      const numbers = [...line.matchAll(counted)].filter(([, value = '']) => !isMany(value));
      return numbers.length > 0 && !isToldApart && !others.some((one) => line.includes(one))
        ? [`${path}:${at + 1}: ${line.trim()}`]
        : [];
    });
  });
  expect(found).toEqual([]);
});
