import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { isBody } from '../../../shared/domain/records/bodies.ts';
import { type Position, positions } from '../../../shared/domain/records/committees.ts';
import { bodiesPutTo } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { Panel } from '../../components/Panel.tsx';
import { tellDone } from '../../stores/notify.tsx';
import { saveMany } from '../../stores/releaseStore.ts';
import { useAsOf, useFacts, useFindings, useViewHistories } from '../../stores/useFacts.ts';
import { MeetingRow } from './MeetingRow.tsx';
import { type Answer, type Answers, agendaOf, answerRest, replacedBy, savesOf } from './meetingRows.ts';
import { ReplaceViews } from './ReplaceViews.tsx';

const nothing: Answer = { position: null, wording: '' };

interface MeetingSheetProps {
  /** The body that a finding led here for. */
  readonly of: string | null;
  readonly done: () => void;
}

/** One meeting of one body on one sheet: a position and its words for each criterion, saved in one step. */
export function MeetingSheet({ of, done }: MeetingSheetProps) {
  const facts = useFacts();
  const findings = useFindings();
  const histories = useViewHistories();
  const today = useAsOf();
  const bodies = bodiesPutTo(facts);
  const [body, setBody] = useState(bodies.find((one) => one === of) ?? bodies[0] ?? 'TAG');
  const met = facts.meetings.flatMap((meeting) => (isBody(meeting.body, body) && meeting.on ? [meeting.on] : []));
  const [on, setOn] = useState<string>([...met].sort().findLast((date) => date <= today) ?? today);
  const [paper, setPaper] = useState('');
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [asking, setAsking] = useState(false);
  const rows = useMemo(() => agendaOf(body, facts, histories, findings), [body, facts, histories, findings]);
  const set = (reference: string, change: Partial<Answer>) =>
    setAnswers((all) => new Map(all).set(reference, { ...nothing, ...all.get(reference), ...change }));
  const saves = savesOf({ body, on, paper }, rows, answers);
  const replaced = replacedBy(rows, answers);
  const save = async () => {
    setAsking(false);
    if (!(await saveMany(saves))) return;
    tellDone(`Recorded ${saves.length} ${saves.length === 1 ? 'view' : 'views'} of ${body}.`);
    done();
  };
  return (
    <Panel
      title="Record a meeting"
      note="each view is stamped with the wording and the evidence that the body saw"
      list="view"
    >
      <div className="stack">
        <div className="toolbar">
          <Select
            label="Body"
            data={[...bodies]}
            value={body}
            allowDeselect={false}
            onChange={(next) => {
              setBody(next ?? body);
              setAnswers(new Map());
            }}
            w={130}
          />
          <TextInput label="Met on" type="date" value={on} onChange={(event) => setOn(event.currentTarget.value)} />
          <TextInput label="Paper" value={paper} onChange={(event) => setPaper(event.currentTarget.value)} />
          <Select
            label="All that are not answered yet"
            placeholder="Leave as they are"
            data={positions.map((value) => ({ value, label: positionStatus[value].word }))}
            value={null}
            onChange={(position) => position && setAnswers((all) => answerRest(rows, all, position as Position))}
            w={190}
          />
        </div>
        <div className="meeting-rows">
          {rows.map((row) => (
            <MeetingRow
              key={row.criterion.id}
              row={row}
              answer={answers.get(row.criterion.reference) ?? nothing}
              set={(change) => set(row.criterion.reference, change)}
            />
          ))}
        </div>
        {rows.length === 0 ? <p className="note">No criterion is put to {body}; say so on the criterion.</p> : null}
        <div className="toolbar">
          <Button
            disabled={saves.length === 0 || on === ''}
            onClick={() => (replaced.length > 0 ? setAsking(true) : void save())}
          >
            {saves.length > 0 ? `Record ${saves.length} ${saves.length === 1 ? 'view' : 'views'}` : 'Nothing to record'}
          </Button>
          <Button variant="default" onClick={done}>
            Cancel
          </Button>
        </div>
      </div>
      {asking ? (
        <ReplaceViews
          body={body}
          rows={replaced}
          answers={answers}
          replace={() => void save()}
          back={() => setAsking(false)}
        />
      ) : null}
    </Panel>
  );
}
