import { limits } from './limits.ts';
import { shownText } from './previewText.ts';
import { readXml } from './readXml.ts';
import type { ZipParts } from './zipParts.ts';

interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly boolean[];
  readonly is1904: boolean;
}

interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  readonly hasMore: boolean;
}

/** The first rows of a sheet; reading stops behind them, however large the sheet is. */
export async function readSheet(zip: ZipParts, part: string, book: Book): Promise<SheetRows> {
  const rows: string[][] = [];
  const content = await zip.read(part);
  if (!content) return { rows, hasMore: false };
  let row: string[] = [];
  let at = 0;
  let cell: Readonly<Record<string, string>> = {};
  let value = '';
  let isValue = false;
  const isEnough = () => rows.length > limits.rows;
  await readXml(content, {
    isEnough,
    open: (name, attributes) => {
      if (name === 'row') {
        // Empty rows are not written; their numbers are.
        const number = Number(attributes.r);
        while (rows.length < Math.min(number - 1, limits.rows + 1)) rows.push([]);
        row = [];
        at = 0;
      } else if (name === 'c') {
        cell = attributes;
        value = '';
        at = columnOf(attributes.r) ?? at;
      } else if (name === 'v' || name === 't') isValue = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') {
        if (at <= limits.columns) {
          while (row.length < at) row.push('');
          row[at] = shownText(shownValue(value, cell, book));
        }
        at += 1;
      } else if (name === 'row' && !isEnough()) rows.push(row);
    },
    text: (text) => {
      if (isValue && value.length < limits.cellCharacters) value += text;
    },
  });
  return { rows, hasMore: isEnough() };
}

function shownValue(value: string, cell: Readonly<Record<string, string>>, book: Book): string {
  if (value === '') return '';
  switch (cell.t) {
    case 's':
      return book.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'str':
    case 'inlineStr':
    case 'e':
    case 'd':
      return value;
    default:
      return book.formats[Number(cell.s ?? 0)] ? dateOf(Number(value), book.is1904) : numberOf(value);
  }
}

/** Fifteen digits, as Excel shows them: 0.1 + 0.2 is 0.3. */
function numberOf(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
}

/** Excel counts days since 30 December 1899 (or 1 January 1904), the time as a fraction of a day. */
function dateOf(serial: number, is1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return String(serial);
  const days = is1904 ? serial + 1462 : serial;
  const stamp = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString();
  const time = stamp.slice(11, 16);
  if (days < 1) return time;
  return time === '00:00' ? stamp.slice(0, 10) : `${stamp.slice(0, 10)} ${time}`;
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference = ''): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
