import { Button } from '@mantine/core';
import { behalfWords } from '../../shared/domain/roles/behalfWords.ts';
import { sideOfAuthority } from '../../shared/domain/roles/mayChange.ts';
import type { Mark } from '../../shared/domain/roles/onBehalf.ts';
import { useRole } from '../stores/appStore.ts';
import styles from './BehalfMark.module.css';

interface BehalfMarkProps {
  readonly mark: Mark;
  /** What it is of, as people read it. */
  readonly label: string;
  readonly confirm: () => void;
}

/** Below a value that was recorded for its owner: by whom and when; the owner confirms it with one click, or writes over it. */
export function BehalfMark({ mark, label, confirm }: BehalfMarkProps) {
  const role = useRole();
  const isMine = role !== null && sideOfAuthority(role) === mark.for;
  return (
    <div className={styles.mark}>
      {behalfWords(mark)}
      {isMine ? (
        <Button variant="default" size="compact-xs" aria-label={`Confirm ${label}`} onClick={confirm}>
          Confirm
        </Button>
      ) : null}
    </div>
  );
}
