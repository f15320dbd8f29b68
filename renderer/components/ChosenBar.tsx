import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './ChosenBar.module.css';

interface ChosenBarProps {
  /** What the rows are, in the plural: «criteria». */
  readonly what: string;
  readonly count: number;
  readonly clear: () => void;
  readonly children: ReactNode;
}

/** What can be done with the chosen rows of a grid, above it. */
export function ChosenBar({ what, count, clear, children }: ChosenBarProps) {
  return (
    <section className={styles.bar} aria-label={`Chosen ${what}`}>
      <b>{count} chosen</b>
      {children}
      <Button variant="subtle" size="compact-xs" onClick={clear}>
        Choose none
      </Button>
    </section>
  );
}
