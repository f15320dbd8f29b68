import type { Result } from '../../../shared/domain/foundation/result.ts';
import { page } from '../look.ts';
import { loadPdfium, memoryOf, type Pdfium, withDocument, withPage } from '../pdfium/library.ts';
import { checkWords } from './checkWords.ts';
import type { TextPlace } from './textPlaces.ts';
import { countWords, emptyCount, type WordCount } from './words.ts';
import type { SectionWords } from './wordsIn.ts';
import { countWordsOut } from './wordsOut.ts';

/**
 * Reads a file back by readers that share no line with what wrote it: every word that went in must have come out. PDFium
 * is three times as quick as pdfjs, which is asked where PDFium misses a word: where one reader joins two words that
 * stand close, or takes one apart, the other may not, and what either finds whole was printed.
 *
 * @param places every text that people entered
 */
export async function readBack(
  sections: readonly SectionWords[],
  file: Uint8Array,
  places: () => readonly TextPlace[],
): Promise<Result<null>> {
  const quick = checkWords(sections, await countWordsQuickly(file), places);
  return quick.ok ? quick : checkWords(sections, await countWordsOut(file.slice()), places);
}

/** The words that PDFium finds, without headers and footers; none in a file that it cannot open. */
export async function countWordsQuickly(file: Uint8Array): Promise<WordCount> {
  const library = await loadPdfium();
  const count = emptyCount();
  withDocument(library, file, (document) => {
    for (let number = 0; number < library.FPDF_GetPageCount(document); number += 1)
      countWords(withPage(library, document, number, (sheet) => textInside(library, sheet)) ?? '', count);
  });
  return count;
}

/** The text between header and footer. */
function textInside(library: Pdfium, sheet: number): string {
  const { malloc, free } = library.pdfium.wasmExports;
  const text = library.FPDFText_LoadPage(sheet);
  const [width, height] = [library.FPDF_GetPageWidthF(sheet), library.FPDF_GetPageHeightF(sheet)];
  // It adds blanks and line ends of its own, never more than one to a character.
  const most = 2 * library.FPDFText_CountChars(text) + 2;
  const buffer = malloc(2 * most);
  const box = [0, height - page.top + 6, width, page.bottom - 6] as const;
  const units = library.FPDFText_GetBoundedText(text, ...box, buffer, most);
  const found = Buffer.from(memoryOf(library).subarray(buffer, buffer + 2 * units)).toString('utf16le');
  free(buffer);
  library.FPDFText_ClosePage(text);
  return found;
}
