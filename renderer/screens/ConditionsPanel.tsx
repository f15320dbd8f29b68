import { formatDate, formatDays } from '../../shared/domain/calendar/calendarDate.ts';
import { recordTarget } from '../../shared/domain/findings/target.ts';
import { type ConditionState, conditionState, conditionStatus } from '../../shared/domain/readiness/conditionState.ts';
import { numberedConditions } from '../../shared/domain/records/conditionNumbers.ts';
import type { Condition } from '../../shared/domain/records/conditions.ts';
import { goLiveOf } from '../../shared/domain/rulebook/conditionGoLive.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { Panel } from '../components/Panel.tsx';
import { StatusPill } from '../components/StatusPill.tsx';
import { openTarget } from '../places/openTarget.ts';
import { useDayAskedFor, useFacts } from '../stores/useFacts.ts';
import buttons from '../styles/buttons.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';

/** What the decision depends on and nobody has discharged, under the numbers that every pack cites. */
export function ConditionsPanel() {
  const facts = useFacts();
  const stateOf = useConditionState();
  const open = numberedConditions(facts).filter(({ condition }) => stateOf(condition).state !== 'discharged');
  if (open.length === 0) return null;
  return (
    <Panel title="Conditions not discharged" note={`${open.length} of ${facts.conditions.length}`}>
      <ul className={lists.quiet}>
        {open.map(({ number, condition }) => (
          <li key={condition.id}>
            <button
              type="button"
              className={buttons.link}
              onClick={() => openTarget({ ...recordTarget('condition', condition), field: 'dischargedOn' })}
            >
              {number} · {condition.text ?? 'Condition without text'}
            </button>{' '}
            <ConditionMark condition={condition} state={stateOf(condition)} />
            {condition.owner ? <span className={texts.note}> {condition.owner}</span> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** How each condition stands on the day asked for: they are followed to the end, past the decision and the closing. */
export function useConditionState(): (condition: Condition) => ConditionState {
  const facts = useFacts();
  const asOf = useDayAskedFor();
  const goLive = goLiveInForce(facts, asOf);
  return (condition) => conditionState(condition, goLiveOf(condition, { facts, asOf, goLive }), asOf);
}

interface ConditionMarkProps {
  readonly condition: Condition;
  readonly state: ConditionState;
}

/** `✕ 12 days overdue`, `○ Due 4 June 2026`, `✓ Discharged 3 June 2026 by the CSC`. */
export function ConditionMark({ condition, state: { state, due, daysLate } }: ConditionMarkProps) {
  return (
    <>
      <StatusPill status={conditionStatus[state]} text={wordsOf(state, due && formatDate(due), daysLate)} />
      {state === 'discharged' ? <span className={texts.note}> {dischargeInWords(condition)}</span> : null}
    </>
  );
}

function wordsOf(state: ConditionState['state'], due: string | null, daysLate: number): string {
  if (state === 'overdue') return `${formatDays(daysLate)} overdue, was due ${due}`;
  if (state === 'due') return `Due today, ${due}`;
  if (state === 'open') return `Open, due ${due}`;
  return conditionStatus[state].word;
}

function dischargeInWords({ dischargedOn, dischargedBy, proof }: Condition): string {
  const when = dischargedOn ? formatDate(dischargedOn) : '';
  const by = dischargedBy ? ` by ${dischargedBy}` : '';
  return `${when}${by}; ${proof ? `proof: ${proof}` : 'no proof is named'}`;
}
