import { Select } from '@mantine/core';
import { useState } from 'react';
import type { PreviewOf } from '../../shared/contract/preview.ts';
import previews from './Preview.module.css';
import styles from './PreviewTable.module.css';

type Sheets = PreviewOf<'table'>['sheets'];

/** Rows and columns as a spreadsheet names them; one sheet at a time. */
export function PreviewTable({ sheets, name }: { readonly sheets: Sheets; readonly name: string }) {
  const [at, setAt] = useState(0);
  const sheet = sheets[at];
  const width = sheet?.rows[0]?.length ?? 0;
  return (
    <>
      {sheets.length > 1 ? (
        <Select
          className={styles.sheets}
          aria-label="Sheet"
          data={sheets.map((one, index) => ({ value: String(index), label: one.name || `Sheet ${index + 1}` }))}
          value={String(at)}
          onChange={(value) => setAt(Number(value ?? 0))}
          allowDeselect={false}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className={previews.scroller} tabIndex={0} aria-label={`Content of ${name}`}>
        {sheet === undefined || sheet.rows.length === 0 ? (
          <p className={previews.note}>This sheet is empty.</p>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <td />
                {Array.from({ length: width }, (_, column) => (
                  <th key={columnName(column)} scope="col">
                    {columnName(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map((row, number) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
                <tr key={number}>
                  <th scope="row">{number + 1}</th>
                  {row.map((cell, column) => (
                    <td key={columnName(column)}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {sheet?.truncated ? (
          <p className={previews.more}>Only the first rows and columns are shown. Show a copy opens the whole file.</p>
        ) : null}
      </section>
    </>
  );
}

/** A, B … Z, AA: for the fifty columns of a preview. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}
