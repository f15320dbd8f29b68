import type { ReactNode } from 'react';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';
import styles from './Panel.module.css';

interface PanelActionsProps {
  /** Why nothing can be done here; then it stands in place of the buttons. */
  readonly lock?: string | null;
  readonly children: ReactNode;
}

/** What can be done with what a panel lists, at the end of its head. */
export function PanelActions({ lock = null, children }: PanelActionsProps) {
  if (lock !== null) return <span className={`${texts.note} ${styles.aside}`}>{lock}</span>;
  return <span className={`${layout.pills} ${styles.actions}`}>{children}</span>;
}
