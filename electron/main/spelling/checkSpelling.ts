/// <reference path="./nspell.d.ts" />
import type { Nspell } from 'nspell';
import type { Misspelt } from '../../../shared/contract/spelling.ts';

/** Nobody types a word longer than this, and a pasted one is no word. */
const longestWord = 60;
/** Beyond this many letters a search for what was meant takes seconds, and finds nothing. */
const longestMended = 24;
/** More words at once than these are no slips of the hand: another language, or a table. */
const mostWords = 5;
const mostSuggestions = 3;

let speller: Promise<Nspell> | null = null;

/** British English from our own files, read when the first text is checked: Chromium would fetch its own from elsewhere. */
async function loadSpeller(): Promise<Nspell> {
  const [{ default: nspell }, { default: dictionary }] = await Promise.all([
    import('nspell'),
    import('dictionary-en-gb'),
  ]);
  return nspell(dictionary);
}

/**
 * The misspelt words of a text, each once and in the order in which they stand, with what may have been meant; at most
 * five. Not judged: names (a capital within a sentence), short forms and references (`SECAS`, `SECMP0061`, `AC-01`).
 */
export async function checkSpelling(text: string): Promise<readonly Misspelt[]> {
  const words = new Set(wordsOf(text));
  if (words.size === 0) return [];
  speller ??= loadSpeller();
  const spelling = await speller;
  return [...words]
    .filter((word) => !spelling.correct(word))
    .slice(0, mostWords)
    .map((word) => ({
      word,
      suggestions: word.length > longestMended ? [] : spelling.suggest(word).slice(0, mostSuggestions),
    }));
}

function* wordsOf(text: string): Generator<string> {
  let startsSentence = true;
  for (const [whole] of text.matchAll(/[^\s/]+/gu)) {
    const word = whole.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const isName = word !== word.toLowerCase() && !(startsSentence && word.slice(1) === word.slice(1).toLowerCase());
    startsSentence = /[.!?:]["”’)]*$/u.test(whole) || word === '';
    if (!isName && word.length <= longestWord && /^[\p{L}'’]+$/u.test(word)) yield word.replaceAll('’', "'");
  }
}
