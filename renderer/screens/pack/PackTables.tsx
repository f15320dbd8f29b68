import { useMemo, useState } from 'react';
import { dayInWords } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Readiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import type { Table, TableValue } from '../../../shared/domain/tables/table.ts';
import { type TableName, tableOf } from '../../../shared/domain/tables/tableOf.ts';
import previewTables from '../../components/PreviewTable.module.css';
import { ShowMore } from '../../components/ShowMore.tsx';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import styles from './PackTables.module.css';

const rowsAtOnce = 100;

interface PackTablesProps {
  readonly names: readonly TableName[];
  readonly facts: ReleaseFacts;
  readonly readiness: Readiness;
}

/** Facts of a pack as tables to read, under the headings that spreadsheets get; what holds nothing is named in a line. */
export function PackTables({ names, facts, readiness }: PackTablesProps) {
  const tables = useMemo(
    () => names.map((name) => tableOf(name, { facts, readiness, coverage: { rows: [] }, sufficiency: [] } as never)),
    [names, facts, readiness],
  );
  const empty = tables.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  return (
    <div className={layout.stack}>
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => (
          <PackTable key={table.title} table={table} />
        ))}
      {empty.length > 0 ? <p className={texts.note}>Nothing is recorded under {empty.join(', ')}.</p> : null}
    </div>
  );
}

/** Columns that hold nothing at all are left out: they say nothing of a pack that nobody can change. */
function PackTable({ table: { title, columns, rows } }: { readonly table: Table }) {
  const [limit, setLimit] = useState(rowsAtOnce);
  const shown = columns.flatMap((column, at) =>
    rows.some((row) => row[at] !== null && row[at] !== '') ? [{ ...column, at }] : [],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className={styles.table} aria-label={title} tabIndex={0}>
      <h3 className={texts.day}>
        {title} <span className={texts.note}>{rows.length}</span>
      </h3>
      <table className={previewTables.table}>
        <thead>
          <tr>
            {shown.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a pack is known by its place
            <tr key={number}>
              {shown.map(({ name, at }) => (
                <td key={name}>{inWords(row[at] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore total={rows.length} limit={limit} setLimit={setLimit} />
    </section>
  );
}

function inWords(value: TableValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return dayInWords(String(value));
}
