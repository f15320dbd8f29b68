/** Objects in one stream, at most: a reader unpacks the whole stream to get at one of them. */
const MOST = 200;

/** Where an object lies: at a byte of the file, or at a place within an object stream. */
export type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** What a finished stream needs of the file: a number, and being written. */
interface File {
  readonly newId: () => number;
  /** Of content that is to be compressed yet. */
  readonly writeStream: (id: number, dictionary: string, content: Uint8Array) => void;
}

/**
 * Small objects packed together (ISO 32000-1, 7.5.7): tags are many small objects, and packed they take a tenth of the
 * room. Written while the document is made, so that no second library has to hold the whole file to shrink it.
 */
export class ObjectStreams {
  readonly #file: File;
  /** Number of the stream × 256 + place in it, by object. */
  readonly #places = new Map<number, number>();
  #ids: number[] = [];
  #texts: string[] = [];
  #stream = 0;

  constructor(file: File) {
    this.#file = file;
  }

  /** @param text the object as it would stand between `obj` and `endobj`, one byte a character. */
  add(id: number, text: string): void {
    if (this.#ids.length === 0) this.#stream = this.#file.newId();
    this.#places.set(id, this.#stream * 256 + this.#ids.length);
    this.#ids.push(id);
    this.#texts.push(text);
    if (this.#ids.length === MOST) this.flush();
  }

  flush(): void {
    if (this.#ids.length === 0) return;
    let offset = 0;
    const index = this.#ids.map((id, at) => {
      const entry = `${id} ${offset}`;
      offset += (this.#texts[at] ?? '').length + 1;
      return entry;
    });
    const head = `${index.join(' ')}\n`;
    const content = Buffer.from(`${head}${this.#texts.join('\n')}\n`, 'latin1');
    const dictionary = `/Type /ObjStm /N ${this.#ids.length} /First ${head.length} /Filter /FlateDecode`;
    this.#file.writeStream(this.#stream, dictionary, content);
    this.#ids = [];
    this.#texts = [];
  }

  placeOf(id: number): Place | null {
    const place = this.#places.get(id);
    return place === undefined ? null : { stream: Math.floor(place / 256), index: place % 256 };
  }
}

/**
 * The cross-reference stream (7.5.8), to be compressed yet, with the trailer in its dictionary. Object 0 heads the list of free objects, which
 * holds nothing else.
 */
export function crossReferences(
  places: readonly Place[],
  trailer: string,
): { readonly dictionary: string; readonly content: Uint8Array } {
  const row = 6;
  const table = Buffer.alloc((places.length + 1) * row);
  table[row - 1] = 0xff;
  for (const [index, place] of places.entries()) {
    const at = (index + 1) * row;
    const packed = 'stream' in place;
    table[at] = packed ? 2 : 1;
    table.writeUInt32BE(packed ? place.stream : place.offset, at + 1);
    table[at + 5] = packed ? place.index : 0;
  }
  return {
    dictionary: `/Type /XRef /Size ${places.length + 1} /W [1 4 1] ${trailer} /Filter /FlateDecode`,
    content: table,
  };
}
