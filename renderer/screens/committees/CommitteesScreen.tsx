import { useState } from 'react';
import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import { RecordList } from '../../components/RecordList.tsx';
import { useAppStore } from '../../stores/appStore.ts';
import { useFacts } from '../useFacts.ts';
import { Agenda } from './Agenda.tsx';
import { MeetingSheet } from './MeetingSheet.tsx';
import { ViewsMatrix } from './ViewsMatrix.tsx';

/** What each body was asked, what it said, and whether that still stands; a meeting at a time, or a cell at a time. */
export function CommitteesScreen() {
  const facts = useFacts();
  const asked = useAppStore((state) => state.target?.kind === 'meeting' && state.target.key === null);
  const [recording, setRecording] = useState(asked);
  return (
    <div className="stack">
      {recording ? <MeetingSheet done={() => setRecording(false)} /> : null}
      <ViewsMatrix record={() => setRecording(true)} />
      <Agenda />
      <div className="halves">
        <RecordList
          kind="meeting"
          title="Meetings"
          records={facts.meetings}
          whenEmpty="The meetings of the TAG, the Operations Group and the CSC that matter for this release."
        />
        <RecordList
          kind="requiredBody"
          title="Other bodies the criteria require"
          note="§5.3"
          records={facts.requiredBodies}
          whenEmpty="TABASC, SSC, SMKI PMA and others, where the criteria require them."
        />
      </div>
      <FindingsPanel title="What the rulebook says of the input" rules={['input.']} />
    </div>
  );
}
