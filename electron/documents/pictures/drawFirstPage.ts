import { memoryOf, type Pdfium, withDocument, withPage } from '../pdfium/library.ts';
import { sizeOfPage } from './firstPage.ts';

/** FPDF_ANNOT: what people drew on the page is part of it. */
const withAnnotations = 1;
/** FPDFBitmap_BGRA: four bytes a pixel. */
const format = 4;
const white = 0xffffffff;

/** A page as pixels, row by row from the top: blue, green, red and one byte that says nothing. */
export interface DrawnPage {
  readonly pixels: Uint8Array;
  readonly across: number;
  readonly down: number;
  /** Points in a pack. */
  readonly width: number;
  readonly height: number;
  readonly pages: number;
}

/** Draws the first page of a PDF. Null where there is none to draw: it is damaged, encrypted, or empty. */
export function drawFirstPage(library: Pdfium, file: Uint8Array): DrawnPage | null {
  return withDocument(library, file, (document) => {
    const pages = library.FPDF_GetPageCount(document);
    return withPage(library, document, 0, (page) => ({ ...draw(library, page), pages }));
  });
}

function draw(library: Pdfium, page: number): Omit<DrawnPage, 'pages'> {
  const size = sizeOfPage(library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page));
  const { across, down } = size;
  const bitmap = library.FPDFBitmap_CreateEx(across, down, format, 0, 0);
  library.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, white);
  library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, withAnnotations);
  const [start, stride] = [library.FPDFBitmap_GetBuffer(bitmap), library.FPDFBitmap_GetStride(bitmap)];
  const pixels = memoryOf(library).slice(start, start + stride * down);
  library.FPDFBitmap_Destroy(bitmap);
  return { ...size, pixels };
}
