import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { copyText } from '../../stores/copyText.ts';
import buttons from '../../styles/buttons.module.css';
import texts from '../../styles/texts.module.css';
import { counted } from '../numbers.ts';
import { arrangeRows, asTsv, type Line, type ShownStatuses } from './arrangeRows.ts';
import type { Cells, Column, GridAction, Sort } from './column.ts';
import styles from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridMenu, type MenuPlace } from './GridMenu.tsx';
import { GridRow } from './GridRow.tsx';
import { useCells } from './useCells.ts';
import { leastWidth, useFittingColumns } from './useFittingColumns.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useRowsInSight } from './useRowsInSight.ts';

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
  /** How its cells are edited in place; absent: they are read. */
  readonly cells?: Cells<Row>;
  /** The form of the row that stands open, where it stands in the grid and not beside it. */
  readonly detailOf?: (row: Row) => ReactNode;
}

const none: ReadonlySet<string> = new Set();
const allShown: ShownStatuses = new Map();

/**
 * A list that stays quick with thousands of rows: only what is in sight is drawn. One tab stop; arrows move inside, from
 * cell to cell. It is a grid of the ARIA pattern and not a <table>, for rows that are not drawn cannot be rows of a table.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, rows, keyOf, nameOf, opened, open, chosen = none, choose, cells } = props;
  const { filter = '', groupOf = null } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const [shown, setShown] = useState<ShownStatuses>(allShown);
  const [active, setActive] = useState<string | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const besides = [...(choose ? ['28px'] : []), ...(cells ? ['24px'] : [])];
  const columns = useFittingColumns(place, props.columns, besides);
  const lines = useMemo(
    () => arrangeRows(rows, { columns: props.columns, filter, shown, sort, groupOf }),
    [rows, props.columns, filter, shown, sort, groupOf],
  );
  const inOrder = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])), [lines]);
  const keys = useMemo(() => inOrder.map(keyOf), [inOrder, keyOf]);
  const lineOf = useMemo(() => placesOf(lines, keyOf), [lines, keyOf]);
  const { virtual, body, margin } = useRowsInSight(lines.length);
  const current = active !== null && lineOf.has(active) ? active : (opened ?? keys[0] ?? null);
  const focusGrid = () => place.current?.focus({ preventScroll: true });
  const at = useCells({ cells, columns, rows: inOrder, keyOf, setActive, focusGrid });
  useEffect(() => {
    const line = active === null ? undefined : lineOf.get(active);
    if (line !== undefined) virtual.scrollToIndex(line, { align: 'auto' });
  }, [active, lineOf, virtual]);
  useEffect(() => {
    // What nobody sees is not chosen: nothing that is done with the chosen rows reaches it.
    if (chosen.size === 0) return;
    const seen = new Set(keys);
    if ([...chosen].some((key) => !seen.has(key))) choose?.(new Set([...chosen].filter((key) => seen.has(key))));
  }, [keys, chosen, choose]);
  const isDetailed = props.detailOf !== undefined;
  useEffect(() => {
    const line = isDetailed && opened !== null ? lineOf.get(opened) : undefined;
    if (line !== undefined) virtual.scrollToIndex(line, { align: 'auto' });
  }, [isDetailed, opened, lineOf, virtual]);

  const rowsFor = (key: string | null) => {
    const wanted = chosen.size > 0 ? chosen : new Set(key === null ? [] : [key]);
    return rows.filter((row) => wanted.has(keyOf(row)));
  };
  const copy = () => {
    const copied = rowsFor(current);
    // What lies on the clipboard stays there where there is nothing to take its place.
    if (copied.length === 0) return;
    const many = `${copied.length} ${copied.length === 1 ? 'row' : 'rows'}`;
    void copyText(asTsv(copied, props.columns), `Copied ${many}; paste into any spreadsheet.`);
  };
  const showMenu = (key: string, where: MenuPlace) => {
    if (!chosen.has(key)) choose?.(none);
    setActive(key);
    setMenu(where);
  };
  const specAt = columns.find((column) => column.id === at.column)?.spec;
  const fillDown = (key: string): boolean => {
    if (!cells || !specAt || !at.mayEditAt(key)) return false;
    cells.fillDown(key, specAt, inOrder);
    return true;
  };
  const paste = (text: string) => {
    if (cells && current !== null && at.mayEditAt(current))
      void cells.paste(text, keys.slice(keys.indexOf(current)), at.specsFrom(current));
    else props.onPaste?.(text);
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
    moveColumn: at.moveColumn,
    edit: at.editAt,
    fillDown,
  });
  const tracks = [...(choose ? ['28px'] : []), ...columns.map(({ track }) => track), ...(cells ? ['24px'] : [])];
  const actions: readonly GridAction[] = [
    ...(props.actionsFor?.(rowsFor(current)) ?? []),
    ...(current !== null && specAt && at.mayEditAt(current)
      ? [{ label: `Fill “${specAt.label}” down`, shortcut: 'Ctrl+D', run: () => void fillDown(current) }]
      : []),
    { label: 'Copy as rows', shortcut: 'Ctrl+C', run: copy },
  ];

  if (rows.length === 0) return props.whenEmpty ?? null;
  return (
    <>
      {keys.length < rows.length ? (
        <p className={styles.hidden} role="status">
          {counted(keys.length)} of {counted(rows.length)}
          {shown.size > 0 ? (
            <button type="button" className={buttons.link} onClick={() => setShown(allShown)}>
              Show every status
            </button>
          ) : null}
        </p>
      ) : null}
      <div
        ref={place}
        className={styles.grid}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-multiselectable={choose !== undefined}
        aria-activedescendant={current === null ? undefined : `${id}-${current}${cells ? `-${at.column}` : ''}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (event.target instanceof Element && event.target.closest('[data-editing], [data-detail]')) return;
          paste(event.clipboardData.getData('text/plain'));
        }}
        style={{ '--tracks': tracks.join(' '), '--least': `${leastWidth(tracks)}px` } as never}
      >
        <GridHead
          label={label}
          columns={columns}
          rows={rows}
          shown={shown}
          show={(column, words) => setShown(withShown(shown, column, words))}
          sort={sort}
          setSort={setSort}
          hasMenu={cells !== undefined}
          chosen={
            choose ? { count: chosen.size, of: keys.length, all: (all) => choose(all ? new Set(keys) : none) } : null
          }
        />
        <div ref={body} role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const start = item.start - margin;
            if (line.kind === 'group')
              return (
                <div
                  key={`group ${line.name}`}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className={styles.group}
                  role="row"
                  style={{ transform: `translateY(${start}px)` }}
                >
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
                rowKey={key}
                row={line.row}
                name={nameOf(line.row)}
                index={item.index}
                start={start}
                measure={virtual.measureElement}
                columns={columns}
                active={key === current}
                opened={key === opened}
                chosen={choose ? chosen.has(key) : null}
                cells={cells}
                at={at}
                detail={key === opened ? (props.detailOf?.(line.row) ?? null) : null}
                open={() => open(key)}
                activate={(column) => {
                  setActive(key);
                  if (column !== '') at.setColumn(column);
                }}
                toggle={() => {
                  setActive(key);
                  choose?.(toggled(chosen, key));
                }}
                menu={(where) => showMenu(key, where)}
              />
            );
          })}
        </div>
        {lines.length === 0 ? <p className={texts.note}>Nothing fits this filter.</p> : null}
      </div>
      <GridMenu place={menu} actions={actions} close={() => setMenu(null)} />
    </>
  );
}

function placesOf<Row>(lines: readonly Line<Row>[], keyOf: (row: Row) => string): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, at) => (line.kind === 'row' ? [[keyOf(line.row), at] as const] : [])));
}

function withShown(shown: ShownStatuses, column: string, words: ReadonlySet<string> | null): ShownStatuses {
  const next = new Map(shown);
  if (words === null) next.delete(column);
  else next.set(column, words);
  return next;
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}
