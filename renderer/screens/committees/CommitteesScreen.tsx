import { useState } from 'react';
import type { Target } from '../../../shared/domain/findings/target.ts';
import { isOver } from '../../../shared/domain/readiness/releaseState.ts';
import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import { RecordList } from '../../components/RecordList.tsx';
import { useAppStore } from '../../stores/appStore.ts';
import { bodyLeft } from '../../stores/sheetStore.ts';
import { useFacts, useReleaseState } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import { Agenda } from './Agenda.tsx';
import { MeetingSheet } from './MeetingSheet.tsx';
import { ViewsMatrix } from './ViewsMatrix.tsx';

interface Recording {
  readonly isOpen: boolean;
  /** What led here last: a body that was not asked, or the wish to record a meeting. */
  readonly by: Target | null;
}

/** What each body was asked, what it said, and whether that still stands; a meeting at a time, or a cell at a time. */
export function CommitteesScreen() {
  const facts = useFacts();
  const state = useReleaseState();
  const target = useAppStore((state) =>
    state.target?.kind === 'view' && state.target.id === null ? state.target : null,
  );
  const [recording, setRecording] = useState<Recording>(() => ({
    isOpen: bodyLeft(facts.release.id ?? '') !== null,
    by: null,
  }));
  if (target !== null && target !== recording.by) setRecording({ isOpen: true, by: target });
  const show = (isOpen: boolean) => setRecording({ isOpen, by: target });
  return (
    <div className={layout.stack}>
      {recording.isOpen ? (
        <MeetingSheet key={recording.by?.key ?? ''} of={recording.by?.key ?? null} done={() => show(false)} />
      ) : null}
      <ViewsMatrix record={() => show(true)} />
      {isOver(state) ? null : <Agenda />}
      <div className={`${layout.halves} ${layout.even}`}>
        <RecordList
          kind="meeting"
          title="Meetings"
          records={facts.meetings}
          whenEmpty="The days on which the TAG, the Operations Group and the CSC meet, to plan back from. What a body said stands in the views above."
        />
        <RecordList
          kind="requiredBody"
          title="Other bodies the criteria require"
          note="§5.3"
          records={facts.requiredBodies}
          whenEmpty="TABASC, SSC, SMKI PMA and others, where the criteria require them."
        />
      </div>
      <FindingsPanel title="What the rulebook says of the input" screen="committees" />
    </div>
  );
}
