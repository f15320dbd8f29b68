import { plainName } from '../foundation/plainName.ts';
import { sentence } from '../foundation/words.ts';
import { type Cell, type ColumnReader, createColumnReader } from './columnReader.ts';
import { createDateEvidence, type DateEvidence } from './dateEvidence.ts';
import type { ColumnMapping } from './guessMapping.ts';
import type { ImportField } from './importField.ts';
import { fieldOf, type ImportKind, importKindSpecs } from './importKinds.ts';
import { createModificationReader } from './modificationCell.ts';
import type { RowProblem, ValueReading } from './reading.ts';
import type { ReadingMode } from './readingMode.ts';
import type { Scale } from './readSeverity.ts';
import { checkCounts } from './rowChecks.ts';
import { isTablePerTest } from './testTally.ts';

export interface RowReaderOptions {
  readonly kind: ImportKind;
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  readonly valueMaps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** How the whole file is read, until its values say otherwise. */
  readonly mode: ReadingMode;
  /** Columns that are no field and hold dates: they too tell in which order the file writes them. */
  readonly datesElsewhere: readonly number[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** Mostly one record a row; a scope table may name several modifications in one cell. A row with any problem is refused whole; the fields of it that could be read tell what else it touches, and which records it names. */
type RowReading =
  | { readonly ok: true; readonly records: readonly Fields[] }
  | {
      readonly ok: false;
      readonly fields: Fields;
      readonly named: readonly Fields[];
      readonly problems: readonly RowProblem[];
    };

export interface RowReader {
  /** @param cells in the order of the columns; missing ones are blank */
  readonly read: (cells: readonly Cell[], row: number) => RowReading;
  /** What a row names that is not read any further, for its cells may stand under the wrong headings. */
  readonly named: (cells: readonly Cell[], row: number) => readonly Fields[];
  readonly readings: () => readonly ValueReading[];
  /** The other way to count severities, where the whole column says so; then the rows are to be read again. */
  readonly otherScale: () => Scale | null;
  /** What the dates of all rows say about their order. */
  readonly dates: DateEvidence;
  readonly notes: () => readonly string[];
}

/**
 * Reads rows into partial records: a field per mapped cell that is not blank, so that a blank cell leaves a known value
 * alone in an update; and defaults where the row says nothing.
 */
export function createRowReader(options: RowReaderOptions): RowReader {
  const { kind, columns, mapping, valueMaps, defaults, mode, datesElsewhere } = options;
  const readers = columns.map((column) => {
    const field = Object.hasOwn(mapping, column) ? fieldOf(kind, mapping[column] as string) : undefined;
    if (!field) return undefined;
    const meanings = Object.hasOwn(valueMaps, field.field) ? (valueMaps[field.field] ?? {}) : {};
    return createColumnReader({ column, field, meanings, mode });
  });
  const mapped = readers.flatMap((reader, index) => (reader ? [{ reader, index }] : []));
  // A row per test names its phase again and again; the tests are counted, each row as a run of its own.
  const columnOf = columnNames(mapped.map(({ reader }) => reader));
  const keys = isTablePerTest(kind, Object.values(mapping)) ? () => undefined : uniqueKeys(kind, columnOf);
  const required = importKindSpecs[kind].fields.filter((field) => field.required);
  // A column of its own for the part says that the other one holds references only.
  const expands = kind === 'scope' && columnOf('part') === '';
  const dates = createDateEvidence();
  const modifications = createModificationReader();
  // Nothing is told of how a refused row was read, for nothing of it is taken.
  const quietly = createModificationReader();
  const namedBy = (fields: Fields, row: number): readonly Fields[] => {
    const key = importKindSpecs[kind].key.filter((field) => fields[field] !== undefined);
    const naming = Object.fromEntries(key.map((field) => [field, fields[field]]));
    return key.length === 0 || !expands ? [naming] : quietly.expand(naming, row).map(withoutTitle);
  };
  const see = (index: number, column: string, row: number, cells: readonly Cell[]) => {
    const cell = cells[index];
    if (typeof cell === 'string' && cell !== '') dates.see(cell, column, row);
  };

  return {
    dates,
    read(cells, row) {
      for (const index of datesElsewhere) see(index, columns[index] ?? '', row, cells);
      const fields: Record<string, unknown> = { ...defaults };
      let problems: RowProblem[] | undefined;
      const refuse = (column: string, why: string) => {
        problems ??= [];
        problems.push({ row, column, sentence: sentence(why) });
      };
      for (const { reader, index } of mapped) {
        const cell = cells[index];
        if (cell === undefined || cell === '') continue;
        if (reader.type === 'date') see(index, reader.column, row, cells);
        const read = reader.read(cell);
        if (read.kind === 'value') set(fields, reader.field.field, read.value);
        else if (read.kind === 'refused')
          refuse(
            reader.column,
            reader.field.type === 'severity' || read.unknownWord ? `${reader.field.label} ${read.why}` : read.why,
          );
      }
      if (!problems) {
        for (const field of required)
          if (fields[field.field] === undefined)
            refuse(columnOf(field.field), missingField(field, columnOf(field.field)));
        if (kind === 'results') for (const problem of checkCounts(fields)) refuse(columnOf(problem.field), problem.why);
      }
      if (problems) return { ok: false, fields, named: namedBy(fields, row), problems };
      const records = expands ? modifications.expand(fields, row) : [fields];
      for (const record of records) {
        const earlier = keys(record, row);
        if (earlier) refuse(earlier.column, earlier.why);
      }
      return problems ? { ok: false, fields, named: namedBy(fields, row), problems } : { ok: true, records };
    },
    named(cells, row) {
      const fields: Record<string, unknown> = { ...defaults };
      for (const { reader, index } of mapped) {
        const cell = cells[index];
        if (cell === undefined || cell === '' || !importKindSpecs[kind].key.includes(reader.field.field)) continue;
        const read = reader.read(cell);
        if (read.kind === 'value') set(fields, reader.field.field, read.value);
      }
      return namedBy(fields, row);
    },
    readings: () => mapped.flatMap(({ reader }) => reader.readings()),
    notes: modifications.notes,
    otherScale: () => mapped.map(({ reader }) => reader.otherScale()).find((found) => found !== null) ?? null,
  };
}

function withoutTitle({ title: _, ...naming }: Fields): Fields {
  return naming;
}

/** `needs.kinds` goes into `needs`. */
function set(fields: Record<string, unknown>, name: string, value: unknown): void {
  const dot = name.indexOf('.');
  if (dot < 0) fields[name] = value;
  else fields[name.slice(0, dot)] = { ...(fields[name.slice(0, dot)] as object), [name.slice(dot + 1)]: value };
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
export const nouns: Readonly<Record<ImportKind, string>> = {
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
    const parts = key.map((field) => fields[field] ?? null);
    const id = plainName(parts.length === 1 ? String(parts[0]) : JSON.stringify(parts));
    const earlier = rows.get(id);
    if (earlier === undefined) {
      rows.set(id, row);
      return undefined;
    }
    const named = parts.filter((part) => part !== null).join(' ');
    return {
      column: columnOf(key[0] as string),
      why: `Row ${earlier} already holds the ${nouns[kind]} “${named}”; delete one of the two rows`,
    };
  };
}
