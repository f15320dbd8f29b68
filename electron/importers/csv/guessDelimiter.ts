import { type Options, parse } from 'csv-parse/sync';
import { recognisedHeadings } from '../../../shared/domain/importing/guessMapping.ts';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Rows that are looked at; enough to get past titles, and little to try four times. */
const SAMPLE_ROWS = 60;

/** Options that every pass shares: real files have quotation marks in mid-cell and rows of all lengths. */
export const csvOptions: Options = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/**
 * The delimiter under which the first rows make a table: one that names known headings beats one that gives rows of
 * equal width, which beats a comma.
 */
export function guessDelimiter(sample: string, kind: ImportKind): Delimiter {
  let best: Delimiter = ',';
  let most = -1;
  for (const delimiter of delimiters) {
    const score = scoreOf(sample, delimiter, kind);
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

function scoreOf(sample: string, delimiter: Delimiter, kind: ImportKind): number {
  if (!sample.includes(delimiter)) return 0;
  let rows: string[][];
  try {
    rows = parse(sample, {
      ...csvOptions,
      delimiter,
      to: SAMPLE_ROWS,
      max_record_size: 1_000_000,
    }) as unknown as string[][];
  } catch {
    // The sample may end inside a cell in quotation marks; what stands before it is enough.
    rows = sample
      .split(/\r\n?|\n/)
      .slice(0, SAMPLE_ROWS)
      .map((line) => line.split(delimiter));
  }
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const headings = Math.max(0, ...filled.slice(0, 30).map((cells) => recognisedHeadings(kind, cells)));
  const widths = new Map<number, number>();
  for (const { length } of filled) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const alike = Math.max(0, ...widths.values()) / Math.max(1, filled.length);
  return headings * 10 + alike * 9;
}
