import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { outcomeStatus, type Status } from '../../shared/domain/findings/vocabulary.ts';
import { dayToTell, type PlanItem } from '../../shared/domain/planning/plan.ts';
import { Panel } from '../components/Panel.tsx';
import { StatusPill } from '../components/StatusPill.tsx';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { useEngineAnswer } from '../stores/useEngineAnswer.ts';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';

const shownAtFirst = 8;

/** Planned back from go-live and meetings: what each body and organisation still owes, and the last useful day for it. */
export function PlanPanel() {
  const id = useReleaseStore((state) => state.open?.id ?? null);
  const asOf = useReleaseStore((state) => state.asOf);
  const plan = useEngineAnswer('plan.compute', id ? { release: id, asOf } : null);
  if (!plan) return null;
  const rest = plan.items.length - shownAtFirst;
  return (
    <Panel title="Last useful days" note={`working days: ${plan.calendar}`}>
      {plan.items.length === 0 ? <p className={texts.note}>Nothing is left to do before Go-Live.</p> : null}
      <ul className={lists.quiet}>
        {plan.items.slice(0, shownAtFirst).map((item) => (
          <PlanRow key={`${item.kind} ${item.subject} ${item.sentence}`} item={item} />
        ))}
      </ul>
      {rest > 0 ? (
        <details>
          <summary className={texts.note}>and {rest} more</summary>
          <ul className={lists.quiet}>
            {plan.items.slice(shownAtFirst).map((item) => (
              <PlanRow key={`${item.kind} ${item.subject} ${item.sentence}`} item={item} />
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}

function PlanRow({ item }: { readonly item: PlanItem }) {
  return (
    <li>
      <div>{item.sentence}</div>
      <span className={texts.note}>{item.waitsFor}</span> <StatusPill status={statusOf(item)} text={dayOf(item)} />
    </li>
  );
}

function statusOf(item: PlanItem): Status {
  if (item.state === 'impossible') return { word: 'Too late', sign: '▲', tone: 'short' };
  return item.state === 'undated' ? outcomeStatus.cannotTell : outcomeStatus.notDue;
}

function dayOf(item: PlanItem): string {
  const day = dayToTell(item);
  if (day === null) return 'no date';
  return item.state === 'impossible' ? `too late: ${formatDate(day)}` : `by ${formatDate(day)}`;
}
