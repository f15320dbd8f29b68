import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { neutralised } from '../../../shared/domain/tables/neutralise.ts';
import type { Table, TableValue } from '../../../shared/domain/tables/table.ts';

/** CSV as Excel opens it rightly everywhere: UTF-8 with its mark, CRLF, and no cell that it would run as a formula. */
export function writeCsv({ columns, rows }: Table, out: string): Promise<void> {
  const lines = function* () {
    yield columns.map(({ name }) => neutralised(name));
    for (const row of rows) yield row.map(cellText);
  };
  // Of line breaks, csv-stringify quotes its own kind only; a cell may hold any.
  return pipeline(
    Readable.from(lines()),
    stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]|^\s|\s$/ }),
    createWriteStream(out),
  );
}

function cellText(value: TableValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? String(value) : neutralised(value);
}
