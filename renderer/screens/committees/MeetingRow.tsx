import { SegmentedControl, TextInput } from '@mantine/core';
import { type Position, positions } from '../../../shared/domain/records/committees.ts';
import { LongText } from '../../components/LongText.tsx';
import type { Answer } from '../../stores/sheetStore.ts';
import texts from '../../styles/texts.module.css';
import styles from './MeetingRow.module.css';
import { type AgendaRow, positionAndDay } from './meetingRows.ts';

const short: Readonly<Record<Position, string>> = {
  supports: 'Supports',
  supportsWithConditions: 'Conditions',
  doesNotSupport: 'Against',
  noView: 'No view',
  deferred: 'Deferred',
};
const choices = [{ value: '', label: '–' }, ...positions.map((value) => ({ value, label: short[value] }))];

interface MeetingRowProps {
  readonly row: AgendaRow;
  readonly answer: Answer;
  /** Why what is said here is no answer to the question that waits; null: it is, or nothing is said. */
  readonly beside: string | null;
  /** Its words wait for a position, and the person wants to record them. */
  readonly lacksPosition: boolean;
  readonly set: (change: Partial<Answer>) => void;
}

/** One criterion on the sheet: what stands of it, and what the body says now. */
export function MeetingRow({ row, answer, beside, lacksPosition, set }: MeetingRowProps) {
  const { criterion, standing, why } = row;
  return (
    <section className={styles.row} aria-label={criterion.reference}>
      <div className={styles.what}>
        <b>{criterion.reference}</b> <LongText text={criterion.text ?? ''} />
        {standing ? (
          <div>
            Stands: <b>{positionAndDay(standing)}</b>
            {standing.wording ? <span className={texts.note}> “{standing.wording}”</span> : null}
          </div>
        ) : null}
        {why ? <div className={texts.note}>{why}</div> : null}
        {beside ? <div className={texts.note}>{beside}</div> : null}
        {lacksPosition ? <div className={texts.error}>✕ Choose the position that goes with these words.</div> : null}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={`Position on ${criterion.reference}`}
        data={choices}
        value={answer.position ?? ''}
        onChange={(value) => set({ position: value === '' ? null : (value as Position) })}
      />
      <TextInput
        aria-label={`Wording on ${criterion.reference}`}
        placeholder="In its own words"
        value={answer.wording}
        onChange={(event) => set({ wording: event.currentTarget.value })}
      />
    </section>
  );
}
