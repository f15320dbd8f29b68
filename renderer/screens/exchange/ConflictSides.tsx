import { useId } from 'react';
import type { BundleConflict } from '../../../shared/contract/bundle.ts';
import type { Decision, Side } from '../../stores/exchangeStore.ts';
import texts from '../../styles/texts.module.css';
import styles from './conflict.module.css';
import { authorInWords, sideInWords } from './exchangeWords.ts';
import { Sides } from './Sides.tsx';

interface ConflictSidesProps {
  readonly title: string;
  readonly conflict: BundleConflict;
  readonly decision: Decision;
  readonly decide: (decision: Decision) => void;
}

const names: Readonly<Record<Side, string>> = { mine: 'Ours', theirs: 'Theirs' };

/** Two values side by side, who wrote each and when, and which one is to stand. */
export function ConflictSides({ title, conflict, decision, decide }: ConflictSidesProps) {
  const group = useId();
  const inWords = (side: Side) => sideInWords(conflict.record, conflict.field, conflict[side]);
  return (
    <fieldset className={styles.conflict}>
      <legend>{title}</legend>
      <Sides
        group={group}
        names={names}
        values={{ mine: inWords('mine'), theirs: inWords('theirs') }}
        chosen={decision === 'later' ? null : decision}
        choose={decide}
        besideName={(side) =>
          conflict.default === side ? <span className={`${texts.note} ${styles.aside}`}>stands by default</span> : null
        }
        below={(side) => (
          <span className={`${texts.note} ${styles.aside}`}>
            {authorInWords(side === 'mine' ? conflict.mineBy : conflict.theirsBy)}
          </span>
        )}
      />
      <label className={styles.later}>
        <input type="radio" name={group} checked={decision === 'later'} onChange={() => decide('later')} />
        Decide later
        <span className={texts.note}>
          {conflict.default ? `${names[conflict.default]} stands` : 'Both stay'} meanwhile.
        </span>
      </label>
      <p className={texts.note}>{conflict.reason}</p>
    </fieldset>
  );
}
