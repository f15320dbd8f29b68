import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
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

/** PDFium as WebAssembly: it computes the same on every processor and system, and reaches no file, font or network of theirs. */
export async function loadPdfium(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: Uint8Array.from(wasm).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Draws the first page of a PDF. Null where there is none to draw: it is damaged, encrypted, or empty. */
export function drawFirstPage(library: WrappedPdfiumModule, file: Uint8Array): DrawnPage | null {
  const { malloc } = library.pdfium.wasmExports;
  const held = malloc(file.length);
  memoryOf(library).set(file, held);
  const document = library.FPDF_LoadMemDocument(held, file.length, '');
  const page = document === 0 ? 0 : library.FPDF_LoadPage(document, 0);
  const drawn = page === 0 ? null : { ...draw(library, page), pages: library.FPDF_GetPageCount(document) };
  if (page !== 0) library.FPDF_ClosePage(page);
  if (document !== 0) library.FPDF_CloseDocument(document);
  library.pdfium.wasmExports.free(held);
  return drawn;
}

function draw(library: WrappedPdfiumModule, page: number): Omit<DrawnPage, 'pages'> {
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

/** What PDFium has in its memory, which its types leave out; taken anew each time, for the memory moves as it grows. */
function memoryOf({ pdfium }: WrappedPdfiumModule): Uint8Array {
  return (pdfium as typeof pdfium & { readonly HEAPU8: Uint8Array }).HEAPU8;
}
