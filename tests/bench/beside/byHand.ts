import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import type { Faces } from '../../../electron/documents/fonts/faces.ts';
import { page } from '../../../electron/documents/look.ts';
import {
  type Block,
  type Cell,
  type Inline,
  type PackModel,
  sectionsOf,
  spansOf,
  type Table,
} from '../../../shared/domain/pack/blocks.ts';

const paper = { width: 595.28, height: 841.89 } as const;
const wide = paper.width - page.left - page.right;
const gap = 4;

/** What a column of a list of facts or of counts takes, as shares of the width. */
const labelled = [{ weight: 1 }, { weight: 3 }] as const;

interface Hand {
  readonly document: PDFKit.PDFDocument;
  y: number;
}

/**
 * The words and tables of a pack as somebody writes them with pdfkit alone: fonts, wrapped lines, rules between the rows,
 * pages. No tags, no links, no bookmarks, no attachments, and nothing is read back.
 */
export async function drawByHand(model: PackModel, faces: Faces): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: true });
  document.registerFont('regular', faces.paths.regular).registerFont('strong', faces.paths.strong);
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const hand: Hand = { document, y: page.top };
  for (const section of sectionsOf(model)) {
    if (section.ownPage) turn(hand);
    line(hand, section.title, 'strong', 16);
    for (const piece of section.blocks.flatMap(piecesOf)) {
      if ('text' in piece) line(hand, piece.text, piece.font, piece.size);
      else rows(hand, piece.columns, piece.cells);
    }
  }
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

/** A line of text, or rows of a table with the shares that their columns take. */
type Piece =
  | { readonly text: string; readonly font: 'regular' | 'strong'; readonly size: number }
  | { readonly columns: readonly { readonly weight: number }[]; readonly cells: readonly (readonly string[])[] };

function piecesOf(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, font: 'strong', size: block.level === 2 ? 12 : 10 }];
    case 'paragraph':
      return [plain(wordsOf(block.text))];
    case 'facts':
      return [{ columns: labelled, cells: block.rows.map(({ label, value }) => [label, wordsOf(value)]) }];
    case 'counts':
      return [{ columns: labelled, cells: block.items.map(({ value, word }) => [String(value), word]) }];
    case 'table':
      return [{ columns: block.columns, cells: cellsOf(block) }];
    case 'figure':
      return [plain(block.alt)];
    case 'pair':
      return [...block.left, ...block.right].flatMap(piecesOf);
    case 'entry':
    case 'choice':
      return [plain(block.label)];
    case 'drawingNotes':
      return [];
  }
}

function plain(text: string): Piece {
  return { text, font: 'regular', size: 9 };
}

function cellsOf({ columns, rows: cells, headless }: Table): readonly (readonly string[])[] {
  const head = headless ? [] : [columns.map(({ title }) => title)];
  return [...head, ...cells.map((row) => row.map(wordsOfCell))];
}

function rows(
  hand: Hand,
  columns: readonly { readonly weight: number }[],
  cells: readonly (readonly string[])[],
): void {
  const { document } = hand;
  const all = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => (wide * weight) / all - gap);
  document.font('regular').fontSize(8);
  for (const row of cells) {
    const heights = row.map((text, at) => document.heightOfString(text || ' ', { width: widths[at] ?? wide }));
    const height = Math.max(...heights);
    room(hand, height + gap);
    let x = page.left;
    for (const [at, text] of row.entries()) {
      const width = widths[at] ?? wide;
      document.text(text, x, hand.y, { width });
      x += width + gap;
    }
    hand.y += height + gap;
    document
      .moveTo(page.left, hand.y - 2)
      .lineTo(page.left + wide, hand.y - 2)
      .stroke('#cccccc');
  }
}

function line(hand: Hand, text: string, font: 'regular' | 'strong', size: number): void {
  const { document } = hand;
  document.font(font).fontSize(size);
  const height = document.heightOfString(text || ' ', { width: wide });
  room(hand, height + gap);
  document.text(text, page.left, hand.y, { width: wide });
  hand.y += height + gap;
}

/** A new page where what comes does not fit. */
function room(hand: Hand, height: number): void {
  if (hand.y + height > paper.height - page.bottom) turn(hand);
}

function turn(hand: Hand): void {
  hand.document.addPage({ size: 'A4', margin: 0 });
  hand.y = page.top;
}

function wordsOfCell({ text, below }: Cell): string {
  return below === undefined ? wordsOf(text) : `${wordsOf(text)}\n${wordsOf(below)}`;
}

export function wordsOf(text: Inline): string {
  return spansOf(text)
    .map((span) => span.text)
    .join('');
}
