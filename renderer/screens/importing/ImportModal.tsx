import { Loader } from '@mantine/core';
import { type ImportKind, importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { isRefusedWhole } from '../../../shared/domain/importing/reading.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { counted } from '../../components/numbers.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import { giveUpTable, leaveRowOut, readAgain, useImportStore } from '../../stores/importStore.ts';
import { countsOf } from '../../stores/importWords.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { ColumnChoices } from './ColumnChoices.tsx';
import { DroppedChoice } from './DroppedChoice.tsx';
import { ImportDecision } from './ImportDecision.tsx';
import { ImportOnBehalf } from './ImportOnBehalf.tsx';
import { ImportRows } from './ImportRows.tsx';
import { ImportSource } from './ImportSource.tsx';
import { MissingRecords } from './MissingRecords.tsx';
import { PhaseDefaults } from './PhaseDefaults.tsx';
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
  const { kind, dropped, takes, held, busy, problem, skip, onBehalf } = useImportStore();
  const isTable = takes || !dropped;
  // What is asked for stands below its questions; what was merely understood, below the columns.
  const words = (of: NonNullable<typeof held>) => (
    <WordChoices held={of} fields={importKindSpecs[kind].fields} read={readAgain} />
  );
  return (
    <Dialog close={giveUpTable} title={titles[kind]} size="min(1080px, 94vw)">
      <div className={layout.stack}>
        <DroppedChoice />
        {problem ? (
          <p className={texts.about} role="alert">
            {problem}
          </p>
        ) : null}
        {isTable ? <ImportOnBehalf /> : null}
        {isTable ? <PhaseDefaults key={kind} /> : null}
        {held || dropped || busy ? null : <ImportSource />}
        {busy && !held ? <Loader size="sm" aria-label="Reading the table" /> : null}
        {held && isTable ? (
          <>
            <Summary />
            <ReadingChoices read={readAgain} />
            <Questions held={held} />
            {held.reading.questions.length > 0 ? words(held) : null}
            <ColumnChoices held={held} fields={importKindSpecs[kind].fields} read={readAgain} />
            {held.reading.questions.length > 0 ? null : words(held)}
            <RowProblems reading={held.reading} />
            <ImportRows held={held} onBehalf={onBehalf} skip={skip} leaveRowOut={leaveRowOut} />
            <MissingRecords />
          </>
        ) : null}
        <ImportDecision />
      </div>
    </Dialog>
  );
}

/** What was read, and what would become of it. */
function Summary() {
  const { held, onBehalf } = useImportStore();
  if (!held) return null;
  const { reading, plan, name } = held;
  const how = [reading.formatName, reading.encoding, `${counted(reading.rows)} ${reading.rows === 1 ? 'row' : 'rows'}`]
    .filter(Boolean)
    .join(' · ');
  const { added, updated, refused } = countsOf(held, onBehalf);
  return (
    <div className={layout.stack}>
      <div className={layout.toolbar}>
        <b>{name}</b>
        <span className={texts.note}>{how}</span>
      </div>
      <div className={layout.pills}>
        <StatusPill status={{ word: 'New', sign: '+', tone: 'met' }} text={`${counted(added)} new`} />
        <StatusPill status={{ word: 'Changed', sign: '◐', tone: 'covered' }} text={`${counted(updated)} changed`} />
        <StatusPill status={{ word: 'Same', sign: '=', tone: 'notDue' }} text={`${counted(plan.same)} as they stand`} />
        {refused > 0 ? (
          <StatusPill
            status={{ word: 'Refused', sign: '✕', tone: 'notMet' }}
            text={isRefusedWhole(reading.problems) ? 'Refused as a whole' : `${counted(refused)} refused`}
          />
        ) : null}
      </div>
      {reading.notes.map((note) => (
        <p key={note} className={texts.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
