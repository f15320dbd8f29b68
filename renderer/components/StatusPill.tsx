import type { Status } from '../../shared/domain/findings/vocabulary.ts';
import styles from './StatusPill.module.css';

/** Word, sign and colour together: the status survives black and white and reaches a screen reader. */
export function StatusPill({ status, text }: { readonly status: Status; readonly text?: string }) {
  return (
    <span className={styles.pill} data-tone={status.tone}>
      <span aria-hidden="true">{status.sign}</span>
      {text ?? status.word}
    </span>
  );
}
