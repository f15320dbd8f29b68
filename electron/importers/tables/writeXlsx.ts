import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { Table, TableValue } from '../../../shared/domain/tables/table.ts';

/** Excel's own limit for one cell. */
const LONGEST = 32_767;
const CUT = '… (cut: Excel holds no longer text)';

/** Before March 1900 Excel's calendar is a day off; such dates stand as text. */
const FIRST_DATE = '1900-03-01';

type ColumnType = Table['columns'][number]['type'];

/** A workbook with one sheet: headings bold and in sight, dates as dates, and text always as text, never a formula. */
export function writeXlsx({ title, columns, rows }: Table, out: string): Promise<void> {
  const header: Row = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' }));
  const data = rows.map((row): Row => row.map((value, index) => cellOf(value, columns[index]?.type ?? 'text')));
  const widths = columns.map(({ name, type }, index) => ({ width: widthOf(name, type, rows, index) }));
  const options = { sheet: sheetName(title), columns: widths, stickyRowsCount: 1 };
  return writeXlsxFile([header, ...data], options).toFile(out);
}

function cellOf(value: TableValue, type: ColumnType): Row[number] {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return { value: value ? 'Yes' : 'No', type: String };
  if (typeof value === 'number') return { value, type: Number };
  if (type === 'date' && value >= FIRST_DATE)
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'd mmmm yyyy' };
  const text = escaped(value);
  return { value: text.length > LONGEST ? text.slice(0, LONGEST - CUT.length) + CUT : text, type: String };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu;

/** Signs that XML cannot hold or would change stand as Excel writes them: `_x000D_`; text that looks so, as `_x005F_`. */
function escaped(text: string): string {
  const unit = (code: number) => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
  // The writer keeps its texts in a plain object, where names such as `constructor` are taken.
  const plain = text in {} ? unit(text.charCodeAt(0)) + text.slice(1) : null;
  if (plain !== null) return plain;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNWRITABLE, (sign) => Array.from({ length: sign.length }, (_, at) => unit(sign.charCodeAt(at))).join(''));
}

const WIDEST = 60;

function widthOf(name: string, type: ColumnType, rows: Table['rows'], index: number): number {
  if (type === 'date') return Math.max(20, name.length + 2);
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, String(row[index] ?? '').length), name.length);
  return Math.min(WIDEST, longest + 2);
}

/** Excel allows 31 characters, and not all of them. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Table'
  );
}
