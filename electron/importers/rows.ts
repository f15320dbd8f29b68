import type { Cell } from '../../shared/domain/importing/columnReader.ts';
import type { ReadImportOutput } from '../../shared/domain/importing/reading.ts';

/** One row of a table, numbered as a spreadsheet numbers it. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A table whose rows can be gone through more than once, never held at once. */
export interface TableSource {
  readonly format: ReadImportOutput['format'];
  /** What a sentence calls it. */
  readonly formatName: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Rows in batches; `done` tells how far the file is read, from 0 to 1. */
  readonly batches: () => AsyncIterable<RowBatch>;
  /** A row has to be as wide as the headings: a shift of cells would put values under wrong headings. */
  readonly strictWidth: boolean;
  /** What was noticed on the way; complete when the rows have been gone through. */
  readonly notes: () => readonly string[];
}

export interface RowBatch {
  readonly rows: readonly SourceRow[];
  readonly done: number;
}

export const MOST_COLUMNS = 512;
export const MOST_ROWS = 1_000_000;

/** What a cell says as text; a fault says nothing. */
export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : '';
}

export function isFilled(cell: Cell): boolean {
  return typeof cell !== 'string' || (cell !== '' && cell.trim() !== '');
}

/** Blank cells too many at a row's end do no harm; anything else may stand under the wrong heading. */
export function isRagged(cells: readonly Cell[], width: number): boolean {
  return cells.length < width || cells.slice(width).some(isFilled);
}
