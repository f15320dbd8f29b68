import type { Form, PlacedField } from '../form/form.ts';
import { type Drawn, type Inline, type LaidOutPage, LayoutBase, type Line, RendererBase } from '../internals.ts';
import type { PdfkitDocument } from '../pdfkitDocument.ts';
import { QuickInlines } from '../quickInlines.ts';
import type { Artifact, MarkedContent } from './markedContent.ts';
import { type Segment, segmentsOf } from './runs.ts';
import { StructureElement } from './structure.ts';

interface TaggedLine extends Line {
  element?: StructureElement;
}

type TaggedDrawing = Drawn & { readonly element?: StructureElement };

/** pdfmake's layout, where each line knows the element that its paragraph belongs to. */
export class TaggedLayout extends LayoutBase {
  readonly #document: PdfkitDocument;

  constructor(document: PdfkitDocument, ...size: ConstructorParameters<typeof LayoutBase>) {
    super(...size);
    this.#document = document;
  }

  override tryLayoutDocument(...parts: readonly unknown[]): unknown {
    this.docMeasure.textInlines = new QuickInlines(this.#document);
    return super.tryLayoutDocument(...parts);
  }

  override buildNextLine(node: { readonly element?: StructureElement }): Line | null {
    const line: TaggedLine | null = super.buildNextLine(node);
    if (line !== null && node.element !== undefined) line.element = node.element;
    return line;
  }
}

/** Pages that are drawn before what they compress to is waited for. */
const TOGETHER = 25;

/** pdfmake's renderer, where everything drawn is content of an element or an artifact. */
export class TaggedRenderer extends RendererBase {
  readonly #document: PdfkitDocument;
  readonly #marks: MarkedContent;
  readonly #form: Form;
  /** Lines of table headers that were drawn once: pdfmake repeats them on each page, sharing their words. */
  readonly #headers = new Set<readonly Inline[]>();

  /** What each destination is called. */
  readonly #labels: ReadonlyMap<string, string>;

  constructor(document: PdfkitDocument, marks: MarkedContent, form: Form, labels: ReadonlyMap<string, string>) {
    super(document);
    this.#form = form;
    this.#labels = labels;
    this.#document = document;
    this.#marks = marks;
  }

  /**
   * Draws the pages, and lets go of each.
   * @param written is waited for every few pages, so that those drawn before do not heap up
   */
  async renderAll(pages: readonly LaidOutPage[], written: () => Promise<void>): Promise<void> {
    for (const [index, page] of pages.entries()) {
      super.renderPages([page]);
      // A page that is drawn is needed no more; of a thousand pages, this is most of the memory.
      page.items = [];
      if (index % TOGETHER === TOGETHER - 1) await written();
    }
    this.#marks.close();
    await written();
  }

  override renderVector(vector: { readonly artifact?: Artifact } | PlacedField): void {
    if ('field' in vector) {
      this.#form.place(vector);
      return;
    }
    this.#marks.beginArtifact(vector.artifact ?? 'Layout');
    super.renderVector(vector);
  }

  override renderSVG(drawing: TaggedDrawing): void {
    this.#beginFigure(drawing);
    super.renderSVG(drawing);
  }

  override renderImage(picture: TaggedDrawing): void {
    this.#beginFigure(picture);
    super.renderImage(picture);
  }

  #beginFigure({ element, x, y, _width: width, _height: height }: TaggedDrawing): void {
    if (element === undefined) throw new Error('A drawing stands outside the structure.');
    const bottom = this.#document.page.height - y - height;
    element.box = [x, bottom, x + width, bottom + height];
    this.#marks.begin(element);
  }

  override renderLine(line: TaggedLine, x: number, y: number): void {
    const element = this.#elementOf(line);
    const [height, ascender] = [line.getHeight(), line.getAscenderHeight()];
    for (const [index, segment] of segmentsOf(line.inlines).entries()) {
      const link = element !== null && segment.to !== null ? linkIn(element, segment.to) : null;
      if (element === null) this.#marks.beginArtifact('Pagination');
      else this.#marks.begin(spokenIn(link?.element ?? element, segment.language));
      const part = { inlines: segment.inlines, getHeight: () => height, getAscenderHeight: () => ascender };
      super.renderLine(index === 0 && line.id !== undefined ? { ...part, id: line.id } : part, x, y);
      if (link !== null) this.#annotate(link, segment, x, y, height);
    }
  }

  #elementOf(line: TaggedLine): StructureElement | null {
    const { element, inlines } = line;
    // Headers and footers of pages are no part of the structure.
    if (element === undefined) return null;
    if (element.role !== 'TH') return element;
    if (this.#headers.has(inlines)) return null;
    this.#headers.add(inlines);
    return element;
  }

  #annotate(link: OpenLink, { inlines }: Segment, x: number, y: number, height: number): void {
    const [first, last] = [inlines[0], inlines.at(-1)];
    if (first === undefined || last === undefined) return;
    const top = this.#document.page.height - y;
    const words = inlines
      .map((inline) => inline.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    // `page 14` leads nowhere by itself, and of a link that is broken over lines each part says the whole.
    const label = this.#labels.get(link.to) ?? words;
    const contents = label.includes(words) ? label : `${words}: ${label}`;
    this.#marks.addAnnotation(link.element, {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [x + first.x, top - height, x + last.x + last.width, top].map((value) => Math.round(value * 100) / 100),
      Border: [0, 0, 0],
      // Printed with the page, as archived files demand.
      F: 4,
      Contents: new String(contents),
      Dest: new String(link.to),
    });
  }
}

/** Words of another language are an element that says so; those on the next line go on with it. */
function spokenIn(parent: StructureElement, language: string | null): StructureElement {
  if (language === null) return parent;
  const last = parent.kids.at(-1);
  if (last instanceof StructureElement && last.attributes?.language === language) return last;
  return parent.add('Span', { language });
}

interface OpenLink {
  readonly to: string;
  readonly element: StructureElement;
}

const destinations = new WeakMap<StructureElement, string>();

/** The link that a segment continues, where it was broken over lines or cells; otherwise a new one. */
function linkIn(parent: StructureElement, to: string): OpenLink {
  const last = parent.kids.at(-1);
  if (last instanceof StructureElement && destinations.get(last) === to) return { to, element: last };
  const element = parent.add('Link');
  destinations.set(element, to);
  return { to, element };
}
