import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import type { Bytes } from '../files/bytes.ts';
import { decode, type Encoding, encodingInWords, encodingNotes } from '../files/encoding.ts';
import { refuse } from '../refusal.ts';
import type { TableSource } from '../rows.ts';
import { csvRows } from './csvRows.ts';
import { delimiters, guessDelimiter } from './guessDelimiter.ts';

const SAMPLE = 64 * 1024;
const LARGEST = 1024 ** 3;

/** A CSV file, or pasted text with cells between commas, semicolons, tabs or bars. */
export async function csvSource(
  bytes: Bytes,
  encoding: Encoding,
  kind: ImportKind,
  pasted: boolean,
): Promise<TableSource> {
  if (bytes.size > LARGEST) refuse(`“${bytes.shown}” is larger than 1 GB; split it into smaller files.`);
  const sample = await textHead(bytes, encoding);
  // Excel understands a first line that names the delimiter, and other programs write it.
  const named = /^"?sep=(.)"?(?:\r\n?|\n)/i.exec(sample);
  const stated = delimiters.find((delimiter) => delimiter === named?.[1]);
  const skip = stated && named ? named[0].length : 0;
  const delimiter = stated ?? guessDelimiter(wholeLines(sample), kind);
  return {
    format: pasted ? 'pasted' : delimiter === '\t' ? 'tsv' : 'csv',
    formatName: pasted ? 'pasted table' : delimiter === '\t' ? 'TSV' : 'CSV',
    encoding: pasted ? null : encodingInWords(encoding),
    delimiter,
    sheets: [],
    sheet: null,
    batches: () => csvRows({ bytes, encoding, delimiter, skip }),
    strictWidth: true,
    notes: () => (pasted ? [] : encodingNotes(encoding)),
  };
}

export async function textHead(bytes: Bytes, encoding: Encoding): Promise<string> {
  let head = '';
  for await (const text of decode(bytes, encoding)) {
    head += text;
    if (head.length >= SAMPLE) break;
  }
  return head.slice(0, SAMPLE);
}

/** The whole text, for what is small. */
export async function textOf(bytes: Bytes, encoding: Encoding): Promise<string> {
  let whole = '';
  for await (const text of decode(bytes, encoding)) whole += text;
  return whole;
}

/** A sample that was cut in mid-line would make its last row narrower than the others. */
function wholeLines(sample: string): string {
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
  return sample.length < SAMPLE || end < 0 ? sample : sample.slice(0, end);
}
