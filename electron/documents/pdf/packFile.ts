import { textFamily } from '../fonts/faces.ts';
import { Deflater } from './deflater.ts';
import { deflate } from './deterministicDeflate.ts';
import { Form } from './form/form.ts';
import { InOrder } from './inOrder.ts';
import { DocumentBase } from './internals.ts';
import { crossReferences, ObjectStreams, type Place } from './objectStreams.ts';
import type { PdfNameTree, PdfReference } from './pdfkitDocument.ts';
import { type ShapedFont, shapeFaster } from './shaping.ts';
import { MarkedContent } from './tagging/markedContent.ts';
import type { StructureElement } from './tagging/structure.ts';
import { writeStructure } from './tagging/writeStructure.ts';
import { xmpOf } from './xmp.ts';

/** Stay outside of object streams: what leads to the attachments is found even where the rest is damaged. */
const plain: ReadonlySet<unknown> = new Set(['Catalog', 'Filespec']);

/** Operators and line ends that become one buffer: so few that they are gone before the garbage collector moves them. */
const GATHERED = 512;

/**
 * pdfkit's document with what PDF/A-3a and PDF/UA-1 ask for besides: the structure tree, metadata that names both, name
 * trees in order. Its bytes are the same on each machine, and its small objects lie in object streams.
 */
