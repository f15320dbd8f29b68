import { ActionIcon, Checkbox } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
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
    else if (event.target.closest('button') || !line.at.edit(line.rowKey, column)) {
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
      {columns.map((column, at) => (
        <GridCell
          key={column.id}
          id={`${line.id}-${column.id}`}
          row={row}
          rowKey={line.rowKey}
          name={name}
          isFirst={at === 0}
          isAt={line.active && column.id === line.at.column}
          column={column}
          cells={line.cells}
          at={line.at}
        />
      ))}
      {line.cells ? (
        <span role="gridcell" data-menu>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            tabIndex={-1}
            aria-label={`Actions for ${name}`}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              line.menu({ x: box.left, y: box.bottom });
            }}
          >
            <IconDots size={15} />
          </ActionIcon>
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

interface GridCellProps<Row> extends Pick<GridRowProps<Row>, 'id' | 'row' | 'rowKey' | 'name' | 'cells' | 'at'> {
  readonly column: Column<Row>;
  readonly isFirst: boolean;
  readonly isAt: boolean;
}

function GridCell<Row>({ id, row, rowKey, name, column, isFirst, isAt, cells, at }: GridCellProps<Row>) {
  const place = useRef<HTMLSpanElement>(null);
  const editor = column.spec ? at.editorOf({ key: rowKey, column: column.id }) : null;
  const isEdited = editor !== null && !editor.isLeft;
  useEffect(() => {
    const control = isEdited
      ? place.current?.querySelector<HTMLInputElement>('input:not([type="hidden"]), textarea')
      : null;
    control?.focus();
    if (control?.matches('input:not([type="date"]), textarea')) control.select();
  }, [isEdited]);
  const common = { ref: place, id, role: 'gridcell', 'data-column': column.id, 'data-at': isAt } as const;
  if (editor && cells && column.spec) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: a grid cell, by its role; Tab, Enter and Escape are heard for the control inside.
      <span
        {...common}
        data-editing
        onKeyDown={editor.onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) at.leaveBy({ key: rowKey, column: column.id });
        }}
      >
        {cells.editor(row, column.spec, editor)}
      </span>
    );
  }
  const shown = column.view ? column.view(row) : column.text(row);
  const isEditable = column.spec !== undefined && at.mayEdit(rowKey, column.id);
  return (
    <span
      {...common}
      title={column.text(row)}
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
