import { type CellReading, cannotRead, readAs } from './cellReading.ts';
import { plainWord } from './plainWord.ts';
import { shownWord } from './shown.ts';

/** The words of Jira, Azure DevOps and ALM, with the severity that they commonly stand for. */
const severityWords: ReadonlyMap<string, number> = new Map(
  [
    ['highest', 'blocker', 'critical', 'urgent', 'show stopper', 'showstopper', 'severe', 'emergency'],
    ['high', 'major', 'very high', 'serious', 'significant'],
    ['medium', 'moderate', 'normal', 'average', 'standard'],
    ['low', 'minor'],
    ['lowest', 'trivial', 'cosmetic', 'very low', 'negligible'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

const prefixed = /^(?:s|p|sev|severity|prio|priority|level|cat|category)[\s.:#-]*([1-9])$/i;
const numbered = /^(?:(?:s|p|sev|severity|priority)\s*)?([1-9])\s*[-–—:.)=/\s]\s*(\p{L}[\p{L} /]*)$/iu;
const wordFirst = /^(\p{L}[\p{L} ]*?)\s*[-–—:(/\s]\s*(?:s|p|sev)?([1-9])\)?$/iu;

/** The number that is the gravest of a column: 1, as in the SEC, or the highest of its list, 5 in ALM's. */
export type Scale = number;

/** A number from 1 to 9, or the words that tools put in its place; `scale` decides numbers that carry a word. */
export function readSeverity(text: string, scale: Scale): CellReading<number> {
  // A cell's format may show 2 as 002, or as S-02.
  const trimmed = text
    .trim()
    .slice(0, 100)
    .replace(/^(\D*)0+(?=[1-9](?:\D|$))/, '$1');
  if (/^[1-9](?:\.0+)?$/.test(trimmed)) {
    const number = Number(trimmed[0]);
    return isTurned(number, scale) ? readAs(turned(number, scale), true) : readAs(number);
  }
  const both = numberAndWord(trimmed);
  if (both) return readAs(turned(both.number, scale), true);
  const short = prefixed.exec(trimmed);
  if (short) return readAs(Number(short[1]), true);
  const known = severityWords.get(plainWord(trimmed));
  if (known !== undefined) return readAs(known, true);
  const what =
    'is not a number from 1 to 9 nor a word this import knows; write 1 to 9, or say which number it stands for';
  return cannotRead(`“${shownWord(text)}” ${what}`, true);
}

/**
 * Which way a column counts, by its numbers that carry words. `5-Urgent` or `1-Low` says that the highest is the gravest
 * (ALM's own list ends with five), `1 - Critical` the contrary; `2-Medium` fits both, and then graver words with rising
 * numbers decide. `4 - Critical` says that the list ends with four.
 */
export function scaleOf(distinct: Iterable<string>): Scale {
  const pairs = [...distinct].flatMap((text) => {
    const both = numberAndWord(text.trim().slice(0, 100));
    const word = both && severityWords.get(plainWord(both.word));
    return both && word !== undefined && both.number <= 5 ? [{ number: both.number, word }] : [];
  });
  let vote = 0;
  for (const { number, word } of pairs) vote += Math.abs(number - word) - Math.abs(6 - number - word);
  if (vote === 0)
    for (const one of pairs)
      for (const other of pairs) vote -= Math.sign((one.number - other.number) * (one.word - other.word));
  if (vote <= 0) return 1;
  const isGravest = pairs.some(({ word }) => word === 1);
  return isGravest ? Math.max(...pairs.map(({ number }) => number)) : 5;
}

function isTurned(number: number, scale: Scale): boolean {
  return scale > 1 && number <= scale;
}

function turned(number: number, scale: Scale): number {
  return isTurned(number, scale) ? scale + 1 - number : number;
}

function numberAndWord(text: string): { readonly number: number; readonly word: string } | undefined {
  const first = numbered.exec(text);
  if (first) return { number: Number(first[1]), word: first[2] ?? '' };
  const last = wordFirst.exec(text);
  if (!last || !severityWords.has(plainWord(last[1] ?? ''))) return undefined;
  return { number: Number(last[2]), word: last[1] ?? '' };
}
