import { decodePDFRawStream, PDFContext, PDFName, PDFParser, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

/** A file asks for more steps than its size explains: it is made to keep its reader busy, or damaged in such a way. */
export class TooMuchWork extends Error {}

/** What every file may take, however small: about two seconds of the slowest machine that the app runs on. */
const STEPS = 64_000_000;
/** More of them for each byte of the file. */
const STEPS_PER_BYTE = 8;
/** A reference, which pdf-lib keeps for good, beside a byte that is only passed over. */
const OBJECT = 64;

/** Steps that the file being read may still take; null while no foreign file is. */
let left: number | null = null;

/**
 * Runs work on a foreign PDF of this size, in bytes, that may take only so many steps. Steps are counted where pdf-lib
 * does its work: bytes that it goes back to read again, bytes that it unpacks, references that it makes. No clock is
 * asked, so that the same file comes to the same end on any machine, and a pack can be verified.
 *
 * @throws TooMuchWork from inside the work
 */
export async function counted<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  left = STEPS + STEPS_PER_BYTE * bytes;
  try {
    return await work();
  } finally {
    left = null;
  }
}

/** Counts steps of our own. Once they are used up, every further one ends the work: pdf-lib goes on after most errors. */
export function spend(steps: number): void {
  if (left === null) return;
  left -= steps;
  if (left < 0) throw new TooMuchWork();
}

interface Bytes {
  idx: number;
  moveTo: (this: Bytes, offset: number) => void;
}

interface Unpacking {
  readonly buffer: Uint8Array;
  ensureBuffer: (this: Unpacking, requested: number) => Uint8Array;
}

/** pdf-lib has no limits and no hooks for any; these are the three places that all its reading goes through. */
function countInLibrary(): void {
  const { bytes } = PDFParser.forBytesWithOptions(new Uint8Array(1)) as unknown as { readonly bytes: Bytes };
  const reading = Object.getPrototypeOf(bytes) as Bytes;
  const { moveTo } = reading;
  reading.moveTo = function (offset) {
    spend(Math.max(0, this.idx - offset));
    moveTo.call(this, offset);
  };
  const dict = PDFContext.create().obj({ Filter: PDFName.of('FlateDecode') });
  const flate = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array([0x78, 0x9c, 3, 0, 0, 0, 0, 1])));
  const unpacking = Object.getPrototypeOf(Object.getPrototypeOf(flate)) as Unpacking;
  const { ensureBuffer } = unpacking;
  unpacking.ensureBuffer = function (requested) {
    // It grows to the next power of two, so that all of its growth together is counted once or twice.
    if (requested > this.buffer.byteLength) spend(requested);
    return ensureBuffer.call(this, requested);
  };
  const { of } = PDFRef;
  PDFRef.of = (objectNumber, generationNumber) => {
    spend(OBJECT);
    return of(objectNumber, generationNumber);
  };
}

countInLibrary();
