import type { Cell } from '../../shared/domain/importing/columnReader.ts';
import { type ColumnMapping, guessMapping } from '../../shared/domain/importing/guessMapping.ts';
import { distinctHeadings, findHeadings, HEADING_ROWS } from '../../shared/domain/importing/headings.ts';
import { fieldOf, importKindSpecs } from '../../shared/domain/importing/importKinds.ts';
import {
  type ImportColumn,
  MOST_PROBLEMS,
  type ReadImportInput,
  type ReadImportOutput,
  type RowProblem,
} from '../../shared/domain/importing/reading.ts';
import type { Scale } from '../../shared/domain/importing/readSeverity.ts';
import { createRowReader, type RowReader } from '../../shared/domain/importing/rowReader.ts';
import { shownWord } from '../../shared/domain/importing/shown.ts';
import { createTestTally, isTablePerTest, type TestTally } from '../../shared/domain/importing/testTally.ts';
import { countOf, joinFew } from '../../shared/domain/rulebook/words.ts';
import type { Report } from './progress.ts';
import { refuse } from './refusal.ts';
import { MOST_COLUMNS, MOST_ROWS, type SourceRow, type TableSource } from './rows.ts';
import { RowsFile } from './rowsFile.ts';

/** What the first rows told, before any of them is read. */
interface Layout {
  readonly headerRow: number;
  readonly columns: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  /** A required field that no column and no default gives. */
  readonly missing: readonly string[];
}

/**
 * Reads a table into rows of facts. Severities may turn out to count the other way only when the whole column is
 * known (ALM); then the table is gone through a second time.
 */
export async function readTable(
  source: TableSource,
  input: ReadImportInput,
  shown: string,
  report: Report,
): Promise<ReadImportOutput> {
  const first = await passThrough(source, input, shown, report, 'oneIsGravest');
  const scale = first.otherScale;
  return scale ? (await passThrough(source, input, shown, report, scale)).output : first.output;
}

interface Pass {
  readonly output: ReadImportOutput;
  readonly otherScale: Scale | null;
}

