import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export type Pdfium = WrappedPdfiumModule;

let loaded: Promise<Pdfium> | null = null;

/**
 * PDFium, the reader of Chrome and Edge, as WebAssembly: it computes the same on every processor and system, and reaches
 * no file, font or network of theirs. Loaded once for each thread.
 */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfium> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const library = await init({ wasmBinary: Uint8Array.from(wasm).buffer });
  library.PDFiumExt_Init();
  return library;
}

/** What PDFium has in its memory, which its types leave out; taken anew each time, for the memory moves as it grows. */
export function memoryOf({ pdfium }: Pdfium): Uint8Array {
  return (pdfium as typeof pdfium & { readonly HEAPU8: Uint8Array }).HEAPU8;
}

/** Opens a PDF, uses it and lets it go. Null where PDFium cannot open it: it is damaged or encrypted. */
export function withDocument<Found>(library: Pdfium, file: Uint8Array, use: (document: number) => Found): Found | null {
  const { malloc, free } = library.pdfium.wasmExports;
  const held = malloc(file.length);
  memoryOf(library).set(file, held);
  const document = library.FPDF_LoadMemDocument(held, file.length, '');
  try {
    return document === 0 ? null : use(document);
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document);
    free(held);
  }
}

/** Opens one page, numbered from 0, uses it and lets it go. Null where it is not there or cannot be read. */
export function withPage<Found>(
  library: Pdfium,
  document: number,
  number: number,
  use: (page: number) => Found,
): Found | null {
  const page = library.FPDF_LoadPage(document, number);
  if (page === 0) return null;
  try {
    return use(page);
  } finally {
    library.FPDF_ClosePage(page);
  }
}
