// The worker runs inside this page, which is a process of its own already: a sandboxed page has no origin to start
// workers from. Importing it is what pdfjs looks for.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const chunk = 256 * 1024;
const parts = 'app://viewer/pdfjs/';
/** A picture inside a PDF may have so many pixels; a larger one is left out instead of taking all memory. */
const mostPixels = 64_000_000;

/** Opens a PDF a part at a time, so that a large one is not read whole. Nothing in it runs: no script, no XFA. */
export async function openPdf(address: string): Promise<PDFDocumentProxy> {
  const first = await readPart(address, 0, chunk);
  const range = new EvidenceTransport(address, first.total, first.bytes);
  return await getDocument({
    range,
    rangeChunkSize: chunk,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    useSystemFonts: false,
    useWasm: false,
    disableWorkerRendering: true,
    maxImageSize: mostPixels,
    cMapUrl: `${parts}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
    verbosity: 0,
  }).promise;
}

class EvidenceTransport extends PDFDataRangeTransport {
  readonly #address: string;

  constructor(address: string, total: number, first: Uint8Array) {
    super(total, first);
    this.#address = address;
  }

  override requestDataRange(begin: number, end: number): void {
    void readPart(this.#address, begin, end).then(({ bytes }) => this.onDataRange(begin, bytes));
  }
}

/** The bytes from `begin` up to, not including, `end`. */
async function readPart(address: string, begin: number, end: number) {
  const answer = await fetch(address, { headers: { range: `bytes=${begin}-${end - 1}` } });
  if (!answer.ok) throw new Error(`The file answers ${answer.status}`);
  const total = Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1]);
  return { total, bytes: new Uint8Array(await answer.arrayBuffer()) };
}
