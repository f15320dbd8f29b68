import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { tellDone } from '../../stores/notify.tsx';
import texts from '../../styles/texts.module.css';
import { counted } from '../numbers.ts';
import { arrangeRows, asTsv, type Line } from './arrangeRows.ts';
import type { Column, GridAction, Sort } from './column.ts';
import styles from './Grid.module.css';
import { GridMenu, type MenuPlace } from './GridMenu.tsx';
import { GridRow } from './GridRow.tsx';
import { useGridKeys } from './useGridKeys.ts';

export interface GridProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What a row is called, for its checkbox and its button. */
  readonly nameOf: (row: Row) => string;
  readonly opened: string | null;
  readonly open: (key: string) => void;
  /** Absent: rows cannot be chosen. */
  readonly chosen?: ReadonlySet<string>;
  readonly choose?: (keys: ReadonlySet<string>) => void;
  readonly filter?: string;
  readonly groupOf?: ((row: Row) => string) | null;
  readonly actionsFor?: (rows: readonly Row[]) => readonly GridAction[];
  readonly onPaste?: (text: string) => void;
  readonly whenEmpty?: ReactNode;
}

const rowHeight = 35;
const none: ReadonlySet<string> = new Set();

/**
 * A list that stays quick with thousands of rows: only what is in sight is drawn. One tab stop; arrows move inside. It is
 * a grid of the ARIA pattern and not a <table>, for rows that are not drawn cannot be rows of a table.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const {
    label,
    rows,
    columns,
    keyOf,
    nameOf,
    opened,
    open,
    chosen = none,
    choose,
    filter = '',
    groupOf = null,
  } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const lines = useMemo(
    () => arrangeRows(rows, { columns, filter, sort, groupOf }),
    [rows, columns, filter, sort, groupOf],
  );
  const keys = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [keyOf(line.row)] : [])), [lines, keyOf]);
  const lineOf = useMemo(() => placesOf(lines, keyOf), [lines, keyOf]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const current = active !== null && lineOf.has(active) ? active : (opened ?? keys[0] ?? null);
  useEffect(() => {
    const place = active === null ? undefined : lineOf.get(active);
    if (place !== undefined) virtual.scrollToIndex(place, { align: 'auto' });
  }, [active, lineOf, virtual]);

  const rowsFor = (key: string | null) => {
    const wanted = chosen.size > 0 ? chosen : new Set(key === null ? [] : [key]);
    return rows.filter((row) => wanted.has(keyOf(row)));
  };
  const copy = () => {
    const copied = rowsFor(current);
    void navigator.clipboard.writeText(asTsv(copied, columns));
    tellDone(`Copied ${copied.length} ${copied.length === 1 ? 'row' : 'rows'}; paste into any spreadsheet.`);
  };
  const showMenu = (key: string, place: MenuPlace) => {
    if (!chosen.has(key)) choose?.(none);
    setActive(key);
    setMenu(place);
  };
  const onKeyDown = useGridKeys({
    keys,
    active: current,
    chosen,
    setActive,
    choose: (next) => choose?.(next),
    open,
    copy,
    menu: (key) => {
      const box = document.getElementById(`${id}-${key}`)?.getBoundingClientRect();
      if (box) showMenu(key, { x: box.left + 40, y: box.bottom });
    },
  });
  const tracks = [...(choose ? ['28px'] : []), ...columns.map((column) => column.track)].join(' ');
  const copyAction: GridAction = { label: 'Copy as rows', shortcut: 'Ctrl+C', run: copy };

  if (rows.length === 0) return props.whenEmpty ?? null;
  return (
    <>
      <div
        ref={scroller}
        className={styles.grid}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-multiselectable={choose !== undefined}
        aria-activedescendant={current === null ? undefined : `${id}-${current}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPaste={(event) => props.onPaste?.(event.clipboardData.getData('text/plain'))}
        style={{ '--tracks': tracks, '--least': `${leastWidth(tracks)}px` } as never}
      >
        <div className={styles.head} role="row" aria-rowindex={1}>
          {choose ? (
            <span role="columnheader" aria-label="Choose">
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={`Choose all of ${label}`}
                checked={keys.length > 0 && chosen.size >= keys.length}
                indeterminate={chosen.size > 0 && chosen.size < keys.length}
                onChange={(event) => choose(event.currentTarget.checked ? new Set(keys) : none)}
              />
            </span>
          ) : null}
          {columns.map((column) => (
            <span key={column.id} role="columnheader" aria-sort={sortOf(sort, column.id)}>
              <button type="button" tabIndex={-1} onClick={() => setSort(nextSort(sort, column.id))}>
                {column.title}
                <span aria-hidden="true">{sort?.column === column.id ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </span>
          ))}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const style = { transform: `translateY(${item.start}px)` };
            if (line.kind === 'group')
              return (
                <div key={`group ${line.name}`} className={styles.group} role="row" style={style}>
                  <span role="gridcell">
                    {line.name} <span className={texts.note}>{line.count}</span>
                  </span>
                </div>
              );
            const key = keyOf(line.row);
            return (
              <GridRow
                key={key}
                id={`${id}-${key}`}
                row={line.row}
                name={nameOf(line.row)}
                index={item.index}
                start={item.start}
                columns={columns}
                active={key === current}
                opened={key === opened}
                chosen={choose ? chosen.has(key) : null}
                open={() => {
                  setActive(key);
                  open(key);
                }}
                toggle={() => {
                  setActive(key);
                  choose?.(toggled(chosen, key));
                }}
                menu={(place) => showMenu(key, place)}
              />
            );
          })}
        </div>
        {lines.length === 0 ? <p className={texts.note}>Nothing fits this filter.</p> : null}
      </div>
      {keys.length > 0 && keys.length < rows.length ? (
        <p className={texts.note} role="status">
          {counted(keys.length)} of {counted(rows.length)}
        </p>
      ) : null}
      <GridMenu
        place={menu}
        actions={[...(props.actionsFor?.(rowsFor(current)) ?? []), copyAction]}
        close={() => setMenu(null)}
      />
    </>
  );
}

const gap = 10;
const edge = 20;

/** What the columns need at the least: the first length of each track, the gaps and the edges. */
function leastWidth(tracks: string): number {
  const least = [...tracks.matchAll(/(?:minmax\()?(\d+)px/g)].map((match) => Number(match[1]));
  return least.reduce((sum, width) => sum + width + gap, edge - gap);
}

function placesOf<Row>(lines: readonly Line<Row>[], keyOf: (row: Row) => string): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, at) => (line.kind === 'row' ? [[keyOf(line.row), at] as const] : [])));
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Up, down, and back to the order in which the release has them. */
function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}

function sortOf(sort: Sort | null, column: string): 'ascending' | 'descending' | 'none' {
  return sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none';
}
