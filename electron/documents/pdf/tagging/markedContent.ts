import type { PdfkitDocument, PdfReference } from '../pdfkitDocument.ts';
import type { StructureElement } from './structure.ts';

/** What is on a page, but not part of what the document says. */
export type Artifact = 'Layout' | 'Pagination' | 'Watermark';

const artifacts: Readonly<Record<Artifact, string>> = {
  Layout: '<</Type/Layout>>',
  Pagination: '<</Type/Pagination>>',
  Watermark: '<</Type/Pagination/Subtype/Watermark>>',
};

/** What the parent tree says for one key: the elements of a page's marks in their order, or the element of a link or a field. */
export type Parent = StructureElement[] | StructureElement;

/**
 * Brackets whatever is drawn next as content of an element or as an artifact. Neighbours that belong together share one
 * pair of brackets, so that a paragraph of five lines is one piece of content.
 */
export class MarkedContent {
  /** By key, as the parent tree lists them. */
  readonly parents: Parent[] = [];
  readonly #document: PdfkitDocument;
  #open: StructureElement | Artifact | null = null;
  #marks: StructureElement[] = [];

  constructor(document: PdfkitDocument) {
    this.#document = document;
  }

  /** The page's entry in the parent tree begins; nothing may be open across pages. */
  startPage(): void {
    this.#marks = [];
    this.#document.page.dictionary.data.StructParents = this.parents.push(this.#marks) - 1;
  }

  begin(element: StructureElement): void {
    if (this.#open === element) return;
    this.close();
    const mcid = this.#marks.push(element) - 1;
    element.kids.push({ page: this.#document.page.dictionary.id, mcid });
    this.#document.page.write(`/${element.role} <</MCID ${mcid}>> BDC`);
    this.#open = element;
  }

  beginArtifact(kind: Artifact): void {
    if (this.#open === kind) return;
    this.close();
    this.#document.page.write(`/Artifact ${artifacts[kind]} BDC`);
    this.#open = kind;
  }

  close(): void {
    if (this.#open === null) return;
    this.#document.page.write('EMC');
    this.#open = null;
  }

  /** A link over what was drawn last, or a field of the form; both ways: the element holds it, and it names its key. */
  addAnnotation(element: StructureElement, annotation: Readonly<Record<string, unknown>>): PdfReference {
    const { page } = this.#document;
    const reference = this.#document.ref({ ...annotation, StructParent: this.parents.push(element) - 1 });
    page.annotations.push(reference);
    element.kids.push({ page: page.dictionary.id, annotation: reference.id });
    reference.end();
    return reference;
  }
}
