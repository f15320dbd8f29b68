import { Select } from '@mantine/core';
import type { HeldReading } from '../../../shared/contract/import.ts';
import type { ImportKind, importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { Panel } from '../../components/Panel.tsx';
import styles from './choices.module.css';

interface ColumnChoicesProps {
  readonly held: HeldReading;
  readonly fields: (typeof importKindSpecs)[ImportKind]['fields'];
  readonly read: (change: { mapping: Record<string, string>; valueMaps: Record<string, never> }) => Promise<void>;
}

/** Which column is which field. What is chosen is remembered for the next table with these columns. */
export function ColumnChoices({ held, fields, read }: ColumnChoicesProps) {
  const { columns, mapping } = held.reading;
  if (columns.length === 0) return null;
  const options = fields.map(({ field, label, required }) => ({
    value: field,
    label: required ? `${label} (needed)` : label,
  }));
  const set = (column: string, field: string | null) => {
    const kept = Object.entries(mapping).filter(([name, taken]) => name !== column && taken !== field);
    void read({ mapping: Object.fromEntries(field ? [...kept, [column, field]] : kept), valueMaps: {} });
  };
  return (
    <Panel title="Columns" note="which column is which field">
      <div className={styles.columns}>
        {columns.map((column) => (
          <Select
            key={column.name}
            label={column.name}
            description={column.samples.join(' · ') || 'empty'}
            placeholder="Leave aside"
            clearable
            searchable
            data={options}
            value={mapping[column.name] ?? null}
            onChange={(field) => set(column.name, field)}
          />
        ))}
      </div>
    </Panel>
  );
}
