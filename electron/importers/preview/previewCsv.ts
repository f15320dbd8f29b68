import { parse } from 'csv-parse';
import type { Preview } from '../../../shared/contract/preview.ts';
import { decodeText } from './decodeText.ts';
import { limits } from './limits.ts';
import { shownText } from './previewText.ts';
import { readStart } from './readStart.ts';
import { tableOf } from './tableOf.ts';

/** The first rows of a CSV file; one whose quotes never end is shown as the text it is. */
export async function previewCsv(path: string): Promise<Preview> {
  const { bytes, truncated } = await readStart(path, limits.csvBytes);
  const decoded = shownText(decodeText(bytes));
  // The last line of a part may be half a line.
  const text = truncated ? decoded.slice(0, decoded.lastIndexOf('\n') + 1) || decoded : decoded;
  try {
    const rows = await rowsOf(text);
    return { kind: 'table', sheets: [tableOf('', rows, truncated)] };
  } catch {
    return {
      kind: 'text',
      text: text.slice(0, limits.textBytes),
      truncated: truncated || text.length > limits.textBytes,
    };
  }
}

/** One row more than is shown, which tells that there are more. */
function rowsOf(text: string): Promise<readonly string[][]> {
  const options = {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: limits.rows + 1,
    max_record_size: limits.textBytes,
  };
  return new Promise((resolve, reject) => {
    parse(text, options, (error, rows) => (error ? reject(error) : resolve(rows as string[][])));
  });
}

/** Spreadsheets of other countries write semicolons; what is copied out of one, tabs. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.indexOf('\n') + 1 || 2000).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
