import { joinFew } from '../../shared/domain/foundation/words.ts';
import {
  type ColumnMapping,
  countsLeftAside,
  guessMapping,
  unfitColumns,
} from '../../shared/domain/importing/guessMapping.ts';
import { distinctHeadings, findHeadings, HEADING_ROWS } from '../../shared/domain/importing/headings.ts';
import { fieldOf, importKindSpecs } from '../../shared/domain/importing/importKinds.ts';
import { numericDate } from '../../shared/domain/importing/readDate.ts';
import type { ImportColumn, ReadImportInput } from '../../shared/domain/importing/reading.ts';
import { shownWord } from '../../shared/domain/importing/shown.ts';
import { tellsResults } from '../../shared/domain/importing/testTally.ts';
import { refuse } from './refusal.ts';
import { MOST_COLUMNS, type SourceRow, textOf } from './rows.ts';

/** What the first rows told, before any of them is read. */
export interface Layout {
  readonly headerRow: number;
  readonly columns: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  /** Columns that are no field and hold dates in numbers. */
  readonly datesElsewhere: readonly number[];
  /** Columns that are called as a field is, but hold something else. */
  readonly unfit: readonly string[];
  /** Columns of counts that no field takes. */
  readonly countsAside: readonly string[];
  /** A required field that no column and no default gives. */
  readonly missing: readonly string[];
}

/** Finds headings and columns in the first rows of a table. */
export function layoutOf(head: readonly SourceRow[], input: ReadImportInput, shown: string): Layout {
  const texts = head.map(({ cells }) => cells.map(textOf));
  const chosen = input.headingRow ?? null;
  const at =
    chosen === null
      ? findHeadings(input.kind, texts.slice(0, HEADING_ROWS), input.mapping)
      : head.findIndex(({ row }) => row === chosen);
  if (at === -1) refuse(`Row ${chosen} of “${shown}” holds no headings: it is blank, or there is no such row.`);
  const header = at === null ? undefined : head[at];
  if (at === null || !header) refuse(`“${shown}” holds no table: no row of it has any text.`);
  const cells = withoutBlankEnd(texts[at] ?? []);
  if (cells.length > MOST_COLUMNS)
    refuse(`“${shown}” has ${cells.length} columns, more than ${MOST_COLUMNS}; delete those that you do not need.`);
  const columns = distinctHeadings(cells);
  const samples = texts.slice(at + 1);
  const mapping = input.mapping
    ? checkedMapping(input.mapping, input, columns, shown)
    : guessMapping(input.kind, columns, samples);
  const given = new Set([...Object.values(mapping), ...Object.keys(input.defaults)]);
  const missing = importKindSpecs[input.kind].fields
    .filter(({ field, required }) => required && !given.has(field))
    .map(({ label }) => label.toLowerCase());
  if (input.kind === 'results' && !tellsResults(Object.values(mapping)))
    missing.push('outcome of each test or the counts of a phase');
  return {
    headerRow: header.row,
    columns,
    samples,
    mapping,
    datesElsewhere: columns.flatMap((name, index) =>
      Object.hasOwn(mapping, name) || !samples.some((row) => numericDate(row[index] ?? '')) ? [] : [index],
    ),
    unfit: input.mapping ? [] : unfitColumns(input.kind, columns, samples, mapping),
    countsAside: countsLeftAside(input.kind, columns, samples, mapping),
    missing,
  };
}

/** The user's own mapping has to fit the table and this kind of import. */
function checkedMapping(
  mapping: ColumnMapping,
  { kind }: ReadImportInput,
  columns: readonly string[],
  shown: string,
): ColumnMapping {
  const chosen = Object.entries(mapping).filter(([, field]) => field !== '');
  const taken = new Map<string, string>();
  for (const [column, field] of chosen) {
    if (!columns.includes(column))
      refuse(
        `“${shown}” has no column “${shownWord(column)}”; its columns are ${joinFew(columns.map(shownWord), 12)}.`,
      );
    if (!fieldOf(kind, field)) {
      const known = importKindSpecs[kind].fields.map((spec) => spec.field);
      refuse(`“${shownWord(field)}” is no field of this import; its fields are ${joinFew(known, 20)}.`);
    }
    const other = taken.get(field);
    if (other !== undefined)
      refuse(
        `The columns “${shownWord(other)}” and “${shownWord(column)}” cannot both be the field ${field}; choose one.`,
      );
    taken.set(field, column);
  }
  return Object.fromEntries(chosen);
}

/** A column with what its first cells hold. */
export function columnOf(name: string, index: number, { samples, mapping }: Layout): ImportColumn {
  const filled = samples.map((row) => shownWord(row[index] ?? '')).filter((text) => text !== '');
  const field = Object.hasOwn(mapping, name) ? (mapping[name] ?? null) : null;
  return { name, samples: [...new Set(filled)].slice(0, 3), field };
}

function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
