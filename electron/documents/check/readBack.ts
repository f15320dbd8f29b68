import { readFileSync } from 'node:fs';
import type { Result } from '../../../shared/domain/foundation/result.ts';
import { askBeside } from '../beside/askBeside.ts';
import { loadPdfium } from '../pdfium/library.ts';
import { checkWords } from './checkWords.ts';
import { countWordsOfPages } from './countWordsOfPages.ts';
import type { TextPlace } from './textPlaces.ts';
import type { WordCount } from './words.ts';
import type { SectionWords } from './wordsIn.ts';
import { countWordsOut } from './wordsOut.ts';

/** Of so many pages on, a second thread that reads half of them is worth its start. */
const MANY = 60;

/**
 * Reads a file back by readers that share no line with what wrote it: every word that went in must have come out. PDFium
 * is three times as quick as pdfjs, which is asked where PDFium misses a word: where one reader joins two words that
 * stand close, or takes one apart, the other may not, and what either finds whole was printed.
 *
 * @param path the file, of `pages` pages
 * @param places every text that people entered
 */
export async function readBack(
  sections: readonly SectionWords[],
  path: string,
  pages: number,
  places: () => readonly TextPlace[],
): Promise<Result<null>> {
  const quick = checkWords(sections, await countWordsQuickly(path, pages), places);
  return quick.ok ? quick : checkWords(sections, await countWordsOut(new Uint8Array(readFileSync(path))), places);
}

/** The words that PDFium finds, without headers and footers; none in a file that it cannot open. */
export async function countWordsQuickly(path: string, pages: number): Promise<WordCount> {
  const half = pages < MANY ? 0 : Math.floor(pages / 2);
  const beside = half === 0 ? null : askBeside('countWords', { path, from: 0, to: half });
  const [library, file] = [await loadPdfium(), readFileSync(path)];
  const rest = countWordsOfPages(library, file, half, pages);
  if (beside === null) return rest;
  return sum((await beside) ?? countWordsOfPages(library, file, 0, half), rest);
}

function sum(one: WordCount, other: WordCount): WordCount {
  const words = new Map(one.words);
  for (const [word, count] of other.words) words.set(word, (words.get(word) ?? 0) + count);
  return { words, letters: one.letters + other.letters };
}
