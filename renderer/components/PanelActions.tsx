import type { ReactNode } from 'react';
import layout from '../styles/layout.module.css';
import styles from './Panel.module.css';

interface PanelActionsProps {
  /** Whether records can be added here; where they cannot, the title of the panel says who keeps them. */
  readonly mayAdd?: boolean;
  readonly children: ReactNode;
}

/** What can be done with what a panel lists, at the end of its head. */
export function PanelActions({ mayAdd = true, children }: PanelActionsProps) {
  return mayAdd ? <span className={`${layout.pills} ${styles.actions}`}>{children}</span> : null;
}
