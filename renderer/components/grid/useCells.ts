import { type KeyboardEvent, useState } from 'react';
import type { Cells, Column, EditorPlace } from './column.ts';

/** One cell: the row's key and the column's id. */
interface Cell {
  readonly key: string;
  readonly column: string;
}

interface CellsOf<Row> {
  readonly cells: Cells<Row> | undefined;
  readonly columns: readonly Column<Row>[];
  /** The rows in the order in which they stand. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly setActive: (key: string) => void;
  /** Gives the cursor back to the grid. */
  readonly focusGrid: () => void;
}

/** Which cell is the active one, which is edited, and which were left while what was typed in them is on its way. */
export function useCells<Row>({ cells, columns, rows, keyOf, setActive, focusGrid }: CellsOf<Row>) {
  const [column, setColumn] = useState(columns[0]?.id ?? '');
  const [edited, setEdited] = useState<Cell | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const at = Math.max(
    0,
    columns.findIndex(({ id }) => id === column),
  );

  const mayEdit = (row: Row | undefined, { spec }: Pick<Column<Row>, 'spec'>): boolean =>
    cells !== undefined && row !== undefined && spec !== undefined && cells.mayEdit(row, spec);
  const columnOf = (id: string) => columns.find((one) => one.id === id) ?? {};
  const rowOf = (key: string) => rows.find((row) => keyOf(row) === key);
  const leave = () => {
    if (edited) setLeft((known) => new Set([...known, nameOf(edited)]));
    setEdited(null);
  };
  const edit = (row: Row | undefined, id: string): boolean => {
    if (row === undefined || !mayEdit(row, columnOf(id))) return false;
    const key = keyOf(row);
    leave();
    setActive(key);
    setColumn(id);
    setLeft((known) => without(known, nameOf({ key, column: id })));
    setEdited({ key, column: id });
    return true;
  };
  /** The next cell that can be edited, in reading order; where there is none, the grid itself has the cursor. */
  const goOn = ({ key, column: from }: Cell, step: 1 | -1) => {
    const all = rows.flatMap((row) =>
      columns.filter((one) => mayEdit(row, one)).map(({ id }): Cell => ({ key: keyOf(row), column: id })),
    );
    const next = all[all.findIndex((one) => one.key === key && one.column === from) + step];
    if (next && next !== all.at(step === 1 ? 0 : -1)) edit(rowOf(next.key), next.column);
    else back();
  };
  const back = () => {
    leave();
    focusGrid();
  };
  const onEditorKey = (cell: Cell) => (event: KeyboardEvent) => {
    event.stopPropagation();
    const isListOpen = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Tab') goOn(cell, event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && !isListOpen) back();
    else if (event.key === 'Enter' && !isListOpen && !event.shiftKey && !isTags(event.target)) back();
    else return;
    event.preventDefault();
  };
  /** How a cell stands as an editor; null: it is read. */
  const editorOf = (cell: Cell): (EditorPlace & { readonly onKeyDown: (event: KeyboardEvent) => void }) | null => {
    const isEdited = edited?.key === cell.key && edited.column === cell.column;
    if (!isEdited && !left.has(nameOf(cell))) return null;
    return {
      isLeft: !isEdited,
      settled: () => setLeft((known) => without(known, nameOf(cell))),
      onKeyDown: onEditorKey(cell),
    };
  };
  return {
    column: columns[at]?.id ?? '',
    edit,
    mayEdit,
    /** Whether the active cell of a row can be edited. */
    mayEditAt: (key: string) => mayEdit(rowOf(key), columnOf(columns[at]?.id ?? '')),
    editAt: (key: string) => edit(rowOf(key), columns[at]?.id ?? ''),
    editorOf,
    /** The cursor went elsewhere by itself. */
    leaveBy: (cell: Cell) => {
      if (edited?.key === cell.key && edited.column === cell.column) leave();
    },
    moveColumn: (step: 1 | -1) => setColumn(columns[Math.max(0, Math.min(columns.length - 1, at + step))]?.id ?? ''),
    setColumn,
    /** The fields from the active column on; null where a cell is not to be written. */
    specsFrom: (key: string) => columns.slice(at).map((one) => (mayEdit(rowOf(key), one) ? (one.spec ?? null) : null)),
  };
}

function nameOf({ key, column }: Cell): string {
  return `${key} ${column}`;
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  if (!names.has(name)) return names;
  return new Set([...names].filter((one) => one !== name));
}

/** Enter in a list of tags takes the tag that is typed. */
function isTags(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.closest('[data-tags]') !== null && target.value !== '';
}
