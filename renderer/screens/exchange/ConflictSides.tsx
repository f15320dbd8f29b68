import { useId } from 'react';
import type { BundleConflict } from '../../../shared/contract/bundle.ts';
import type { Decision, Side } from '../../stores/exchangeStore.ts';
import { authorInWords, sideInWords } from './exchangeWords.ts';

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
  return (
    <fieldset className="conflict">
      <legend>{title}</legend>
      <div className="conflict-sides">
        {(['mine', 'theirs'] as const).map((side) => (
          <label key={side} className="conflict-side" data-chosen={decision === side}>
            <span className="conflict-head">
              <input type="radio" name={group} checked={decision === side} onChange={() => decide(side)} />
              <b>{names[side]}</b>
              {conflict.default === side ? <span className="note">stands by default</span> : null}
            </span>
            <span className="conflict-value">{sideInWords(conflict.record, conflict.field, conflict[side])}</span>
            <span className="note">{authorInWords(side === 'mine' ? conflict.mineBy : conflict.theirsBy)}</span>
          </label>
        ))}
      </div>
      <label className="conflict-later">
        <input type="radio" name={group} checked={decision === 'later'} onChange={() => decide('later')} />
        Decide later
        <span className="note">{conflict.default ? `${names[conflict.default]} stands` : 'Both stay'} meanwhile.</span>
      </label>
      <p className="note">{conflict.reason}</p>
    </fieldset>
  );
}
