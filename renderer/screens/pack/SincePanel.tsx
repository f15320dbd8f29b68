import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { Panel } from '../../components/Panel.tsx';
import { usePackStore } from '../../stores/packStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useReleaseRecord } from '../../stores/useFacts.ts';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';

/** What a reader of the last final pack does not know yet: first what people entered, then what the rules make of it. */
export function SincePanel() {
  const { id } = useReleaseRecord();
  const asOf = useReleaseStore((state) => state.asOf);
  const attempts = usePackStore((state) => state.attempts);
  const since = useEngineAnswer('pack.since', { release: id, asOf }, { also: attempts });
  if (!since) return null;
  const from = isCalendarDate(since.asOf) ? formatDate(since.asOf) : since.asOf;
  return (
    <Panel title="Since the last final pack" note={`${since.reference} as of ${from}`}>
      {since.changes.length === 0 ? <p className={texts.note}>Nothing that people entered has changed.</p> : null}
      <ul className={lists.quiet}>
        {[...since.changes, ...since.findings].map((change) => (
          <li
            key={`${change.kind} ${change.subject} ${change.sentence}`}
            className={change.about === 'finding' ? texts.note : ''}
          >
            {change.sentence}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
