import type { HeldReading } from '../../shared/contract/import.ts';
import { fieldOf } from '../../shared/domain/importing/importKinds.ts';
import type { ImportQuestion } from '../../shared/domain/importing/reading.ts';
import { countOf } from './words.ts';

/** Words of one field that are listed one by one. */
const MOST_WORDS = 30;

/** How a file was read, for `--json`: what the window shows before anything is taken. */
export function howItWasRead({ reading }: HeldReading) {
  const { formatName, encoding, sheet, headerRow, mapping, columns, readings, dateOrder, questions } = reading;
  return {
    read: {
      format: formatName,
      encoding,
      sheet,
      headingRow: headerRow,
      columns: mapping,
      leftAside: columns.filter(({ field }) => field === null).map(({ name }) => name),
      words: readings.map(({ column, word, field, value, count }) => ({ column, word, field, value, count })),
      dateOrder,
      questions,
    },
  };
}

/** How a file was read, in lines: format and place, columns, words, and the counts that results come to. */
export function readingLines(held: HeldReading): readonly string[] {
  const { reading, kind } = held;
  const { formatName, encoding, sheet, headerRow, columns, readings } = reading;
  const place = [
    formatName,
    encoding,
    sheet === null ? null : `${reading.format === 'docx' || reading.format === 'html' ? 'table' : 'sheet'} “${sheet}”`,
    headerRow === null ? null : `headings in row ${headerRow}`,
  ];
  const mapped = columns.filter(({ field }) => field !== null);
  const aside = columns.filter(({ field }) => field === null).map(({ name }) => `“${name}”`);
  const label = (field: string) => fieldOf(kind, field)?.label ?? field;
  return [
    `Read ${place.filter((part) => part !== null).join(', ')}.`,
    ...mapped.map(({ name, field }) => `  Column “${name}” as ${label(field ?? '')}`),
    ...(aside.length > 0 ? [`  Left aside: ${aside.join(', ')}`] : []),
    ...readings
      .slice(0, MOST_WORDS)
      .map(
        ({ column, word, value, count }) =>
          `  “${word}” in “${column}” as ${value === null ? '?' : meaning(value)} (${countOf(count, 'row')})`,
      ),
    ...(readings.length > MOST_WORDS ? [`  … and ${countOf(readings.length - MOST_WORDS, 'word')} more`] : []),
    ...(kind === 'results' ? held.rows.map(countsLine) : []),
  ];
}

function meaning(value: string): string {
  if (value === 'true') return 'open or yes';
  return value === 'false' ? 'closed or no' : value;
}

/** `  SIT: 5 planned, 2 run, 1 passed, 1 failed, 3 not run (instead of 2 planned …)`. */
function countsLine({ key, fields, before }: HeldReading['rows'][number]): string {
  const counts = (of: Readonly<Record<string, unknown>>) =>
    (['planned', 'run', 'passed', 'failed', 'notRun'] as const)
      .filter((name) => typeof of[name] === 'number')
      .map((name) => `${of[name]} ${name === 'notRun' ? 'not run' : name}`)
      .join(', ');
  const now = counts(fields);
  const earlier = counts(before);
  return `  ${key}: ${now || 'no counts'}${earlier && earlier !== now ? ` (instead of ${earlier})` : ''}`;
}

/** A question with the option that answers it. */
export function questionLine({ about, word, field, sentence }: ImportQuestion): string {
  const answers = {
    word: `--value "${field}:${word}=…" (nothing behind the sign leaves it out)`,
    dateOrder: '--date-order day-first or month-first',
    partialLists: '--partial listed or stated',
  };
  return `? ${sentence} Answer with ${answers[about]}.`;
}
