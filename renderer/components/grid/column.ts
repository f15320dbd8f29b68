import type { ReactNode } from 'react';
import type { Status } from '../../../shared/domain/findings/vocabulary.ts';
import type { FieldSpec } from '../../fields/fieldSpec.ts';

/** One column of a grid. `text` is what it sorts, filters and copies by; `view` what it shows, by default the same. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Its track in CSS grid: `90px`, `minmax(160px, 2fr)`. */
  readonly track: string;
  readonly text: (row: Row) => string;
  readonly view?: (row: Row) => ReactNode;
  /** Where it tells how a row stands: it sorts by weight, and rows can be shown by it alone. */
  readonly status?: (row: Row) => Status;
  readonly compare?: (left: Row, right: Row) => number;
  /** The field that its cells hold, where they can be edited in place. */
  readonly spec?: FieldSpec;
  /** Whether long words go on in a second line instead of ending in an ellipsis. */
  readonly wraps?: boolean;
  /** Left out where there is no room for all columns, the highest first; absent: it always stands. */
  readonly spare?: number;
  /** Numbers stand at the right edge. */
  readonly isNumber?: boolean;
}

/** The longest date in words, `24 September 2021`, in pixels: no column of dates is narrower. */
const dateWidth = 122;
/** The track of a column of dates. @param share what it takes of the room that is left; absent: none */
export function dateTrack(share: string | null = null): string {
  return share === null ? `${dateWidth}px` : `minmax(${dateWidth}px, ${share})`;
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

/** Where an editor stands: whether the person went on from it, and what to call once nothing of it is on its way. */
export interface EditorPlace {
  readonly isLeft: boolean;
  readonly settled: () => void;
}

/** How the cells of a grid are edited in place. */
export interface Cells<Row> {
  readonly mayEdit: (row: Row, spec: FieldSpec) => boolean;
  readonly editor: (row: Row, spec: FieldSpec, place: EditorPlace) => ReactNode;
  /** A block laid over the cells from the active one: the keys and fields (null: not to be written) from there on. */
  readonly paste: (text: string, keys: readonly string[], specs: readonly (FieldSpec | null)[]) => Promise<void>;
  /** `rows` in the order in which they stand, without those that a filter hides. */
  readonly fillDown: (active: string, spec: FieldSpec, rows: readonly Row[]) => void;
}
