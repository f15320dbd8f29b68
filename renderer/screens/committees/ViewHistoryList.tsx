import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import type { PastView, ViewHistory } from '../../../shared/domain/readiness/viewHistory.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import buttons from '../../styles/buttons.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import styles from './ViewHistoryList.module.css';

interface ViewHistoryListProps {
  readonly name: string;
  readonly history: ViewHistory;
  /** Whether what it saw has changed since the answer that stands. */
  readonly isStale: boolean;
  readonly open: (id: string) => void;
}

/** Everything that one body was asked and said of one criterion, the newest first, and what became of each. */
export function ViewHistoryList({ name, history, isStale, open }: ViewHistoryListProps) {
  return (
    <ul className={lists.quiet} aria-label={name}>
      {history.all.map((past) => (
        <li key={past.view.id}>
          <button type="button" className={`${buttons.cell} ${styles.opens}`} onClick={() => open(past.view.id ?? '')}>
            {past.view.position ? (
              <StatusPill status={positionStatus[past.view.position]} />
            ) : (
              <span className={texts.note}>Asked</span>
            )}
            <span>{whenOf(past)}</span>
          </button>
          <span className={texts.note}> {whatBecame(past, isStale)}</span>
          {past.view.wording ? <div className={texts.note}>“{past.view.wording}”</div> : null}
        </li>
      ))}
    </ul>
  );
}

function whenOf({ view }: PastView): string {
  if (view.on) return formatDate(view.on);
  return view.askedOn ? `asked on ${formatDate(view.askedOn)}` : 'undated';
}

function whatBecame({ became, by }: PastView, isStale: boolean): string {
  const since = by?.on ? ` on ${formatDate(by.on)}` : '';
  switch (became) {
    case 'stands':
      return isStale ? 'stale: what it saw has changed since' : 'stands';
    case 'asked':
      return 'waits for an answer';
    case 'askedAgain':
      return `asked again${by?.askedOn ? ` on ${formatDate(by.askedOn)}` : ''}`;
    case 'answered':
      return `${by?.position === 'deferred' ? 'put off' : 'answered'}${since}`;
    case 'replaced':
      return `replaced${since}${by?.position ? ` by “${positionStatus[by.position].word}”` : ''}`;
    case 'deferred':
      return `puts off a further view; that${by?.on ? ` of ${formatDate(by.on)}` : ' before it'} stands`;
    case 'ahead':
      return 'ahead of the day that is shown';
    case 'begun':
      return 'begun: neither asked nor answered';
  }
}
