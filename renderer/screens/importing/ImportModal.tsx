import { Button, Loader, Modal } from '@mantine/core';
import { capitalise } from '../../../shared/domain/foundation/words.ts';
import { type ImportKind, importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { counted } from '../../components/numbers.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import { closingOf, giveUpTable, leaveRowOut, readAgain, takeTable, useImportStore } from '../../stores/importStore.ts';
import { ColumnChoices } from './ColumnChoices.tsx';
import { ImportRows } from './ImportRows.tsx';
import { ImportSource } from './ImportSource.tsx';
import { MissingRecords } from './MissingRecords.tsx';
import { Questions } from './Questions.tsx';
import { ReadingChoices } from './ReadingChoices.tsx';
import { RowProblems } from './RowProblems.tsx';
import { WordChoices } from './WordChoices.tsx';

const titles: Readonly<Record<ImportKind, string>> = {
  results: 'Import test results',
  issues: 'Import test issues',
  scope: 'Import the scope',
  criteria: 'Import acceptance criteria',
  views: 'Import views from a meeting',
};

/** From somebody's table to records: look first, choose, and then take all of it in one step. */
export function ImportModal() {
  const { kind, held, busy, problem, skip } = useImportStore();
  // What is asked for stands below its questions; what was merely understood, below the columns.
  const words = (of: NonNullable<typeof held>) => (
    <WordChoices held={of} fields={importKindSpecs[kind].fields} read={readAgain} />
  );
  return (
    <Modal opened onClose={giveUpTable} title={titles[kind]} size="min(1080px, 94vw)">
      <div className="stack">
        {problem ? (
          <p className="about" role="alert">
            {problem}
          </p>
        ) : null}
        {held ? null : busy ? <Loader size="sm" aria-label="Reading the table" /> : <ImportSource />}
        {held ? (
          <>
            <Summary />
            <ReadingChoices read={readAgain} />
            <Questions held={held} />
            {held.reading.questions.length > 0 ? words(held) : null}
            <ColumnChoices held={held} fields={importKindSpecs[kind].fields} read={readAgain} />
            {held.reading.questions.length > 0 ? null : words(held)}
            <RowProblems reading={held.reading} />
            <ImportRows held={held} skip={skip} leaveRowOut={leaveRowOut} />
            <MissingRecords />
            <Decision />
          </>
        ) : null}
      </div>
    </Modal>
  );
}

/** What was read, and what would become of it. */
function Summary() {
  const held = useImportStore((state) => state.held);
  if (!held) return null;
  const { reading, plan, name } = held;
  const how = [reading.formatName, reading.encoding, `${counted(reading.rows)} ${reading.rows === 1 ? 'row' : 'rows'}`]
    .filter(Boolean)
    .join(' · ');
  const refused = reading.problemCount + plan.refused;
  return (
    <div className="stack">
      <div className="toolbar">
        <b>{name}</b>
        <span className="note">{how}</span>
      </div>
      <div className="pills">
        <StatusPill status={{ word: 'New', sign: '+', tone: 'met' }} text={`${counted(plan.added)} new`} />
        <StatusPill
          status={{ word: 'Changed', sign: '◐', tone: 'covered' }}
          text={`${counted(plan.updated)} changed`}
        />
        <StatusPill status={{ word: 'Same', sign: '=', tone: 'notDue' }} text={`${counted(plan.same)} as they stand`} />
        {refused > 0 ? (
          <StatusPill status={{ word: 'Refused', sign: '✕', tone: 'notMet' }} text={`${counted(refused)} refused`} />
        ) : null}
      </div>
      {reading.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </div>
  );
}

function Decision() {
  const state = useImportStore();
  const { held, busy, skip } = state;
  if (!held) return null;
  const shownOut = held.rows.filter((row) => skip.has(row.row) && row.action !== 'same').length;
  const open = held.reading.questions.length;
  const count = held.plan.added + held.plan.updated - shownOut;
  const closing = closingOf(state);
  return (
    <div className="toolbar modal-foot">
      <Button disabled={busy || count + closing <= 0 || open > 0} onClick={() => void takeTable()}>
        {whatIsTaken(count, closing)}
      </Button>
      <Button variant="default" onClick={giveUpTable}>
        Cancel
      </Button>
      <span className="note">
        {open > 0
          ? 'Nothing is taken before it is said how the file is meant.'
          : 'One step in the history; it can be taken back as a whole.'}
      </span>
    </div>
  );
}

function whatIsTaken(count: number, closing: number): string {
  const take = count > 0 ? [`take ${counted(count)} ${count === 1 ? 'row' : 'rows'}`] : [];
  const close = closing > 0 ? [`close ${counted(closing)} ${closing === 1 ? 'issue' : 'issues'}`] : [];
  return take.length + close.length === 0 ? 'Nothing to take' : capitalise([...take, ...close].join(' and '));
}
