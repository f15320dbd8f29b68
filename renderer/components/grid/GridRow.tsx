import { Checkbox } from '@mantine/core';
import buttons from '../../styles/buttons.module.css';
import type { Column } from './column.ts';
import styles from './Grid.module.css';
import type { MenuPlace } from './GridMenu.tsx';

interface GridRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly name: string;
  readonly index: number;
  /** Where it stands, in pixels from the top of the list. */
  readonly start: number;
  readonly columns: readonly Column<Row>[];
  readonly active: boolean;
  readonly opened: boolean;
  /** Null: rows cannot be chosen. */
  readonly chosen: boolean | null;
  readonly open: () => void;
  readonly toggle: () => void;
  readonly menu: (place: MenuPlace) => void;
}

export function GridRow<Row>({ row, name, columns, chosen, toggle, ...line }: GridRowProps<Row>) {
  return (
    <div
      id={line.id}
      className={styles.row}
      role="row"
      aria-rowindex={line.index + 2}
      aria-selected={chosen ?? line.opened}
      data-active={line.active}
      data-opened={line.opened}
      style={{ transform: `translateY(${line.start}px)` }}
      onClick={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        if (chosen !== null && (event.ctrlKey || event.metaKey)) toggle();
        else line.open();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        line.menu({ x: event.clientX, y: event.clientY });
      }}
    >
      {chosen === null ? null : (
        <span role="gridcell">
          <Checkbox size="xs" tabIndex={-1} aria-label={`Choose ${name}`} checked={chosen} onChange={toggle} />
        </span>
      )}
      {columns.map((column, at) => {
        const shown = column.view ? column.view(row) : column.text(row);
        return (
          <span key={column.id} role="gridcell" title={column.text(row)}>
            {at === 0 ? (
              <button type="button" className={buttons.link} tabIndex={-1} aria-label={name}>
                {shown}
              </button>
            ) : (
              shown
            )}
          </span>
        );
      })}
    </div>
  );
}
