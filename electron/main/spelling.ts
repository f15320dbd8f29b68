/// <reference path="./nspell.d.ts" />
import type { Nspell } from 'nspell';

/** Nobody types a word longer than this, and a pasted one is no word. */
const longestWord = 60;
const mostWords = 5_000;

let speller: Promise<Nspell> | null = null;

/** British English from our own files, read when the first word is typed: Chromium would fetch its own from elsewhere. */
async function loadSpeller(): Promise<Nspell> {
  const [{ default: nspell }, { default: dictionary }] = await Promise.all([
    import('nspell'),
    import('dictionary-en-gb'),
  ]);
  return nspell(dictionary);
}

/** Which of these words are misspelt. Short forms and references (`SECAS`, `SECMP0061`, `AC-01`) are not judged. */
export async function misspeltOf(words: readonly string[]): Promise<string[]> {
  speller ??= loadSpeller();
  const spelling = await speller;
  return words
    .slice(0, mostWords)
    .filter((word) => word.length <= longestWord && /^[\p{L}'’]+$/u.test(word) && word !== word.toUpperCase())
    .filter((word) => !spelling.correct(word));
}
