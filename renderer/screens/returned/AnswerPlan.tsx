import type { PaperRead } from '../../../shared/contract/paper.ts';
import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { countOf, joinWords } from '../../../shared/domain/foundation/words.ts';
import { ActionButton, alreadyAtIt } from '../../components/ActionButton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { keepReturned, recordAnswers, useReturnedStore } from '../../stores/returnedStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import tables from '../../styles/tables.module.css';
import texts from '../../styles/texts.module.css';

/** What a body answered, beside what stood before; recorded only when the person says so. */
export function AnswerPlan({ answer }: { readonly answer: PaperRead }) {
  const busy = useReturnedStore((state) => state.busy);
  const { plan, missing, meeting, notes, changed, issued, paper } = answer;
  const asked = plan.reduce((sum, { conditions }) => sum + conditions.length, 0);
  const isSound = issued && changed.length === 0;
  const whyNot = isSound
    ? plan.length > 0
      ? null
      : 'Nothing of it can be recorded as it stands: a position is missing.'
    : 'The paper is not as it was issued, as said above.';
  return (
    <>
      {meeting === null ? null : <p className={texts.note}>{meeting}</p>}
      {isSound ? null : (
        <ul className={`${lists.quiet} ${texts.about}`} role="alert">
          {issued ? null : <li>{paper} was not issued from this store, so what it showed is not known here.</li>}
          {changed.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>Nothing of it can be recorded; have the paper filled in as it was issued.</li>
        </ul>
      )}
      {plan.length === 0 ? <p>No position is ticked that could be recorded.</p> : <Rows plan={plan} />}
      {missing.length === 0 ? null : <p className={texts.note}>No position yet on {joinWords(missing)}.</p>}
      {notes.map((note) => (
        <p key={note} className={texts.note}>
          {note}
        </p>
      ))}
      <div className={layout.pills}>
        <ActionButton loading={busy} why={whyNot} onClick={() => void recordAnswers()}>
          Record {countOf(plan.length, 'view')}
          {asked === 0 ? '' : ` and ${countOf(asked, 'condition')}`}
        </ActionButton>
        <ActionButton variant="default" why={busy ? alreadyAtIt : null} onClick={() => void keepReturned()}>
          Keep it as evidence instead
        </ActionButton>
      </div>
    </>
  );
}

function Rows({ plan }: Pick<PaperRead, 'plan'>) {
  return (
    <div className={tables.place}>
      <table className={tables.table} aria-label="What would be recorded">
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Position</th>
            <th scope="col">In its own words</th>
            <th scope="col">Its conditions</th>
            <th scope="col">Before</th>
          </tr>
        </thead>
        <tbody>
          {plan.map(({ criterion, position, words, conditions, gone, before }) => (
            <tr key={criterion}>
              <td className={tables.fit}>{criterion}</td>
              <td className={tables.fit}>
                <StatusPill status={positionStatus[position]} />
              </td>
              <td>{words ?? <span className={texts.note}>nothing</span>}</td>
              <td>
                <ul className={lists.quiet}>
                  {conditions.map((condition) => (
                    <li key={condition}>{condition}</li>
                  ))}
                  {gone.map((condition) => (
                    <li key={condition} className={texts.note}>
                      No longer: {condition}
                    </li>
                  ))}
                </ul>
              </td>
              <td className={tables.fit}>
                {before === null ? (
                  <span className={texts.note}>none</span>
                ) : (
                  <StatusPill status={positionStatus[before]} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
