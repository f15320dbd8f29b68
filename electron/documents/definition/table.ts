import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import {
  type Cell,
  type Column,
  type Inline,
  type Picture,
  spansOf,
  type Table,
} from '../../../shared/domain/pack/blocks.ts';
import { printable } from '../fonts/printable.ts';
import { colours, smallestText } from '../look.ts';
import { type Tag, tagged } from '../pdf/tagging/tags.ts';
import { claim, type Drawing } from './drawing.ts';
import { textNode, textNodes } from './inline.ts';

const GUTTER = 10;

/** The tallest row that is kept together, as estimated here: a third of the shortest page, so the estimate may be poor. */
const TALLEST_WHOLE_ROW = 150;

/**
 * A table of hairlines. Its widths are fixed, so that no word can push it off the page. Rows may break over pages, for a
 * row that may not loses its text where it is taller than the page; only where every row is far
 * lower than that are they kept whole, and the first with the header, which holds our own short words.
 */
export function drawTable(table: Table, drawing: Drawing): Content {
  const { scale } = drawing;
  const widths = widthsOf(table.columns, drawing.width);
  const size = table.size === 'small' ? scale.small : scale.table;
  const header: readonly TableCell[] = table.columns.map((column, index) =>
    headerCell(column, widths[index] ?? 0, drawing),
  );
  const rows = table.rows.map((row) =>
    row.map((cell, index) => bodyCell(cell, table.columns[index], widths[index] ?? 0, size, drawing)),
  );
  const node: ContentTable = {
    table: {
      widths: [...widths],
      headerRows: table.headless ? 0 : 1,
      ...(keepsRows(table, widths, size, drawing)
        ? { dontBreakRows: true, keepWithHeaderRows: table.headless ? 0 : 1 }
        : {}),
      body: table.headless ? rows : [[...header], ...rows],
    },
    layout: layoutOf(table.headless ? 0 : 1, table.size === 'small' ? scale.cellPadding * 0.7 : scale.cellPadding),
    margin: [0, 0, 0, 4],
  };
  return tagged(node, tagOf(table));
}

/** Rows of a single column are a list. The first cell of a row says what the row is about, also below a header row. */
function tagOf({ caption, columns, headless }: Table): Tag {
  if (!headless) return { is: 'table', summary: caption, headerRows: 1, rowHeaders: columns.length > 1 };
  if (columns.length === 1) return { is: 'rows' };
  const titles = columns.map((column) => column.title).join(', ');
  return { is: 'table', summary: `${caption}: ${titles}`, headerRows: 0, rowHeaders: true };
}

function keepsRows(table: Table, widths: readonly number[], size: number, { faces, scale }: Drawing): boolean {
  // The decision page is one page; there is nothing to keep.
  if (scale.keep === 0) return false;
  // What is measured is what is printed: a character without a glyph takes eight.
  const unnoted = { missing: new Map<string, number>() };
  const lines = (text: Inline, width: number) =>
    spansOf(text)
      .map((span) => printable(span.text, faces, unnoted))
      .join('')
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil((faces.strong.width(line) * size * 1.2 + 1) / Math.max(width, 1)), 0);
  const height = (cell: Cell, width: number) =>
    (cell.picture?.height ?? 0) + (lines(cell.text, width) + lines(cell.below ?? '', width)) * size * 1.45;
  return table.rows.every((row) => row.every((cell, index) => height(cell, widths[index] ?? 0) < TALLEST_WHOLE_ROW));
}

function widthsOf(columns: readonly Column[], width: number): readonly number[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  const room = width - GUTTER * (columns.length - 1);
  // Whole hundredths: the same bytes from every sum of weights.
  return columns.map((column) => Math.floor((room * column.weight * 100) / total) / 100);
}

function headerCell(column: Column, width: number, drawing: Drawing): TableCell {
  const { label } = drawing.scale;
  return textNode(
    column.title,
    { size: label, width, strong: true, colour: colours.soft, ...(column.align ? { align: column.align } : {}) },
    drawing,
  ) as TableCell;
}

function bodyCell(cell: Cell, column: Column | undefined, width: number, size: number, drawing: Drawing): TableCell {
  if (cell.picture !== undefined) return drawPicture(cell.picture);
  const align = column?.align ? { align: column.align } : {};
  const { id } = claim(cell.id, drawing);
  const style = {
    size,
    width,
    ...align,
    ...(cell.lines === undefined ? {} : { lines: cell.lines }),
    ...(id === undefined ? {} : { id }),
  };
  const main = textNodes(cell.text, style, drawing);
  const below = isBlank(cell)
    ? []
    : textNodes(cell.below ?? '', { size: Math.max(size - 0.8, smallestText), width, ...align }, drawing);
  const [only] = main;
  return (main.length === 1 && below.length === 0 ? only : { stack: [...main, ...below] }) as TableCell;
}

function drawPicture({ name, width, height, alt }: Picture): TableCell {
  return tagged({ image: name, width, height, margin: [0, 1, 0, 1] }, { is: 'figure', alt }) as TableCell;
}

function isBlank(cell: Cell): boolean {
  if (cell.below === undefined) return true;
  return typeof cell.below === 'string' ? cell.below === '' : cell.below.every((span) => span.text === '');
}

function layoutOf(headerRows: number, padding: number): CustomTableLayout {
  return {
    hLineWidth: (row, node) => (row === 0 ? 0 : row === headerRows ? 0.75 : row === node.table.body.length ? 0.5 : 0.4),
    vLineWidth: () => 0,
    hLineColor: (row) => (row === headerRows ? colours.line : colours.hair),
    paddingLeft: (column) => (column === 0 ? 0 : GUTTER / 2),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : GUTTER / 2),
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}
