import type { ReactNode } from 'react';
import type { Side } from '../../stores/exchangeStore.ts';
import styles from './conflict.module.css';

interface SidesProps {
  /** What tells the radio buttons of one choice from those of another. */
  readonly group: string;
  readonly names: Readonly<Record<Side, string>>;
  readonly values: Readonly<Record<Side, string>>;
  /** Null: neither yet. */
  readonly chosen: Side | null;
  readonly choose: (side: Side) => void;
  readonly besideName?: (side: Side) => ReactNode;
  readonly below?: (side: Side) => ReactNode;
}

/** Two values side by side, one of which is to stand. */
export function Sides({ group, names, values, chosen, choose, besideName, below }: SidesProps) {
  return (
    <div className={styles.sides}>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className={styles.side} data-chosen={chosen === side}>
          <span className={styles.head}>
            <input type="radio" name={group} checked={chosen === side} onChange={() => choose(side)} />
            <b>{names[side]}</b>
            {besideName?.(side)}
          </span>
          <span className={styles.value}>{values[side]}</span>
          {below?.(side)}
        </label>
      ))}
    </div>
  );
}
