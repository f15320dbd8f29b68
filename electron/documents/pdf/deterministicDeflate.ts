import { PDFContext } from '@cantoo/pdf-lib';

/**
 * zlib data from a compressor in JavaScript: Node's own differs between versions and processors, and a pack is compared
 * byte for byte on another machine than the one that made it.
 */
export function deflate(data: Uint8Array): Uint8Array {
  return PDFContext.create().flateStream(data).getContents();
}