export class PackFile extends DocumentBase {
  readonly marks = new MarkedContent(this);
  readonly form = new Form(this, this.marks, () => this.provideFont(textFamily, false, false));
  /** Claims PDF/A-3a and PDF/UA-1; a reading copy, to which foreign pages are added, must not. */
  archival = true;
  readonly #shaped = new WeakSet<ShapedFont>();
  readonly #structure: StructureElement;
  readonly #language: string;
  readonly #deflater = new Deflater();
  readonly #queue = new InOrder((error) => this.destroy(error as Error));
  readonly #objects = new ObjectStreams({
    newId: () => this.#newId(),
    writeStream: (id, dictionary, content) =>
      this.#queue.add(this.#deflater.deflate(content), (bytes) => this.#writeStream(id, dictionary, bytes)),
  });
  /** What pdfkit writes of an object that goes into an object stream. */
  #held: string[] | null = null;

  constructor(structure: StructureElement, language: string, ...options: ConstructorParameters<typeof DocumentBase>) {
    super(...options);
    this.#structure = structure;
    this.#language = language;
    this._root.data.MarkInfo = this.ref({ Marked: true });
    // While pages are drawn nobody reads from it yet; what fails then is thrown by `written`.
    this.on('error', () => undefined);
  }

  override provideFont(family: string, bold: boolean, italics: boolean): ShapedFont {
    const font = super.provideFont(family, bold, italics);
    if (!this.#shaped.has(font)) shapeFaster(font);
    this.#shaped.add(font);
    return font;
  }

  override addPage(options: unknown): unknown {
    // pdfkit completes the page before, and opens none while it is being constructed.
    this.marks.close();
    const result = super.addPage(options);
    this.marks.startPage();
    return result;
  }

  override ref(data: Record<string, unknown>): PdfReference {
    const reference = super.ref(data);
    const { finalize, write } = reference;
    // pdfkit would make a buffer of each operator.
    const operators: string[] = [];
    const gather = () => {
      if (operators.length > 0) write.call(reference, Buffer.from(operators.splice(0).join(''), 'latin1'));
    };
    reference.write = (chunk) => {
      if (typeof chunk === 'string') operators.push(chunk, '\n');
      if (typeof chunk !== 'string' || operators.length >= GATHERED) gather();
      if (typeof chunk !== 'string') write.call(reference, chunk);
    };
    reference.finalize = () => {
      gather();
      const parts = Array.isArray(reference.buffer) ? reference.buffer : [];
      if (parts.length > 0 && reference.compress) {
        // pdfkit's own compression differs between runtimes.
        this.#queue.add(this.#deflater.deflate(Buffer.concat(parts)), (bytes) => {
          reference.buffer = [bytes];
          reference.compress = false;
          finalize.call(reference);
        });
      } else if (parts.length > 0 || plain.has(reference.data.Type))
        this.#queue.add(null, () => finalize.call(reference));
      else {
        this.#held = [];
        finalize.call(reference);
      }
    };
    return reference;
  }

  override _write(data: string | Uint8Array): void {
    // Private members are not there yet while pdfkit writes the first line.
    if (#held in this && this.#held !== null) this.#held.push(String(data));
    else super._write(data);
  }

  override _refEnd(reference: PdfReference & { offset: number }): void {
    if (this.#held !== null) {
      // `7 0 obj`, the object, `endobj`.
      const [, text = ''] = this.#held;
      this.#held = null;
      this.#objects.add(reference.id, text);
    }
    super._refEnd(reference);
  }

  override end(): void {
    this.marks.close();
    this.form.end();
    const names = this._root.data.Names.data;
    names.Dests = inOrder(names.Dests);
    if (names.EmbeddedFiles) names.EmbeddedFiles = inOrder(names.EmbeddedFiles);
    // pdfkit maps the glyph for missing characters, which no text uses, to U+0000, which the standards forbid.
    for (const font of Object.values(this._fontFamilies)) if (font.unicode) font.unicode[0] = [0xfffd];
    super.end();
  }

  /** pdfkit's own form would ask viewers to draw the fields; ours is complete before the file ends. */
  override endAcroForm(): void {}

  override endMarkings(): void {
    const file = { newId: () => this.#newId(), write: (id: number, text: string) => this.#objects.add(id, text) };
    const root = this.ref({});
    this._root.data.StructTreeRoot = root;
    writeStructure(file, root.id, this.#structure, this.marks.parents);
    // It is written, and pdfkit waits for it.
    super._refEnd(Object.assign(root, { offset: 0 }));
    this._root.data.MarkInfo?.end();
  }

  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Readable without a PDF library, as PDF/A asks.
    metadata.compress = false;
    metadata.end(Buffer.from(xmpOf(this.info, this.#language, this.archival)));
    this._root.data.Metadata = metadata;
  }

  override _finalize(): void {
    this.#objects.flush();
    this.#queue.add(null, () => this.#writeEnd());
  }

  #writeEnd(): void {
    const own = this.#newId();
    const start = this._offset;
    this._offsets[own - 1] = start;
    const id = this._id.toString('hex');
    const trailer = `/Root ${this._root} /Info ${this._info} /ID [<${id}> <${id}>]`;
    const places = this._offsets.map(
      (offset, index): Place => this.#objects.placeOf(index + 1) ?? { offset: offset ?? 0 },
    );
    const { dictionary, content } = crossReferences(places, trailer);
    this.#writeStream(own, dictionary, deflate(content));
    super._write(`startxref\n${start}\n%%EOF`);
    this.push(null);
  }

  /** Resolves when all that was ended until now is on its way to who reads this file. @throws what kept it from there */
  written(): Promise<void> {
    return this.#queue.written();
  }

  #newId(): number {
    return this._offsets.push(null);
  }

  #writeStream(id: number, dictionary: string, content: Uint8Array): void {
    this._offsets[id - 1] = this._offset;
    super._write(`${id} 0 obj\n<<${dictionary} /Length ${content.length}>>\nstream`);
    // Any other array of bytes pdfkit takes for text.
    super._write(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    super._write('\nendstream\nendobj');
  }
}

/** By bytes, as readers search; pdfkit sorts by the language of the machine. Names are plain ASCII. */
function inOrder(tree: PdfNameTree): PdfNameTree {
  const entries = Object.entries(tree._items).sort(([left], [right]) => (left < right ? -1 : 1));
  return { Names: entries.flatMap(([name, value]) => [new String(name), value]) } as unknown as PdfNameTree;
}
