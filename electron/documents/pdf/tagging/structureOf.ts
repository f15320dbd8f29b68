import { type Role, StructureElement } from './structure.ts';
import type { Tag } from './tags.ts';

/** A rectangle of a canvas, where it stands for a field of the form. */
interface Vector {
  element?: StructureElement;
}

/** What the walk sees of a pdfmake node. */
interface Piece {
  readonly tag?: Tag;
  readonly stack?: readonly Piece[];
  readonly columns?: readonly Piece[];
  readonly table?: { readonly body: readonly (readonly Piece[])[] };
  readonly text?: unknown;
  readonly svg?: string;
  readonly image?: string;
  readonly canvas?: readonly Vector[];
  /** Set here: the element that its lines or its drawing belong to. */
  element?: StructureElement;
}

const groups = { section: 'Sect', quote: 'BlockQuote', list: 'L' } as const;

/**
 * The structure tree of a definition, in its order; each text and drawing learns which element it belongs to.
 * @throws if a drawing has no alternative text: no file is made that says less to some readers than to others.
 */
export function structureOf(content: unknown): StructureElement {
  const root = new StructureElement('Document');
  new Walk().visitAll(content as readonly Piece[], root);
  return root;
}

class Walk {
  /** The levels of the headings that enclose what comes next: `[1, 3]` is a level three right below a title. */
  #levels: number[] = [];

  visitAll(pieces: readonly Piece[], parent: StructureElement): void {
    for (const piece of pieces) this.#visit(piece, parent);
  }

  #visit(piece: Piece, parent: StructureElement): void {
    const { tag } = piece;
    if (tag === undefined) this.#visitPlain(piece, parent);
    else if (tag.is === 'figure') piece.element = parent.add('Figure', { alt: tag.alt });
    else if (tag.is === 'heading') fill(piece, parent.add(this.#roleOf(tag.level)));
    else if (tag.is === 'item') fill(piece, parent.add('LI').add('LBody'));
    else if (tag.is === 'table') this.#visitTable(piece, tag, parent);
    else if (tag.is === 'contents') visitContents(piece, parent);
    else if (tag.is === 'rows') visitRows(piece, parent);
    else if (tag.is === 'labelled') visitLabelled(piece, parent.add('P'));
    else if (tag.is === 'field') addField(piece, parent);
    else this.visitAll(partsOf(piece), parent.add(groups[tag.is]));
  }

  #visitPlain(piece: Piece, parent: StructureElement): void {
    if (isText(piece)) piece.element = parent.add('P');
    else if (isDrawing(piece)) throw new Error('A drawing has no alternative text.');
    else this.visitAll(partsOf(piece), parent);
  }

  /** Without a gap, as readers navigate by level: a heading of level three right below a title is tagged as a second. */
  #roleOf(level: number): Role {
    while ((this.#levels.at(-1) ?? -1) >= level) this.#levels.pop();
    this.#levels.push(level);
    return `H${this.#levels.length}` as Role;
  }

  #visitTable(piece: Piece, tag: Tag & { readonly is: 'table' }, parent: StructureElement): void {
    const table = parent.add('Table', tag.summary === null ? null : { summary: tag.summary });
    for (const [index, cells] of (piece.table?.body ?? []).entries()) {
      const row = table.add('TR');
      for (const [column, cell] of cells.entries()) {
        const heads = index < tag.headerRows ? 'Column' : tag.rowHeaders && column === 0 ? 'Row' : null;
        const element = heads === null ? row.add('TD') : row.add('TH', { scope: heads });
        // One paragraph needs no element of its own; most cells are one.
        if (textsIn(cell) > 1) this.#visit(cell, element);
        else fill(cell, element);
      }
    }
  }
}

function visitRows(piece: Piece, parent: StructureElement): void {
  const list = parent.add('L');
  for (const cell of partsOf(piece)) fill(cell, list.add('LI').add('LBody'));
}

/** Each line of the contents is one item: the title and the page number, both of them the same link. */
function visitContents(piece: Piece, parent: StructureElement): void {
  const contents = parent.add('TOC');
  for (const cells of piece.table?.body ?? []) {
    const reference = contents.add('TOCI').add('Reference');
    for (const cell of cells) fill(cell, reference);
  }
}

/** Words and field follow each other as they are read, whichever is drawn first. */
function visitLabelled(piece: Piece, paragraph: StructureElement): void {
  for (const part of partsOf(piece)) {
    if (part.tag?.is === 'field') addField(part, paragraph);
    else fill(part, paragraph.add('Span'));
  }
}

function addField(piece: Piece, parent: StructureElement): void {
  for (const vector of piece.canvas ?? []) vector.element = parent.add('Form');
}

/** Everything in a piece belongs to one element. */
function fill(piece: Piece, element: StructureElement): void {
  if (isText(piece)) piece.element = element;
  else if (piece.tag?.is === 'figure') piece.element = element.add('Figure', { alt: piece.tag.alt });
  else if (isDrawing(piece)) throw new Error('A drawing has no alternative text.');
  else for (const part of partsOf(piece)) fill(part, element);
}

function textsIn(piece: Piece): number {
  if (piece.text !== undefined) return isText(piece) ? 1 : 0;
  return partsOf(piece).reduce((sum, part) => sum + textsIn(part), 0);
}

function partsOf({ stack, columns, table }: Piece): readonly Piece[] {
  return stack ?? columns ?? table?.body.flat() ?? [];
}

function isDrawing({ svg, image }: Piece): boolean {
  return svg !== undefined || image !== undefined;
}

/** Empty text only makes room. */
function isText({ text }: Piece): boolean {
  return text !== undefined && text !== '';
}
