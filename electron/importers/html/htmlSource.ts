import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import { chooseTable } from '../chooseTable.ts';
import { textOf } from '../csv/csvSource.ts';
import type { Bytes } from '../files/bytes.ts';
import { type Encoding, encodingInWords, encodingNotes } from '../files/encoding.ts';
import { refuse } from '../refusal.ts';
import type { RowBatch, TableSource } from '../rows.ts';
import { type HtmlTable, tablesOfHtml } from './htmlTables.ts';

/** Trackers export a thousand issues at a time; larger pages are no export of one. */
const LARGEST = 24 * 1024 * 1024;

/** One table of a web page, under whatever name: Jira and others call theirs `.xls`. */
export async function htmlSource(
  bytes: Bytes,
  encoding: Encoding,
  chosen: string | null,
  kind: ImportKind,
): Promise<TableSource> {
  const { shown } = bytes;
  if (bytes.size > LARGEST) refuse(`“${shown}” is a web page (HTML) of more than 24 MB; export CSV instead.`);
  const tables = tablesOfHtml(await textOf(bytes, encoding), shown);
  if (tables.length === 0)
    refuse(`“${shown}” is a web page (HTML) without a table; export it again as CSV or .xlsx, and import that.`);
  const { entry, notes } = await chooseTable(tables, chosen, kind, { shown, what: 'table', rowsOf });
  const isNamedOtherwise = !/\.html?$/i.test(shown);
  return {
    format: 'html',
    formatName: 'web page (HTML)',
    encoding: encodingInWords(encoding),
    delimiter: null,
    sheets: tables.map(({ name }) => name),
    sheet: entry.name,
    batches: () => rowsOf(entry),
    strictWidth: false,
    notes: () => [
      ...(isNamedOtherwise ? ['The file is a web page (HTML), whatever its name says; its table was read.'] : []),
      ...encodingNotes(encoding),
      ...notes,
    ],
  };
}

async function* rowsOf({ rows }: HtmlTable): AsyncGenerator<RowBatch> {
  yield { rows: rows.map((cells, index) => ({ row: index + 1, cells })), done: 1 };
}