async function passThrough(
  source: TableSource,
  input: ReadImportInput,
  shown: string,
  report: Report,
  scale: Scale,
): Promise<Pass> {
  const file = new RowsFile(input.out);
  try {
    const table = new TableReading(source, input, shown, scale, file);
    for await (const { rows, done } of source.batches()) {
      for (const row of rows) table.add(row);
      await file.drain();
      report(`Reading “${shown}”: ${countOf(table.rows, 'row')}`, done);
    }
    const output = table.finish();
    await file.finish();
    return { output, otherScale: table.otherScale() };
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** One pass through one table: the first rows are kept until they told the layout, later ones are read at once. */
class TableReading {
  rows = 0;
  #head: SourceRow[] | null = [];
  #layout: Layout | null = null;
  #reader: RowReader | null = null;
  #tally: TestTally | null = null;
  #problems: RowProblem[] = [];
  #problemCount = 0;
  #refused = 0;
  readonly #source: TableSource;
  readonly #input: ReadImportInput;
  readonly #shown: string;
  readonly #scale: Scale;
  readonly #file: RowsFile;

  constructor(source: TableSource, input: ReadImportInput, shown: string, scale: Scale, file: RowsFile) {
    this.#source = source;
    this.#input = input;
    this.#shown = shown;
    this.#scale = scale;
    this.#file = file;
  }

  add(row: SourceRow): void {
    if (!row.cells.some(isFilled)) return;
    if (!this.#head) {
      this.#readRow(row);
      return;
    }
    this.#head.push(row);
    if (this.#head.length >= HEADING_ROWS + 20) this.#begin();
  }

  otherScale(): Scale | null {
    return this.#scale === 'oneIsGravest' ? (this.#reader?.otherScale() ?? null) : null;
  }

  finish(): ReadImportOutput {
    if (this.#head) this.#begin();
    const layout = this.#layout as Layout;
    for (const { row, fields } of this.#tally?.phases() ?? []) this.#file.add(row, fields);
    const { format, encoding, delimiter, sheets, sheet } = this.#source;
    return {
      format,
      encoding,
      delimiter,
      sheets: [...sheets],
      sheet,
      headerRow: layout.headerRow,
      columns: layout.columns.map((name, index) => columnOf(name, index, layout)),
      mapping: { ...layout.mapping },
      readings: [...(this.#reader?.readings() ?? [])],
      rows: this.rows,
      good: this.#file.lines,
      problems: this.#problems,
      problemCount: this.#problemCount,
      notes: [...this.#notes(layout)],
    };
  }

  #begin(): void {
    const head = this.#head ?? [];
    this.#head = null;
    const layout = layoutOf(head, this.#input, this.#shown);
    this.#layout = layout;
    const { kind, valueMaps, defaults } = this.#input;
    const { columns, mapping } = layout;
    if (layout.missing.length > 0)
      this.#addProblem({
        row: layout.headerRow,
        column: '',
        sentence: `No column gives the ${joinFew(layout.missing)}; choose the column that does.`,
      });
    else {
      this.#reader = createRowReader({ kind, columns, mapping, valueMaps, defaults, scale: this.#scale });
      if (kind === 'results' && isTablePerTest(Object.values(mapping))) this.#tally = createTestTally();
    }
    for (const row of head) if (row.row > layout.headerRow) this.#readRow(row);
  }

  #readRow({ row, cells }: SourceRow): void {
    this.rows += 1;
    if (this.rows > MOST_ROWS) refuse(`“${this.#shown}” has more than 1,000,000 rows; split it into smaller files.`);
    const width = this.#layout?.columns.length ?? 0;
    if (cells.length !== width && this.#source.strictWidth && isRagged(cells, width)) {
      this.#refused += 1;
      const sentence = `The row has ${countOf(cells.length, 'cell')} where the headings have ${width}; a delimiter or a quotation mark is missing or too many.`;
      this.#addProblem({ row, column: '', sentence });
      return;
    }
    const read = this.#reader?.read(cells, row);
    if (!read) return;
    if (!read.ok) {
      this.#refused += 1;
      for (const problem of read.problems) this.#addProblem(problem);
    } else if (this.#tally) this.#tally.add(read.fields, row);
    else this.#file.add(row, read.fields);
  }

  #addProblem(problem: RowProblem): void {
    this.#problemCount += 1;
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
  }

  *#notes(layout: Layout): Iterable<string> {
    yield* this.#source.notes();
    yield* this.#reader?.notes() ?? [];
    if (this.rows === 0) yield `There is no row below the headings in row ${layout.headerRow}.`;
    if (this.#scale === 'fiveIsGravest')
      yield 'The severities count from 5, the gravest, to 1, as ALM does; they were turned round, so that 1 is the gravest.';
    if (this.#tally && this.#refused > 0)
      yield `${countOf(this.#refused, 'row was', 'rows were')} left out, so the counts of their phases are short of them.`;
  }
}

function columnOf(name: string, index: number, { samples, mapping }: Layout): ImportColumn {
  const filled = samples.map((row) => shownWord(row[index] ?? '')).filter((text) => text !== '');
  const field = Object.hasOwn(mapping, name) ? (mapping[name] ?? null) : null;
  return { name, samples: [...new Set(filled)].slice(0, 3), field };
}

function layoutOf(head: readonly SourceRow[], input: ReadImportInput, shown: string): Layout {
  const texts = head.map(({ cells }) => cells.map(textOf));
  const at = findHeadings(input.kind, texts.slice(0, HEADING_ROWS), input.mapping);
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
  const missing = importKindSpecs[input.kind].fields.filter(({ field, required }) => required && !given.has(field));
  return {
    headerRow: header.row,
    columns,
    samples,
    mapping,
    missing: missing.map(({ label }) => label.toLowerCase()),
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

function isFilled(cell: Cell): boolean {
  return typeof cell !== 'string' || (cell !== '' && cell.trim() !== '');
}

/** Blank cells too many at a row's end do no harm; anything else may stand under the wrong heading. */
function isRagged(cells: readonly Cell[], width: number): boolean {
  return cells.length < width || cells.slice(width).some(isFilled);
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : '';
}

function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
