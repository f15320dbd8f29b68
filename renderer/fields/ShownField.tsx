import texts from '../styles/texts.module.css';
import type { FieldSpec } from './fieldSpec.ts';
import { inWords } from './inWords.ts';
import styles from './ShownField.module.css';

/** What the app records by itself: read, never typed. */
export function ShownField({ spec, value }: { readonly spec: FieldSpec; readonly value: unknown }) {
  const rows = Array.isArray(value) ? value : [value];
  return (
    <div className={styles.shown} data-field={spec.field} tabIndex={-1}>
      <b>{spec.label}</b>
      {rows.map((row) => (
        <div key={JSON.stringify(row)} className={texts.note}>
          {inWords(spec, row)}
        </div>
      ))}
    </div>
  );
}

/** Nothing recorded: nothing to read, and no place for it. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
