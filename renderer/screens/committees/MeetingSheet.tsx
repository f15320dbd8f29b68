import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { positionStatus } from '../../../shared/domain/readiness/vocabulary.ts';
import { type Position, positions } from '../../../shared/domain/records/committees.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import { tellDone } from '../../stores/notify.tsx';
import { saveMany, useReleaseStore } from '../../stores/releaseStore.ts';
import { bodiesOf, useFacts, useFindings } from '../useFacts.ts';
import { type AgendaRow, type Answer, agendaOf, savesOf } from './meetingRows.ts';

const short: Readonly<Record<Position, string>> = {
  supports: 'Supports',
  supportsWithConditions: 'Conditions',
  doesNotSupport: 'Against',
  noView: 'No view',
  deferred: 'Deferred',
};
const choices = [{ value: '', label: '–' }, ...positions.map((value) => ({ value, label: short[value] }))];
const nothing: Answer = { position: null, wording: '' };

/** One meeting of one body on one sheet: a position and its words for each criterion, saved in one step. */
export function MeetingSheet({ done }: { readonly done: () => void }) {
  const facts = useFacts();
  const findings = useFindings();
  const today = useReleaseStore((state) => state.open?.readiness.asOf ?? '');
  const bodies = bodiesOf(facts).filter((body) => facts.criteria.some((criterion) => criterion.bodies?.includes(body)));
  const [body, setBody] = useState(bodies[0] ?? 'TAG');
  const met = facts.meetings.flatMap((meeting) => (meeting.body === body && meeting.on ? [meeting.on] : []));
  const [on, setOn] = useState<string>([...met].sort().findLast((date) => date <= today) ?? today);
  const [paper, setPaper] = useState('');
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const rows = useMemo(() => agendaOf(body, facts, findings), [body, facts, findings]);
  const set = (reference: string, change: Partial<Answer>) =>
    setAnswers((all) => new Map(all).set(reference, { ...nothing, ...all.get(reference), ...change }));
  const setRest = (position: Position) =>
    setAnswers((all) => {
      const next = new Map(all);
      for (const { criterion } of rows)
        if (!next.get(criterion.reference)?.position)
          next.set(criterion.reference, { ...nothing, ...next.get(criterion.reference), position });
      return next;
    });
  const saves = savesOf({ body, on, paper }, rows, answers);
  const save = async () => {
    if (!(await saveMany(saves))) return;
    tellDone(`Recorded ${saves.length} ${saves.length === 1 ? 'view' : 'views'} of ${body}.`);
    done();
  };
  return (
    <Panel title="Record a meeting" note="each view is stamped with the wording and the evidence that the body saw">
      <div className="stack">
        <div className="toolbar">
          <Select
            label="Body"
            data={bodies}
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
            onChange={(position) => position && setRest(position as Position)}
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
          <Button disabled={saves.length === 0 || on === ''} onClick={() => void save()}>
            {saves.length > 0 ? `Record ${saves.length} ${saves.length === 1 ? 'view' : 'views'}` : 'Nothing to record'}
          </Button>
          <Button variant="default" onClick={done}>
            Cancel
          </Button>
        </div>
      </div>
    </Panel>
  );
}

interface MeetingRowProps {
  readonly row: AgendaRow;
  readonly answer: Answer;
  readonly set: (change: Partial<Answer>) => void;
}

function MeetingRow({ row, answer, set }: MeetingRowProps) {
  const { criterion, why } = row;
  return (
    <section className="meeting-row" aria-label={criterion.reference}>
      <div className="meeting-what">
        <b>{criterion.reference}</b> <LongText text={criterion.text ?? ''} />
        <div className="note">{why ?? 'its view stands'}</div>
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
