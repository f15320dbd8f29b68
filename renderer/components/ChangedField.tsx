import type { ReactNode } from 'react';
import texts from '../styles/texts.module.css';
import styles from './ChangedField.module.css';

/** One line of what changed: the field's label, and from what to what. */
export function ChangedField({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <span className={`${texts.note} ${styles.label}`}>{label}</span> {children}
    </div>
  );
}
