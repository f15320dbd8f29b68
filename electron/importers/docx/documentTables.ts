import { attributeOf, type XmlHandlers, type XmlTag } from '../xml.ts';
import { createHeadingNumbers, type NumberedStyles } from './headingNumbers.ts';

/** One table of a Word document: its rows as a reader sees them, and the heading that it stands under. */
export interface DocumentTable {
  readonly name: string;
  readonly hidden: false;
  /** `7.1`, where the heading above has a number. */
  readonly clause: string | null;
  readonly rows: readonly (readonly string[])[];
}

const FALLBACK = '{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback';
const MOST_SPANNED = 512;
const tracked: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

interface OpenTable {
  readonly rows: string[][];
  readonly heading: string;
  readonly clause: string | null;
  cells: string[];
  /** How many columns the cell covers, and whether it continues the one above. */
  span: number;
  continues: boolean;
  text: string[];
}

/**
 * Gathers the tables of `word/document.xml`. A cell that several rows share counts for each of them; one over several
 * columns stands in the first; a table inside a cell is text of that cell. What tracked changes delete or move away, hidden
 * text and field codes are not read.
 */
export function createTableCollector(styles: NumberedStyles): {
  readonly handlers: XmlHandlers;
  readonly tables: () => readonly DocumentTable[];
  /** Rows that tracked changes delete. */
  readonly deletedRows: () => number;
  /** Whether tracked changes add words or rows to a table, delete words in it or move them; all are read as if accepted. */
  readonly hasTracked: () => boolean;
  /** Whether words in a table are hidden, and were left out. */
  readonly hasHidden: () => boolean;
} {
  const tables: DocumentTable[] = [];
  const headings = createHeadingNumbers(styles);
  let table: OpenTable | null = null;
  let depth = 0;
  let fallback = 0;
  let paragraph = '';
  let style = '';
  let numbered = false;
  let isText = false;
  let movedAway = 0;
  let run = { isOpen: false, isHidden: false };
  let row = { isHead: false, isDeleted: false };
  let deletedRows = 0;
  let hasTracked = false;
  let hasHidden = false;

  const openTable = () => {
    depth += 1;
    if (depth > 1) return;
    const { text, number } = headings.last();
    table = { rows: [], heading: text, clause: number, cells: [], span: 1, continues: false, text: [] };
  };
  const closeTable = () => {
    depth -= 1;
    if (depth > 0 || !table) return;
    const { rows, heading, clause } = table;
    const place = `table ${tables.length + 1}`;
    const name = heading ? `${heading.slice(0, 120)} (${place})` : `T${place.slice(1)}`;
    tables.push({ name, hidden: false, clause, rows });
    table = null;
  };
  const closeCell = () => {
    if (!table || depth > 1) return;
    const above = table.rows.at(-1)?.[table.cells.length];
    table.cells.push(table.continues ? (above ?? '') : table.text.join('\n').trim());
    for (let extra = 1; extra < table.span; extra += 1) table.cells.push('');
  };
  const closeParagraph = () => {
    const words = paragraph.replace(/[ \t]+/g, ' ').trim();
    if (table && words !== '') table.text.push(words);
    else if (!table && words !== '') headings.see(words, style, numbered);
    paragraph = '';
    style = '';
    numbered = false;
  };
  const isShown = () => fallback === 0 && movedAway === 0 && !run.isHidden;
  const closeRow = () => {
    if (!table || depth !== 1) return;
    if (row.isDeleted) deletedRows += 1;
    else table.rows.push(table.cells);
    table.cells = [];
    row = { isHead: false, isDeleted: false };
  };
  const open = (tag: XmlTag) => {
    const { name } = tag;
    // A row that is deleted is told by itself.
    if (table && tracked.has(name) && !(row.isHead && name === 'del')) hasTracked = true;
    if (name === FALLBACK) fallback += 1;
    else if (name === 'tbl') openTable();
    else if (name === 'moveFrom') movedAway += 1;
    else if (name === 'r') run = { isOpen: true, isHidden: false };
    else if (name === 'vanish' && run.isOpen) run.isHidden = !/^(?:0|false|off)$/.test(attributeOf(tag, 'val') ?? '');
    else if (name === 'trPr' && depth === 1) row.isHead = true;
    else if (name === 'del' && row.isHead) row.isDeleted = true;
    else if (name === 'gridBefore' && row.isHead && table)
      table.cells.push(...Array.from({ length: spanned(tag) }, () => ''));
    else if (name === 'tc' && table && depth === 1) Object.assign(table, { span: 1, continues: false, text: [] });
    else if (name === 'gridSpan' && table && depth === 1) table.span = spanned(tag);
    else if (name === 'vMerge' && table && depth === 1) table.continues = attributeOf(tag, 'val') !== 'restart';
    else if (name === 'pStyle') style = attributeOf(tag, 'val') ?? '';
    else if (name === 'numPr') numbered = true;
    else if (name === 't') isText = true;
    else if (name === 'noBreakHyphen' && isShown()) paragraph += '-';
    else if (name === 'tab' || name === 'br' || name === 'cr') paragraph += ' ';
  };
  return {
    tables: () => tables,
    deletedRows: () => deletedRows,
    hasTracked: () => hasTracked,
    hasHidden: () => hasHidden,
    handlers: {
      open,
      text(piece) {
        if (!isText) return;
        if (isShown()) paragraph += piece;
        else if (table && run.isHidden && fallback === 0 && movedAway === 0) hasHidden = true;
      },
      close(name) {
        if (name === FALLBACK) fallback -= 1;
        else if (name === 't') isText = false;
        else if (name === 'p') closeParagraph();
        else if (name === 'tc') closeCell();
        else if (name === 'tr') closeRow();
        else if (name === 'trPr') row.isHead = false;
        else if (name === 'moveFrom') movedAway -= 1;
        else if (name === 'r') run = { isOpen: false, isHidden: false };
        else if (name === 'tbl') closeTable();
      },
    },
  };
}

/** How many columns an element says that it covers. */
function spanned(tag: XmlTag): number {
  return Math.min(MOST_SPANNED, Math.max(1, Number(attributeOf(tag, 'val')) || 1));
}
