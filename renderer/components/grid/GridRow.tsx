import { Checkbox } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import buttons from '../../styles/buttons.module.css';
import type { Cells, Column } from './column.ts';
import styles from './Grid.module.css';
import type { MenuPlace } from './GridMenu.tsx';
import type { useCells } from './useCells.ts';

interface GridRowProps<Row> {
  readonly id: string;
  readonly rowKey: string;
  readonly row: Row;
  readonly name: string;
  readonly index: number;
  /** Where it stands, in pixels from the top of the list. */
  readonly start: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly columns: readonly Column<Row>[];
  readonly active: boolean;
  readonly opened: boolean;
  /** Null: rows cannot be chosen. */
  readonly chosen: boolean | null;
  readonly cells: Cells<Row> | undefined;
  readonly at: ReturnType<typeof useCells<Row>>;
  /** The row's own form below its cells, where it stands open in the grid. */
  readonly detail: ReactNode;
  readonly open: () => void;
  readonly toggle: () => void;
  readonly activate: (column: string) => void;
  readonly menu: (place: MenuPlace) => void;
}

export function GridRow<Row>({ row, name, columns, chosen, toggle, ...line }: GridRowProps<Row>) {
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('input, [data-editing], [data-detail], [data-menu]')) return;
    const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column ?? '';
    if (chosen !== null && (event.ctrlKey || event.metaKey)) toggle();
    else if (event.target.closest('button') || !line.at.edit(row, column)) {
      line.activate(column);
      line.open();
    }
  };
  return (
    <div
      id={line.id}
      ref={line.measure}
      className={styles.row}
      role="row"
      data-index={line.index}
      aria-rowindex={line.index + 2}
      aria-selected={chosen ?? line.opened}
      data-active={line.active}
      data-opened={line.opened}
      style={{ transform: `translateY(${line.start}px)` }}
      onClick={onClick}
      onContextMenu={(event) => {
        if (event.target instanceof Element && event.target.closest('[data-editing], [data-detail]')) return;
        event.preventDefault();
        line.menu({ x: event.clientX, y: event.clientY });
      }}
    >
      {chosen === null ? null : (
        <span role="gridcell">
          <Checkbox size="xs" tabIndex={-1} aria-label={`Choose ${name}`} checked={chosen} onChange={toggle} />
        </span>
      )}
      {columns.map((column, index) => {
        const cell = { key: line.rowKey, column: column.id };
        const id = `${line.id}-${column.id}`;
        const editor = column.spec ? line.at.editorOf(cell) : null;
        if (!editor || !line.cells || !column.spec) {
          const isAt = line.active && column.id === line.at.column;
          return readCell({ ...line, id, row, name, column, isFirst: index === 0, isAt });
        }
        return (
          <EditedCell
            key={column.id}
            id={id}
            column={column.id}
            isLeft={editor.isLeft}
            onKeyDown={editor.onKeyDown}
            leave={() => line.at.leaveBy(cell)}
          >
            {line.cells.editor(row, column.spec, editor)}
          </EditedCell>
        );
      })}
      {line.cells ? (
        <span role="gridcell" data-menu>
          <button
            type="button"
            className={styles.menu}
            tabIndex={-1}
            aria-label="Actions"
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              line.menu({ x: box.left, y: box.bottom });
            }}
          >
            ⋯
          </button>
        </span>
      ) : null}
      {line.detail ? (
        <div role="gridcell" className={styles.detail} data-detail>
          {line.detail}
        </div>
      ) : null}
    </div>
  );
}

interface CellProps<Row> extends Pick<GridRowProps<Row>, 'row' | 'name' | 'at'> {
  readonly id: string;
  readonly column: Column<Row>;
  readonly isFirst: boolean;
  readonly isAt: boolean;
}

/** A cell as it is read. A function and no component, for there are many of them and they hold no state. */
function readCell<Row>({ id, row, name, column, isFirst, isAt, at }: CellProps<Row>) {
  const shown = column.view ? column.view(row) : column.text(row);
  const isEditable = column.spec !== undefined && at.mayEdit(row, column);
  return (
    <span
      key={column.id}
      id={id}
      role="gridcell"
      title={column.text(row)}
      data-column={column.id}
      data-at={isAt}
      data-wraps={column.wraps}
      data-number={column.isNumber}
      data-editable={isEditable || undefined}
    >
      {isFirst && !isEditable ? (
        <button type="button" className={buttons.link} tabIndex={-1} aria-label={name}>
          {shown}
        </button>
      ) : (
        shown
      )}
    </span>
  );
}

interface EditedCellProps {
  readonly id: string;
  readonly column: string;
  readonly isLeft: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The cursor went elsewhere by itself. */
  readonly leave: () => void;
  readonly children: ReactNode;
}

function EditedCell({ id, column, isLeft, onKeyDown, leave, children }: EditedCellProps) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isLeft) return;
    const control = place.current?.querySelector<HTMLInputElement>('input:not([type="hidden"]), textarea');
    control?.focus();
    control?.select();
  }, [isLeft]);
  return (
    <span
      ref={place}
      id={id}
      role="gridcell"
      data-column={column}
      data-editing
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        // The calendar of a date lies elsewhere in the page, and belongs to its cell.
        const isInCalendar = event.relatedTarget?.closest('[data-date-picker]');
        if (!event.currentTarget.contains(event.relatedTarget) && !isInCalendar) leave();
      }}
    >
      {children}
    </span>
  );
}
