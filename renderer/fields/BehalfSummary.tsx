import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { behalfField } from '../../shared/domain/roles/behalfWords.ts';
import { marksOf } from '../../shared/domain/roles/onBehalf.ts';
import texts from '../styles/texts.module.css';
import { nameOfSide } from './locks.ts';

interface BehalfSummaryProps {
  readonly kind: RecordKind;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Which values of a record await their owner's word, in one line; each is marked where it stands. */
export function BehalfSummary({ kind, record }: BehalfSummaryProps) {
  const marks = marksOf(record);
  return (['DCC', 'SECAS'] as const).map((side) => {
    const labels = marks.filter((mark) => mark.for === side).map(({ field }) => behalfField(kind, field));
    return labels.length === 0 ? null : (
      <p key={side} className={texts.note} data-field="onBehalf" tabIndex={-1}>
        To be confirmed by {nameOfSide(side)}: {labels.join(', ')}.
      </p>
    );
  });
}
