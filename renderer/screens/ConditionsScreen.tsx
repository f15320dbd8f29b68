import { numberedConditions } from '../../shared/domain/records/conditionNumbers.ts';
import type { Condition } from '../../shared/domain/records/conditions.ts';
import type { RecordOf } from '../../shared/domain/records/recordKinds.ts';
import { FindingsPanel } from '../components/FindingsPanel.tsx';
import { RecordList } from '../components/RecordList.tsx';
import { ReleasePanel } from '../components/ReleasePanel.tsx';
import type { FieldSpec } from '../fields/fieldSpec.ts';
import { specsOf } from '../fields/fieldSpecs.ts';
import { useAsOf, useFacts, useFindings } from '../stores/useFacts.ts';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';
import { ConditionMark, useConditionState } from './ConditionsPanel.tsx';
import { acceptableRules, coversNothing, freshException, missedSubjects } from './exceptionRules.ts';

/** Conditions, risks, the transition, and the decisions that accept a shortfall. */
export function ConditionsScreen() {
  const facts = useFacts();
  const numbered = numberedConditions(facts);
  const stateOf = useConditionState();
  const findings = useFindings();
  const specs = specsOf('exception').map(
    (one): FieldSpec => (one.field === 'rule' ? { ...one, type: 'choice', options: acceptableRules(findings) } : one),
  );
  return (
    <div className={layout.stack}>
      <div className={layout.halves}>
        <div className={layout.stack}>
          <RecordList
            kind="condition"
            title="Conditions"
            records={numbered.map(({ condition }) => condition)}
            numberOf={(record) => numbered.find(({ condition }) => condition.id === record.id)?.number ?? null}
            note="numbered as every pack cites them"
            mark={(record) => <ConditionMark condition={record as Condition} state={stateOf(record as Condition)} />}
            whenEmpty="What the decision depends on: owner, when, and what proves it."
          />
          <ReleasePanel title="Transition" section="transition" />
        </div>
        <div className={layout.stack}>
          <RecordList
            kind="risk"
            title="Risks"
            records={facts.risks}
            whenEmpty="The few that the CSC should know of."
          />
          <ReleasePanel title="If the answer is not yet" section="ifNotGo" />
        </div>
      </div>
      <RecordList
        kind="exception"
        title="Accepted shortfalls"
        note="a recorded decision that accepts a missed lead time"
        records={facts.exceptions}
        whenEmpty="A missed lead time is covered only by a decision of the CSC, the Panel or the Authority."
        fresh={freshException(findings)}
        specs={specs}
        suggestions={{ subject: missedSubjects(findings) }}
        mark={(record) => <CoverMark exception={record as RecordOf<'exception'>} />}
      />
      <FindingsPanel title="What the rulebook says of the conditions" screen="conditions" />
    </div>
  );
}

/** Beside a decision that accepts nothing as things stand: why. */
function CoverMark({ exception }: { readonly exception: RecordOf<'exception'> }) {
  const why = coversNothing(exception, useFindings(), useAsOf());
  return why === null ? null : <span className={texts.note}>▲ {why}</span>;
}
