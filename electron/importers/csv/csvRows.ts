import { Readable } from 'node:stream';
import { type CsvError, type Parser, parse } from 'csv-parse';
import { withoutApostrophe } from '../../../shared/domain/tables/neutralise.ts';
import type { Bytes } from '../files/bytes.ts';
import { decode, type Encoding } from '../files/encoding.ts';
import { refuse } from '../refusal.ts';
import type { RowBatch, SourceRow } from '../rows.ts';
import { csvOptions } from './guessDelimiter.ts';
import { createQuoteTidy } from './tidyQuotes.ts';

const BATCH = 1000;

/** Longer than any row of 512 columns that people fill: beyond it, a quotation mark was never closed. */
const LONGEST_ROW = 8_000_000;

interface CsvText {
  readonly bytes: Bytes;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Bytes of a first line `sep=;` that is no row; 0 where there is none. */
  readonly skip: number;
}

/** The rows of a CSV file in batches: read, decoded and parsed as they are asked for. */
export async function* csvRows(csv: CsvText): AsyncGenerator<RowBatch> {
  const { bytes, delimiter, skip } = csv;
  const parser = parse({ ...csvOptions, delimiter, max_record_size: LONGEST_ROW });
  let taken = 0;
  const source = Readable.from(
    counted(csv, (size) => {
      taken = size;
    }),
    { objectMode: false, highWaterMark: 256 * 1024 },
  );
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let rows: SourceRow[] = [];
  let row = skip > 0 ? 1 : 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length === 1 && cells[0] === '') continue;
      rows.push({ row, cells: cells.map(withoutApostrophe) });
      if (rows.length < BATCH) continue;
      yield { rows, done: taken / bytes.size };
      rows = [];
    }
  } catch (error) {
    throwAsRefusal(error, bytes.shown, parser);
  } finally {
    source.destroy();
    parser.destroy();
  }
  yield { rows, done: 1 };
}

/** The text as UTF-8 without its marks, and without blanks around cells in quotation marks. */
async function* counted({ bytes, encoding, delimiter, skip }: CsvText, tell: (size: number) => void) {
  const tidy = createQuoteTidy(delimiter);
  for await (const chunk of plainUtf8(bytes, encoding, skip, tell)) yield tidy.take(chunk);
  yield tidy.rest();
}

/** UTF-8 goes to the parser as it is; everything else is decoded first. */
async function* plainUtf8(bytes: Bytes, encoding: Encoding, skip: number, tell: (size: number) => void) {
  let size = 0;
  let left = skip;
  if (encoding.name === 'UTF-8' && encoding.noughts === 0) {
    let begun = false;
    for await (const chunk of bytes.read()) {
      size += chunk.length;
      tell(size);
      const text = begun ? chunk : chunk.subarray(marksAt(chunk));
      begun = true;
      yield text.subarray(left);
      left = 0;
    }
    return;
  }
  for await (const text of decode(bytes, encoding)) {
    size += encoding.name.startsWith('UTF-16') ? text.length * 2 : text.length;
    tell(size);
    yield Buffer.from(text.slice(left), 'utf8');
    left = 0;
  }
}

/** How many bytes of byte order marks a file begins with; some programs write two. */
function marksAt(chunk: Buffer): number {
  let at = 0;
  while (chunk[at] === 0xef && chunk[at + 1] === 0xbb && chunk[at + 2] === 0xbf) at += 3;
  return at;
}

function throwAsRefusal(error: unknown, shown: string, parser: Parser): never {
  const code = (error as CsvError | null)?.code as string | undefined;
  const row = parser.info.records + 1;
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    refuse(
      `“${shown}” ends inside a cell: a quotation mark in row ${row} is never closed. It may be cut short; export it again.`,
    );
  if (code === 'CSV_MAX_RECORD_SIZE')
    refuse(
      `Row ${row} of “${shown}” is longer than 8 million characters; a quotation mark before it is probably never closed.`,
    );
  if (code?.startsWith('CSV_')) refuse(`Row ${row} of “${shown}” cannot be read as a table; export the file again.`);
  throw error;
}
