import { Checkbox } from '@mantine/core';
import type { ShownStatuses } from './arrangeRows.ts';
import type { Column, Sort } from './column.ts';
import styles from './Grid.module.css';
import { StatusFilter } from './StatusFilter.tsx';

interface GridHeadProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** All rows, those too that a filter hides. */
  readonly rows: readonly Row[];
  readonly shown: ShownStatuses;
  readonly show: (column: string, words: ReadonlySet<string> | null) => void;
  readonly sort: Sort | null;
  readonly setSort: (sort: Sort | null) => void;
  /** How many of all rows are chosen; null: rows cannot be chosen. */
  readonly chosen: { readonly count: number; readonly of: number; readonly all: (all: boolean) => void } | null;
  /** Whether each row has a menu at its end. */
  readonly hasMenu: boolean;
}

/** The headings: each sorts its column up, down, and back to the order of the release. */
export function GridHead<Row>(props: GridHeadProps<Row>) {
  const { label, columns, rows, shown, show, sort, setSort, chosen, hasMenu } = props;
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      {chosen ? (
        <span role="columnheader" aria-label="Choose">
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={`Choose all of ${label}`}
            checked={chosen.of > 0 && chosen.count >= chosen.of}
            indeterminate={chosen.count > 0 && chosen.count < chosen.of}
            onChange={(event) => chosen.all(event.currentTarget.checked)}
          />
        </span>
      ) : null}
      {columns.map((column) => (
        <span
          key={column.id}
          role="columnheader"
          aria-sort={sortOf(sort, column.id)}
          data-number={column.isNumber}
          data-status={column.status !== undefined}
          title={column.title}
        >
          <button type="button" tabIndex={-1} onClick={() => setSort(nextSort(sort, column.id))}>
            {column.title}
            <span aria-hidden="true">{sort?.column === column.id ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
          </button>
          {column.status ? (
            <StatusFilter
              title={column.title}
              rows={rows}
              statusOf={column.status}
              shown={shown.get(column.id) ?? null}
              show={(words) => show(column.id, words)}
            />
          ) : null}
        </span>
      ))}
      {hasMenu ? <span role="columnheader" aria-label="Actions" /> : null}
    </div>
  );
}

/** Up, down, and back to the order in which the release has them. */
function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}

function sortOf(sort: Sort | null, column: string): 'ascending' | 'descending' | 'none' {
  return sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none';
}
