import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { PlannedRow } from '../../../shared/contract/import.ts';
import { capitalise } from '../../../shared/domain/foundation/words.ts';
import { isRefusedWhole, type ReadImportOutput } from '../../../shared/domain/importing/reading.ts';
import { ActionButton, alreadyAtIt } from '../../components/ActionButton.tsx';
import { counted } from '../../components/numbers.ts';
import {
  closingOf,
  giveUpTable,
  keepDropped,
  keepDroppedToo,
  readAgain,
  takeTable,
  useImportStore,
} from '../../stores/importStore.ts';
import { countsOf, plannedRows } from '../../stores/importWords.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import styles from './ImportDecision.module.css';

/** The foot of the dialog: what is taken or kept, in one click. */
export function ImportDecision() {
  const { dropped, takes, held, problem } = useImportStore();
  if (dropped && !takes) return <KeepDecision count={dropped.files.length} hasTable={problem === null} />;
  if (dropped && problem !== null) return <ReadDecision />;
  return held ? <TakeDecision /> : null;
}

/** What was asked for is said above; leaving its field reads the files again, too. */
function ReadDecision() {
  const busy = useImportStore((state) => state.busy);
  return (
    <div className={`${layout.toolbar} ${styles.foot}`}>
      <ActionButton why={busy ? alreadyAtIt : null} onClick={() => void readAgain({})}>
        Read again
      </ActionButton>
      <Button variant="default" onClick={giveUpTable}>
        Cancel
      </Button>
    </div>
  );
}

function TakeDecision() {
  const state = useImportStore();
  const { held, busy, skip, dropped, keeps, onBehalf } = state;
  const take = useRef<HTMLButtonElement>(null);
  const isAnswered = held !== null && held.reading.questions.length === 0;
  // What was read is there to be taken: Enter does it, unless the cursor is in a choice about the reading.
  useEffect(() => {
    if (isAnswered && document.activeElement?.matches('input, textarea, select') === false)
      take.current?.focus({ preventScroll: true });
  }, [isAnswered]);
  if (!held) return null;
  const { added, updated, theirs } = countsOf(held, onBehalf);
  const isTaken = (row: PlannedRow) =>
    (row.action === 'add' || row.action === 'update') && (onBehalf || row.unlessForThem === null);
  const shownOut = held.rows.filter((row) => skip.has(row.row) && isTaken(row)).length;
  const open = held.reading.questions.length;
  const count = added + updated - shownOut;
  const closing = closingOf(state);
  return (
    <div className={`${layout.toolbar} ${styles.foot}`}>
      <ActionButton
        ref={take}
        why={busy ? alreadyAtIt : whyNothing(held.reading, count + closing, theirs)}
        onClick={() => void takeTable()}
        data-autofocus={isAnswered || undefined}
      >
        {whatIsTaken(count, closing)}
      </ActionButton>
      <Button variant="default" onClick={giveUpTable}>
        {plannedRows(held) < held.reading.good ? 'Close' : 'Cancel'}
      </Button>
      {dropped ? (
        <Checkbox
          size="xs"
          label={dropped.files.length === 1 ? 'Keep the file as evidence, too' : 'Keep the files as evidence, too'}
          checked={keeps}
          onChange={(event) => keepDroppedToo(event.currentTarget.checked)}
        />
      ) : null}
      <span className={texts.note}>
        {open > 0
          ? 'Answer what is asked above; nothing is taken before.'
          : 'One step in the history; it can be taken back as a whole.'}
      </span>
    </div>
  );
}

function whyNothing({ questions, problems }: ReadImportOutput, changes: number, theirs: number): string | null {
  if (questions.length > 0) return 'Answer first what is asked above.';
  if (isRefusedWhole(problems)) return 'Nothing of the file can be taken yet; what it lacks stands above.';
  if (changes > 0) return null;
  return theirs > 0
    ? 'What it holds is the other side’s to keep: turn on above that it is recorded for them, or ask them to take it.'
    : 'Everything in it is here already, refused or left out.';
}

function whatIsTaken(count: number, closing: number): string {
  const take = count > 0 ? [`take ${counted(count)} ${count === 1 ? 'row' : 'rows'}`] : [];
  const close = closing > 0 ? [`close ${counted(closing)} ${closing === 1 ? 'issue' : 'issues'}`] : [];
  return take.length + close.length === 0 ? 'Nothing to take' : capitalise([...take, ...close].join(' and '));
}

interface KeepDecisionProps {
  readonly count: number;
  readonly hasTable: boolean;
}

function KeepDecision({ count, hasTable }: KeepDecisionProps) {
  const becomes = count === 1 ? 'It becomes a draft evidence item' : 'Each becomes a draft evidence item';
  return (
    <div className={`${layout.toolbar} ${styles.foot}`}>
      <Button onClick={() => void keepDropped()}>
        {count === 1 ? 'Keep it as evidence' : `Keep ${counted(count)} files as evidence`}
      </Button>
      <Button variant="default" onClick={giveUpTable}>
        Cancel
      </Button>
      <span className={texts.note}>{hasTable ? `${becomes}; no table is taken.` : `${becomes}.`}</span>
    </div>
  );
}
