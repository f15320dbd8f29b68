import { page } from '../look.ts';
import { memoryOf, type Pdfium, withDocument, withPage } from '../pdfium/library.ts';
import { countWords, emptyCount, type WordCount } from './words.ts';

/**
 * The words that PDFium finds on some pages of a file, without headers and footers; none in a file that it cannot open.
 * @param from the first of them, numbered from 0
 * @param to the one behind the last of them
 */
export function countWordsOfPages(library: Pdfium, file: Uint8Array, from: number, to: number): WordCount {
  const count = emptyCount();
  withDocument(library, file, (document) => {
    const end = Math.min(to, library.FPDF_GetPageCount(document));
    for (let number = from; number < end; number += 1)
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
