import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

export type Pdfium = WrappedPdfiumModule;

let loaded: Promise<Pdfium> | null = null;

/** PDFium for our own pages, loaded once for each thread. */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= newPdfium(Number.POSITIVE_INFINITY);
  return loaded;
}

/**
 * PDFium, the reader of Chrome and Edge, as WebAssembly: it computes the same on every processor and system, and reaches
 * no file, font or network of theirs. Each has a memory of its own, so that of two files that other people made neither
 * changes what is read of the other.
 * @param bytes what its memory may grow to, at most; where a file needs more, PDFium throws and is of no use any more
 */
export async function newPdfium(bytes: number): Promise<Pdfium> {
  compiled ??= WebAssembly.compile(
    readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')),
  );
  const program = await compiled;
  const library = await init({
    instantiateWasm: (imports: WebAssembly.Imports, received: (instance: WebAssembly.Instance) => void) => {
      void WebAssembly.instantiate(program, within(bytes, imports)).then(received);
      return {};
    },
    // What it says of a file that it cannot read is nothing for the terminal.
    printErr: () => undefined,
  });
  library.PDFiumExt_Init();
  return library;
}

let compiled: Promise<WebAssembly.Module> | null = null;

/** What PDFium asks for when its memory is to grow. */
const growing = 'emscripten_resize_heap';

function within(bytes: number, imports: WebAssembly.Imports): WebAssembly.Imports {
  const { [growing]: grow, ...env } = imports.env ?? {};
  if (typeof grow !== 'function') throw new Error('PDFium does not ask for its memory as it did.');
  const growWithin = (size: number): unknown => {
    // Thrown, for what cannot have memory it does without, and goes on for as long as it likes.
    if (size >>> 0 > bytes) throw new Error(`PDFium needs more than ${bytes} bytes for this file.`);
    return grow(size);
  };
  return { ...imports, env: { ...env, [growing]: growWithin } };
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
