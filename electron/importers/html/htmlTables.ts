import { refuse } from '../refusal.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../rows.ts';
import { resolveEntities } from './htmlEntities.ts';
import { attributeIn, htmlPieces } from './htmlPieces.ts';

/** One table of a web page: its rows as a reader sees them, under the heading or caption that it stands under. */
export interface HtmlTable {
  readonly name: string;
  readonly hidden: false;
  readonly rows: readonly (readonly string[])[];
}

/** Cells that are written once and shared count for each row that they cover; a few bytes must not become millions. */
const MOST_CELLS = 4_000_000;
const MOST_TABLES = 2000;
/** Longer than any table may be, so that one that is too wide is refused, and not cut. */
const LONGEST_ROW = 8 * MOST_COLUMNS;

const blocks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
]);

/** A cell that covers rows below its own. */
interface Shared {
  readonly text: string;
  left: number;
}

/**
 * Gathers the tables of a web page. A cell that several rows share counts for each of them; one over several columns
 * stands in the first; a table inside a cell is text of that cell. Cells and rows that are never closed end where the
 * next one begins, as every browser reads them.
 */
export function tablesOfHtml(html: string, shown: string): readonly HtmlTable[] {
  const tables: HtmlTable[] = [];
  let rows: string[][] | null = null;
  let row: string[] | null = null;
  let shared: (Shared | undefined)[] = [];
  let cell: { readonly words: string[]; readonly columns: number; readonly rows: number } | null = null;
  let depth = 0;
  let cells = 0;
  let heading = '';
  let caption: string[] | null = null;

  const put = (text: string) => {
    cells += 1;
    if (cells > MOST_CELLS) refuse(`“${shown}” holds tables of more than 4,000,000 cells; export CSV instead.`);
    if (row && row.length < LONGEST_ROW) row.push(text);
  };
  const fillShared = () => {
    for (let above = row && shared[row.length]; above; above = row && shared[row.length]) {
      above.left -= 1;
      if (above.left <= 0) shared[row?.length ?? 0] = undefined;
      put(above.text);
      if (!row || row.length >= LONGEST_ROW) return;
    }
  };
  const closeCell = () => {
    if (!cell) return;
    const text = plain(cell.words);
    for (let column = 0; column < cell.columns; column += 1) {
      const value = column === 0 ? text : '';
      if (row && cell.rows > 1 && row.length < LONGEST_ROW) shared[row.length] = { text: value, left: cell.rows - 1 };
      put(value);
    }
    cell = null;
  };
  const closeRow = () => {
    closeCell();
    if (!row) return;
    fillShared();
    if (rows && rows.length > MOST_ROWS)
      refuse(`“${shown}” has more than 1,000,000 rows; split it into smaller files.`);
    rows?.push(row);
    row = null;
  };
  const openTable = () => {
    if (rows && cell) {
      depth += 1;
      cell.words.push('\n');
      return;
    }
    closeTable();
    rows = [];
    shared = [];
  };
  const closeTable = () => {
    closeRow();
    if (rows && tables.length < MOST_TABLES && rows.length > 0) {
      const place = `table ${tables.length + 1}`;
      const name = heading ? `${heading.slice(0, 120)} (${place})` : `T${place.slice(1)}`;
      tables.push({ name, hidden: false, rows });
    }
    rows = null;
  };

  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') {
      if (cell) cell.words.push(piece.text);
      else if (caption) caption.push(piece.text);
      continue;
    }
    const { name, closes, attributes } = piece;
    if (depth > 0) {
      if (name === 'table') depth += closes ? -1 : 1;
      else if (name === 'td' || name === 'th') cell?.words.push(' ');
      if (blocks.has(name) || name === 'br') cell?.words.push('\n');
    } else if (name === 'table') {
      if (closes) closeTable();
      else openTable();
    } else if (rows && name === 'tr') {
      closeRow();
      if (!closes) row = [];
    } else if (rows && (name === 'td' || name === 'th')) {
      closeCell();
      if (closes) continue;
      row ??= [];
      fillShared();
      cell = {
        words: [],
        columns: spanOf(attributes, 'colspan', MOST_COLUMNS),
        rows: spanOf(attributes, 'rowspan', MOST_ROWS),
      };
    } else if (/^h[1-6]$|^caption$/.test(name) && !cell) {
      if (closes && caption) heading = plain(caption).replaceAll('\n', ' ');
      caption = closes ? null : [];
    } else if (cell && (blocks.has(name) || name === 'br')) cell.words.push('\n');
  }
  closeTable();
  return tables;
}

function spanOf(attributes: string, name: string, most: number): number {
  const stated = Number(attributeIn(attributes, name) ?? 1);
  return Number.isInteger(stated) && stated > 1 ? Math.min(stated, most) : 1;
}

/** Blanks and line ends of the source are only blanks; those of the page are line ends. */
function plain(words: readonly string[]): string {
  const text = words.map((word) => (word === '\n' ? word : word.replace(/\s+/g, ' '))).join('');
  return resolveEntities(text)
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
