import { countOf, joinFew } from '../../shared/domain/foundation/words.ts';
import { HEADING_ROWS } from '../../shared/domain/importing/headings.ts';
import { fieldOf, type ImportKind, importKindSpecs, isOwnTable } from '../../shared/domain/importing/importKinds.ts';
import {
  type ImportQuestion,
  MOST_PROBLEMS,
  type ReadImportInput,
  type ReadImportOutput,
  type RowProblem,
} from '../../shared/domain/importing/reading.ts';
import type { ReadingMode } from '../../shared/domain/importing/readingMode.ts';
import { asideOf } from '../../shared/domain/importing/rowAside.ts';
import { createRowReader, type Fields, nouns, type RowReader } from '../../shared/domain/importing/rowReader.ts';
import { shownWord } from '../../shared/domain/importing/shown.ts';
import {
  createTestTally,
  isTablePerTest,
  type TestTally,
  testFields,
} from '../../shared/domain/importing/testTally.ts';
import { isTotal, namingFields } from '../../shared/domain/importing/totalRow.ts';
import { trackerOf } from '../../shared/domain/importing/vocabularies/trackerWords.ts';
import { wordQuestions } from '../../shared/domain/importing/wordQuestions.ts';
import { refuse } from './refusal.ts';
import { isFilled, isRagged, MOST_ROWS, type SourceRow, type TableSource, textOf } from './rows.ts';
import type { RowsFile } from './rowsFile.ts';
import { columnOf, type Layout, layoutOf } from './tableLayout.ts';

/** One pass through one table: the first rows are kept until they told the layout, later ones are read at once. */
export class TableReading {
  rows = 0;
  #head: SourceRow[] | null = [];
  #layout: Layout | null = null;
  #reader: RowReader | null = null;
  #tally: TestTally | null = null;
  /** Whether the table is one of our own, whose words are taken as they stand. */
  #isOwn = false;
  /** The cells that name a row's record. */
  #naming: readonly number[] = [];
  /** Rows that are none of the table: sums, headings that come again, remarks. */
  readonly #aside: Record<'total' | 'headings' | 'remark', number[]> = { total: [], headings: [], remark: [] };
  #problems: RowProblem[] = [];
  #problemCount = 0;
  readonly #refusedRows = new Set<number>();
  readonly #source: TableSource;
  readonly #input: ReadImportInput;
  readonly #shown: string;
  readonly #mode: ReadingMode;
  readonly #file: RowsFile;

  constructor(source: TableSource, input: ReadImportInput, shown: string, mode: ReadingMode, file: RowsFile) {
    this.#source = source;
    this.#input = input;
    this.#shown = shown;
    this.#mode = mode;
    this.#file = file;
  }

