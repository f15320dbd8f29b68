import type { Cell } from '../../shared/domain/importing/columnReader.ts';

/** One row of a table, numbered as a spreadsheet numbers it. */
export interface SourceRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A table whose rows can be gone through more than once, never held at once. */
export interface TableSource {
  readonly format: 'csv' | 'tsv' | 'xlsx' | 'pasted';
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
