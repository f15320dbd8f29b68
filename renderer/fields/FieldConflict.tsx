import { Button } from '@mantine/core';
import layout from '../styles/layout.module.css';
import styles from './FieldConflict.module.css';
import type { FieldSpec } from './fieldSpec.ts';
import { inWords } from './inWords.ts';

interface FieldConflictProps {
  readonly spec: FieldSpec;
  readonly theirs: unknown;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Somebody else saved another value while this one was typed: both are in sight, and the person chooses. */
export function FieldConflict({ spec, theirs, keepMine, takeTheirs }: FieldConflictProps) {
  return (
    <div className={styles.conflict} role="alert">
      <p>
        {spec.label} was changed meanwhile to <q>{inWords(spec, theirs)}</q>. What you typed is not saved yet.
      </p>
      <span className={layout.pills}>
        <Button size="compact-xs" onClick={keepMine}>
          Keep mine
        </Button>
        <Button size="compact-xs" variant="default" onClick={takeTheirs}>
          Take theirs
        </Button>
      </span>
    </div>
  );
}