  add(row: SourceRow): void {
    if (!row.cells.some(isFilled)) return;
    if (!this.#head) {
      this.#readRow(row);
      return;
    }
    this.#head.push(row);
    if (this.#head.length >= HEADING_ROWS + 20 && row.row > (this.#input.headingRow ?? 0) + 20) this.#begin();
  }

  /** Another way to read the whole file, where its own values ask for it. */
  otherMode(): ReadingMode | null {
    const scale = this.#mode.scale === 1 ? (this.#reader?.otherScale() ?? null) : null;
    const order = this.#reader?.dates.verdict(this.#input.dateOrder ?? null).order ?? null;
    const isOther = scale !== null || (order !== null && order !== this.#mode.dateOrder);
    return isOther
      ? { ...this.#mode, scale: scale ?? this.#mode.scale, dateOrder: order ?? this.#mode.dateOrder }
      : null;
  }

  finish(): ReadImportOutput {
    if (this.#head) this.#begin();
    const layout = this.#layout as Layout;
    for (const { row, fields } of this.#tally?.phases() ?? []) this.#file.add(row, fields);
    for (const { fields, ...problem } of this.#tally?.problems() ?? []) {
      this.#file.name(problem.row, namingPhase(fields));
      this.#addProblem(problem);
    }
    const { format, formatName, encoding, delimiter, sheets, sheet } = this.#source;
    const readings = [...(this.#reader?.readings() ?? [])];
    const dates = this.#reader?.dates.verdict(this.#input.dateOrder ?? null) ?? null;
    const asked: ImportQuestion[] = dates?.question
      ? [{ about: 'dateOrder', word: null, field: null, sentence: dates.question }]
      : [];
    return {
      format,
      formatName,
      encoding,
      delimiter,
      sheets: [...sheets],
      sheet,
      headerRow: layout.headerRow,
      columns: layout.columns.map((name, index) => columnOf(name, index, layout)),
      mapping: { ...layout.mapping },
      readings,
      dateOrder: dates?.order ?? null,
      hasPartialLists: false,
      questions: [...wordQuestions(this.#input.kind, readings), ...asked],
      rows: this.rows,
      good: this.#file.lines,
      problems: this.#problems,
      problemCount: this.#problemCount,
      refusedRows: this.#refusedRows.size,
      notes: [...this.#notes(layout, dates?.notes ?? [])],
    };
  }

  #begin(): void {
    const head = this.#head ?? [];
    this.#head = null;
    const layout = layoutOf(head, this.#input, this.#shown);
    this.#layout = layout;
    const { kind, valueMaps, defaults } = this.#input;
    const { columns, mapping, datesElsewhere } = layout;
    if (layout.missing.length > 0)
      this.#addProblem({
        row: 0,
        column: '',
        sentence: missingInWords(kind, layout.missing),
      });
    else {
      this.#isOwn = isOwnTable(kind, columns);
      const naming = namingFields(kind);
      this.#naming = columns.flatMap((name, index) => (naming.includes(mapping[name] ?? '') ? [index] : []));
      const mode = {
        ...this.#mode,
        tracker: kind === 'issues' ? trackerOf(columns) : null,
        literal: this.#isOwn,
      };
      this.#reader = createRowReader({ kind, columns, mapping, valueMaps, defaults, mode, datesElsewhere });
      if (isTablePerTest(kind, Object.values(mapping))) this.#tally = createTestTally();
    }
    for (const row of head) if (row.row > layout.headerRow) this.#readRow(row);
  }

  #readRow({ row, cells }: SourceRow): void {
    this.rows += 1;
    if (this.rows > MOST_ROWS) refuse(`“${this.#shown}” has more than 1,000,000 rows; split it into smaller files.`);
    const aside = this.#isOwn
      ? null
      : (asideOf(cells.map(textOf), this.#layout?.columns ?? []) ?? this.#totalOf(cells));
    if (aside !== null) {
      this.#aside[aside].push(row);
      return;
    }
    const width = this.#layout?.columns.length ?? 0;
    if (cells.length !== width && this.#source.strictWidth && isRagged(cells, width)) {
      const sentence = `The row has ${countOf(cells.length, 'cell')} where the headings have ${width}; a delimiter or a quotation mark is missing or too many.`;
      this.#addProblem({ row, column: '', sentence });
      this.#tally?.miss(this.#phaseIsNamed() ? this.#input.defaults : null, row);
      for (const named of this.#reader?.named(cells, row) ?? []) this.#file.name(row, named);
      return;
    }
    const read = this.#reader?.read(cells, row);
    if (!read) return;
    if (!read.ok) {
      this.#tally?.miss(read.fields, row);
      for (const named of read.named) this.#file.name(row, named);
      for (const problem of read.problems) this.#addProblem(problem);
    } else if (this.#tally) for (const fields of read.records) this.#tally.add(fields, row);
    else for (const fields of read.records) this.#file.add(row, withoutTest(fields));
  }

  /** The sums below or between the rows of a table are no record, and would count what they add up twice. */
  #totalOf(cells: SourceRow['cells']): 'total' | null {
    if (this.#tally) return null;
    return this.#naming.some((index) => isTotal(this.#input.kind, textOf(cells[index] ?? ''))) ? 'total' : null;
  }

  /** Whether every row belongs to the phase that the user named. */
  #phaseIsNamed(): boolean {
    return !Object.values(this.#layout?.mapping ?? {}).includes('name');
  }

  #addProblem(problem: RowProblem): void {
    this.#problemCount += 1;
    this.#refusedRows.add(problem.row);
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
  }

  *#notes(layout: Layout, dates: readonly string[]): Iterable<string> {
    yield* this.#source.notes();
    if (Object.values(layout.mapping).some((field) => fieldOf(this.#input.kind, field)?.type === 'date')) yield* dates;
    for (const name of layout.unfit)
      yield `The column “${shownWord(name)}” was left aside, for its values are not what its heading says; choose it where they are.`;
    for (const name of layout.countsAside)
      yield `The counts in the column “${shownWord(name)}” were left aside, for no field holds them; add them to those not run where they are.`;
    for (const [what, rows] of Object.entries(this.#aside))
      if (rows.length > 0)
        yield `Left aside, for ${reasons[what as keyof typeof reasons](this.#input.kind)}: row ${joinFew(rows.map(String), 5)}.`;
    yield* this.#reader?.notes() ?? [];
    yield* this.#tally?.notes() ?? [];
    if (this.rows === 0) yield `There is no row below the headings in row ${layout.headerRow}.`;
    const { scale } = this.#mode;
    if (scale > 1)
      yield `The severities count from ${scale}, the gravest, to 1${scale === 5 ? ', as ALM does' : ''}; they were turned round, so that 1 is the gravest.`;
    if (this.#mode.dateOrder === 'monthFirst' && this.#source.strictWidth === false)
      yield 'Cells that the workbook itself holds as dates are taken as they stand; a spreadsheet that opened this table day first may have turned some of them round.';
  }
}

const reasons = {
  total: (kind: ImportKind) => `it only adds up the others and is no ${nouns[kind]}`,
  headings: () => 'it repeats the headings',
  remark: () => 'it holds a remark alone',
} as const;

/** The file as a whole is refused; a phase that no column gives may also be typed for all of it (`PhaseDefaults.tsx`, `--phase`). */
function missingInWords(kind: ImportKind, missing: readonly string[]): string {
  const phase = importKindSpecs.results.fields.find(({ field }) => field === 'name')?.label.toLowerCase();
  const typed = kind === 'results' && phase !== undefined && missing.includes(phase);
  return `No column gives the ${joinFew(missing)}; choose the column that does${typed ? `, or type the ${phase} in the field Test phase (--phase in a terminal)` : ''}.`;
}

function namingPhase({ name, region }: Fields): Fields {
  return { ...(name === undefined ? {} : { name }), ...(region === undefined ? {} : { region }) };
}

/** A phase is no test: what a row says of one is not its own. */
function withoutTest(fields: Fields): Fields {
  if (!testFields.some((name) => fields[name] !== undefined)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !testFields.includes(name)));
}
