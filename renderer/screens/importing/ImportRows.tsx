import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { HeldReading, PlannedRow } from '../../../shared/contract/import.ts';
import { importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import type { ListKind } from '../../../shared/domain/records/recordKinds.ts';
import { counted } from '../../components/numbers.ts';
import { Panel } from '../../components/Panel.tsx';
import { ShowMore } from '../../components/ShowMore.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { specsOf } from '../../fields/fieldSpecs.ts';
import { inWords } from '../../fields/inWords.ts';
import { fieldValue } from '../../fields/saveField.ts';
import { plannedRows } from '../../stores/importWords.ts';
import { wordedKey } from '../../stores/wordedKey.ts';
import tables from '../../styles/tables.module.css';
import texts from '../../styles/texts.module.css';
import styles from './ImportRows.module.css';

const statuses = {
  add: { word: 'New', sign: '+', tone: 'met' },
  update: { word: 'Changed', sign: '◐', tone: 'covered' },
  same: { word: 'As it stands', sign: '=', tone: 'notDue' },
  refused: { word: 'Refused', sign: '✕', tone: 'notMet' },
} as const;

interface ImportRowsProps {
  readonly held: HeldReading;
  /** Whether what the other side keeps is recorded for it; otherwise its rows are refused. */
  readonly onBehalf: boolean;
  readonly skip: ReadonlySet<number>;
  readonly leaveRowOut: (row: number, out: boolean) => void;
}

/** The rows as they would be taken: what is new, and for what changes the value before and after. */
export function ImportRows({ held, onBehalf, skip, leaveRowOut }: ImportRowsProps) {
  const planned = plannedRows(held);
  const rows = held.rows.map((row) => (onBehalf ? row : asOwn(row)));
  const [limit, setLimit] = useState(30);
  if (rows.length === 0) return null;
  const note = planned > rows.length ? `the first ${rows.length} of ${counted(planned)}` : `${rows.length}`;
  return (
    <Panel title="Rows" note={note}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className={styles.rows} aria-label="Rows to take" tabIndex={0}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th className={tables.fit}>Take</th>
              <th className={tables.fit}>Row</th>
              <th className={tables.fit}>What</th>
              <th className={tables.fit}>Record</th>
              <th>Content</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <tr key={`${row.row} ${row.key}`}>
                <td className={tables.fit}>
                  <Checkbox
                    size="xs"
                    aria-label={`Take row ${row.row}`}
                    disabled={row.action === 'same' || row.action === 'refused'}
                    checked={row.action !== 'refused' && row.action !== 'same' && !skip.has(row.row)}
                    onChange={(event) => leaveRowOut(row.row, !event.currentTarget.checked)}
                  />
                </td>
                <td className={tables.fit}>{row.row}</td>
                <td className={tables.fit}>
                  <StatusPill status={statuses[row.action]} />
                </td>
                <td className={tables.fit}>{wordedKey(importKindSpecs[held.kind].record, row.key)}</td>
                <td>{row.sentence ?? <Content row={row} kind={importKindSpecs[held.kind].record} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <ShowMore total={rows.length} limit={limit} setLimit={setLimit} />
      </section>
    </Panel>
  );
}

/** The row as it is taken by somebody for themselves. */
function asOwn(row: PlannedRow): PlannedRow {
  return row.unlessForThem === null ? row : { ...row, action: 'refused', sentence: row.unlessForThem };
}

/** Each value after its label, as the record's own form has them. */
function Content({ row, kind }: { readonly row: PlannedRow; readonly kind: ListKind }) {
  const isUpdate = row.action === 'update';
  const said = specsOf(kind)
    .map((spec) => ({
      spec,
      next: fieldValue(kind, row.fields, spec.field),
      before: fieldValue(kind, row.before, spec.field),
    }))
    .filter(({ next, before }) => next != null && (!isUpdate || JSON.stringify(next) !== JSON.stringify(before)));
  return (
    <>
      {said.map(({ spec, next, before }) => (
        <span key={spec.field} className={styles.value}>
          <span className={texts.note}>{spec.label}</span> {isUpdate ? `${shortened(inWords(spec, before))} → ` : ''}
          {shortened(inWords(spec, next))}
        </span>
      ))}
    </>
  );
}

function shortened(text: string): string {
  return text.length > 140 ? `${text.slice(0, 137)}…` : text;
}
