import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { staleStatus } from '../../../shared/domain/pack/vocabulary.ts';
import type { ViewHistory } from '../../../shared/domain/readiness/viewHistory.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import buttons from '../../styles/buttons.module.css';
import texts from '../../styles/texts.module.css';
import { positionAndDay } from './meetingRows.ts';
import styles from './ViewCell.module.css';

interface ViewCellProps {
  readonly name: string;
  readonly history: ViewHistory;
  readonly wanted: boolean;
  readonly stale: boolean;
  readonly open: () => void;
}

/** What a body says of a criterion, whether it still stands, and how often it said something before. */
export function ViewCell({ name, history, wanted, stale, open }: ViewCellProps) {
  const { standing, asked, all } = history;
  const position = standing?.position ?? null;
  const word = position ? positionStatus[position].word : asked ? 'asked' : wanted ? 'not asked' : 'add';
  const isIdle = !position && !asked && !wanted;
  const earlier = all.filter((past) => past.became === 'replaced');
  return (
    <button
      type="button"
      className={`${buttons.cell} ${isIdle ? styles.idle : ''}`}
      aria-label={`${name}: ${word}${stale ? ', stale' : ''}${earlier.length > 0 ? `, ${earlier.length} earlier` : ''}`}
      onClick={open}
    >
      {position ? <StatusPill status={positionStatus[position]} /> : <span className={texts.note}>{word}</span>}
      {position && asked ? <span className={texts.note}>asked again</span> : null}
      {stale ? <StatusPill status={staleStatus} /> : null}
      {earlier.length > 0 ? (
        <span className={texts.note} title={earlier.map((past) => positionAndDay(past.view)).join('; ')}>
          {earlier.length} earlier
        </span>
      ) : null}
    </button>
  );
}
