import type { ReactNode } from 'react';

/** One column of a grid. `text` is what it sorts, filters and copies by; `view` what it shows, by default the same. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Its track in CSS grid: `90px`, `minmax(160px, 2fr)`. */
  readonly track: string;
  readonly text: (row: Row) => string;
  readonly view?: (row: Row) => ReactNode;
  readonly compare?: (left: Row, right: Row) => number;
}

export interface Sort {
  readonly column: string;
  readonly down: boolean;
}

/** What can be done with the chosen rows, from the context menu. */
export interface GridAction {
  readonly label: string;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly run: () => void;
}
