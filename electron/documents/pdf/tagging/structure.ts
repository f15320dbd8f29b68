/** The standard structure types that packs use (ISO 32000-1, 14.8.4). */
export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Span'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Form';

/** A stretch of a page's content, by its number on that page. */
interface Mark {
  readonly page: number;
  readonly mcid: number;
}

/** A link or a form field on a page. */
interface HeldAnnotation {
  readonly page: number;
  readonly annotation: number;
}

export type Kid = StructureElement | Mark | HeldAnnotation;

interface Attributes {
  readonly alt?: string;
  readonly summary?: string;
  readonly scope?: 'Column' | 'Row';
  /** BCP 47, where it is not the file's own. */
  readonly language?: string;
}

/** One element of the structure tree. Made before layout in the order of reading; its content is added while drawing. */
export class StructureElement {
  readonly role: Role;
  readonly attributes: Attributes | null;
  readonly kids: Kid[] = [];
  /** Left, bottom, right and top on its page; for figures. */
  box: readonly [number, number, number, number] | null = null;
  /** Its number as an object of the file, once written. */
  id = 0;

  constructor(role: Role, attributes: Attributes | null = null) {
    this.role = role;
    this.attributes = attributes;
  }

  add(role: Role, attributes: Attributes | null = null): StructureElement {
    const kid = new StructureElement(role, attributes);
    this.kids.push(kid);
    return kid;
  }
}
