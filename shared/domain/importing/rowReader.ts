import { sentence } from '../rulebook/words.ts';
import { type Cell, type ColumnReader, createColumnReader } from './columnReader.ts';
import type { ImportField } from './fields/field.ts';
import type { ColumnMapping } from './guessMapping.ts';
import { fieldOf, type ImportKind, importKindSpecs } from './importKinds.ts';
import type { RowProblem, ValueReading } from './reading.ts';
import type { Scale } from './readSeverity.ts';
import { checkCounts, splitPart } from './rowChecks.ts';

export interface RowReaderOptions {
  readonly kind: ImportKind;
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  readonly valueMaps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** How the severities of this file count; `oneIsGravest` until the whole column says otherwise. */
  readonly scale: Scale;
}

export type Fields = Readonly<Record<string, unknown>>;

/** A row with any problem is refused whole, so there are either fields or problems. */
type RowReading =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export interface RowReader {
  /** @param cells in the order of the columns; missing ones are blank */
  readonly read: (cells: readonly Cell[], row: number) => RowReading;
  readonly readings: () => readonly ValueReading[];
  /** The other way to count severities, where the whole column says so; then the rows are to be read again. */
  readonly otherScale: () => Scale | null;
  readonly notes: () => readonly string[];
}

/**
 * Reads rows into partial records: a field per mapped cell that is not blank, so that a blank cell leaves a known value
 * alone in an update; and defaults where the row says nothing.
 */
export function createRowReader(options: RowReaderOptions): RowReader {
  const { kind, columns, mapping, valueMaps, defaults, scale } = options;
  const readers = columns.map((column) => {
    const field = Object.hasOwn(mapping, column) ? fieldOf(kind, mapping[column] as string) : undefined;
    if (!field) return undefined;
    const meanings = Object.hasOwn(valueMaps, field.field) ? (valueMaps[field.field] ?? {}) : {};
    return createColumnReader({ column, field, meanings, scale });
  });
  const mapped = readers.flatMap((reader, index) => (reader ? [{ reader, index }] : []));
  const keys = uniqueKeys(kind, columnNames(mapped.map(({ reader }) => reader)));
  const required = importKindSpecs[kind].fields.filter((field) => field.required);
  const partIsMapped = mapped.some(({ reader }) => reader.field.field === 'part');
  const columnOf = columnNames(mapped.map(({ reader }) => reader));

  return {
    read(cells, row) {
      const fields: Record<string, unknown> = { ...defaults };
      let problems: RowProblem[] | undefined;
      const refuse = (column: string, why: string) => {
        problems ??= [];
        problems.push({ row, column, sentence: sentence(why) });
      };
      for (const { reader, index } of mapped) {
        const cell = cells[index];
        if (cell === undefined || cell === '') continue;
        const read = reader.read(cell);
        if (read.kind === 'value') fields[reader.field.field] = read.value;
        else if (read.kind === 'refused')
          refuse(
            reader.column,
            reader.field.type === 'severity' || read.unknownWord ? `${reader.field.label} ${read.why}` : read.why,
          );
      }
      if (!problems) {
        if (kind === 'scope' && !partIsMapped) splitPart(fields);
        for (const field of required)
          if (fields[field.field] === undefined)
            refuse(columnOf(field.field), missingField(field, columnOf(field.field)));
        if (kind === 'results') for (const problem of checkCounts(fields)) refuse(columnOf(problem.field), problem.why);
      }
      if (!problems) {
        const earlier = keys(fields, row);
        if (earlier) refuse(earlier.column, earlier.why);
      }
      return problems ? { ok: false, problems } : { ok: true, fields };
    },
    readings: () => mapped.flatMap(({ reader }) => reader.readings()),
    otherScale: () => mapped.map(({ reader }) => reader.otherScale()).find((found) => found !== null) ?? null,
    notes: () =>
      mapped.flatMap(({ reader }) => {
        const date = reader.ambiguousDate();
        return date === null ? [] : [`Dates such as “${date}” in the column “${reader.column}” are read day first.`];
      }),
  };
}

function columnNames(readers: readonly ColumnReader[]): (field: string) => string {
  return (field) => readers.find((reader) => reader.field.field === field)?.column ?? '';
}

function missingField(field: ImportField, column: string): string {
  const name = field.label.toLowerCase();
  return column === ''
    ? `The row names no ${name}; choose the column that does`
    : `The row names no ${name}: its cell is blank; fill it in, or delete the row`;
}

type KeyCheck = (fields: Fields, row: number) => { readonly column: string; readonly why: string } | undefined;

/** What a row names, as a sentence says it. */
const nouns: Readonly<Record<ImportKind, string>> = {
  results: 'phase',
  issues: 'issue',
  scope: 'modification',
  criteria: 'criterion',
  views: 'view',
};

/** The later of two rows for one record is refused; which of them holds is for people to say. */
function uniqueKeys(kind: ImportKind, columnOf: (field: string) => string): KeyCheck {
  const { key } = importKindSpecs[kind];
  const rows = new Map<string, number>();
  return (fields, row) => {
    const perTest = fields.outcome !== undefined;
    if (perTest && fields.test === undefined) return undefined;
    const parts = (perTest ? [...key, 'test'] : key).map((field) => fields[field] ?? null);
    const id = (parts.length === 1 ? String(parts[0]) : JSON.stringify(parts)).toLowerCase();
    const earlier = rows.get(id);
    if (earlier === undefined) {
      rows.set(id, row);
      return undefined;
    }
    const noun = perTest ? 'test' : nouns[kind];
    const named = parts.filter((part) => part !== null).join(' ');
    return {
      column: columnOf(perTest ? 'test' : (key[0] as string)),
      why: `Row ${earlier} already holds the ${noun} “${named}”; delete one of the two rows`,
    };
  };
}
