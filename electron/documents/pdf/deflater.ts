import { askBeside } from '../beside/askBeside.ts';
import { deflate } from './deterministicDeflate.ts';

/** Of so many bytes on, a second thread that compresses the rest is worth its start: about forty pages. */
const MUCH = 2_000_000;

/** Compresses the streams of one file, those of a large one beside what goes on here; the same bytes either way. */
export class Deflater {
  #bytes = 0;

  deflate(content: Uint8Array): Uint8Array | Promise<Uint8Array> {
    this.#bytes += content.length;
    if (this.#bytes < MUCH) return deflate(content);
    return askBeside('deflate', content).then((compressed) => compressed ?? deflate(content));
  }
}
