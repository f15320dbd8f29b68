import type { PdfkitDocument, PdfReference } from '../pdfkitDocument.ts';
import type { ShapedFont } from '../shaping.ts';
import type { MarkedContent } from '../tagging/markedContent.ts';
import type { StructureElement } from '../tagging/structure.ts';
import {
  boxOperators,
  circleOperators,
  FACE,
  FRAME,
  GROUND,
  lineOperators,
  round,
  typedStyle,
  WIDTH,
} from './appearance.ts';
import type { FieldSpec } from './fieldSpec.ts';
import { formFont } from './formFont.ts';

/** A field where the layout has put it: points from the page's upper left corner. */
export interface PlacedField {
  readonly field: FieldSpec;
  readonly element?: StructureElement;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Flags of fields (ISO 32000-1, tables 221, 226 and 228). */
const READ_ONLY = 1;
const MULTILINE = 1 << 12;
const RADIO = 1 << 15;
/** Printed with the page, as archived files demand. */
const PRINTED = 4;

interface Circles {
  readonly parent: PdfReference;
  readonly kids: PdfReference[];
}

/**
 * The file's form (ISO 32000-1, 12.7). Each field is complete as issued: every appearance it can have is drawn here, so
 * that no viewer is asked to draw one, and nothing in it runs or is sent.
 */
export class Form {
  readonly #document: PdfkitDocument;
  readonly #marks: MarkedContent;
  readonly #face: () => ShapedFont;
  #font: PdfReference | null = null;
  readonly #fields: PdfReference[] = [];
  readonly #circles = new Map<string, Circles>();

  constructor(document: PdfkitDocument, marks: MarkedContent, face: () => ShapedFont) {
    this.#document = document;
    this.#marks = marks;
    this.#face = face;
  }

  /** @throws where the field stands outside the structure: nobody who is read to would find it. */
  place({ field, element, x, y, w, h }: PlacedField): void {
    if (element === undefined) throw new Error(`The field ${field.name} stands outside the structure.`);
    const bottom = this.#document.page.height - y - h;
    const widget = {
      Type: 'Annot',
      Subtype: 'Widget',
      Rect: [x, bottom, x + w, bottom + h].map(round),
      F: PRINTED,
      // What cannot be changed looks as if it stood on the page.
      ...(field.is === 'text' && field.fixed !== null
        ? {}
        : { MK: { BC: FRAME, BG: GROUND }, BS: { Type: 'Border', W: WIDTH, S: 'S' } }),
    };
    if (field.is === 'text') {
      const { name, tip, multiline, fixed } = field;
      const normal = this.#drawn(w, h, fixed === null ? boxOperators(w, h) : lineOperators(w, h, fixed));
      const typed = {
        ...widget,
        FT: 'Tx',
        T: new String(name),
        TU: new String(tip),
        Ff: (fixed === null ? 0 : READ_ONLY) | (multiline ? MULTILINE : 0),
        DA: new String(typedStyle),
        ...(fixed === null ? {} : { V: new String(fixed) }),
        AP: { N: normal },
      };
      this.#fields.push(this.#marks.addAnnotation(element, typed));
      return;
    }
    const { parent, kids } = this.#circlesOf(field.name, field.tip);
    const states = {
      [field.value]: this.#drawn(w, h, circleOperators(w, true)),
      Off: this.#drawn(w, h, circleOperators(w, false)),
    };
    const circle = { ...widget, Parent: parent, TU: new String(field.optionTip), AS: 'Off', AP: { N: states } };
    kids.push(this.#marks.addAnnotation(element, circle));
  }

  /** Writes what holds the fields together; a file without a field has no form. */
  end(): void {
    if (this.#fields.length === 0) return;
    for (const { parent } of this.#circles.values()) parent.end();
    const form = this.#document.ref({
      Fields: this.#fields,
      DR: { Font: { [FACE]: this.#fontOf() } },
      DA: new String(typedStyle),
    });
    form.end();
    this.#document._root.data.AcroForm = form;
  }

  #circlesOf(name: string, tip: string): Circles {
    const known = this.#circles.get(name);
    if (known) return known;
    const kids: PdfReference[] = [];
    const data = { FT: 'Btn', Ff: RADIO, T: new String(name), TU: new String(tip), V: 'Off', Kids: kids };
    const parent = this.#document.ref(data);
    const circles = { parent, kids };
    this.#circles.set(name, circles);
    this.#fields.push(parent);
    return circles;
  }

  #drawn(width: number, height: number, operators: string): PdfReference {
    const normal = this.#document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(width), round(height)],
      Resources: { Font: { [FACE]: this.#fontOf() } },
    });
    normal.end(Buffer.from(operators));
    return normal;
  }

  #fontOf(): PdfReference {
    this.#font ??= formFont(this.#document, this.#face().font);
    return this.#font;
  }
}
