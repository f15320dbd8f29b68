import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { earlierOf, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../../shared/domain/calendar/londonDay.ts';
import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { isBody } from '../../../shared/domain/records/bodies.ts';
import { type Position, positions } from '../../../shared/domain/records/committees.ts';
import { bodiesPutTo } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { BodySelect } from '../../components/BodySelect.tsx';
import { Panel } from '../../components/Panel.tsx';
import { DateInput } from '../../fields/dates/DateInput.tsx';
import { tellDone } from '../../stores/notify.tsx';
import { saveMany } from '../../stores/releaseStore.ts';
import { type Answer, bodyLeft, clearSheet, isTypedOn, typeOnSheet, useSheet } from '../../stores/sheetStore.ts';
import { useAsOf, useFacts, useFindings, useViewHistories } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { MeetingRow } from './MeetingRow.tsx';
import styles from './MeetingSheet.module.css';
import {
  agendaOf,
  answerRest,
  besideInWords,
  recordedInWords,
  replacedBy,
  savesOf,
  withoutPosition,
} from './meetingRows.ts';
import { ReplaceViews } from './ReplaceViews.tsx';

const nothing: Answer = { position: null, wording: '' };

interface MeetingSheetProps {
  /** The body that a finding led here for. */
  readonly of: string | null;
  readonly done: () => void;
}

/**
 * One meeting of one body on one sheet: a position and its words for each criterion, saved in one step. What is typed
 * stays, for each body, until it is recorded or discarded.
 */
export function MeetingSheet({ of, done }: MeetingSheetProps) {
  const facts = useFacts();
  const findings = useFindings();
  const histories = useViewHistories();
  const today = useAsOf();
  const release = facts.release.id ?? '';
  const bodies = bodiesPutTo(facts);
  const wanted = of ?? bodyLeft(release);
  const [body, setBody] = useState(() => {
    const isUnanswered = (one: string) =>
      agendaOf(one, facts, histories, findings).some(({ standing }) => standing === null);
    const isStale = (one: string) => agendaOf(one, facts, histories, findings).some(({ why }) => why !== null);
    return (
      bodies.find((one) => one === wanted) ?? bodies.find(isUnanswered) ?? bodies.find(isStale) ?? bodies[0] ?? 'TAG'
    );
  });
  const sheet = useSheet(release, body);
  const type = (change: Parameters<typeof typeOnSheet>[2]) => typeOnSheet(release, body, change);
  const met = facts.meetings.flatMap((meeting) => (isBody(meeting.body, body) && meeting.on ? [meeting.on] : []));
  const now = londonDay(Date.now());
  const on = sheet.on ?? [...met].sort().findLast((date) => date <= earlierOf(today, now)) ?? now;
  const { paper, answers } = sheet;
  const [asking, setAsking] = useState<'position' | 'replace' | null>(null);
  const rows = useMemo(() => agendaOf(body, facts, histories, findings), [body, facts, histories, findings]);
  const set = (reference: string, change: Partial<Answer>) =>
    type((typed) => ({
      answers: new Map(typed.answers).set(reference, { ...nothing, ...typed.answers.get(reference), ...change }),
    }));
  const saves = savesOf({ body, on, paper }, rows, answers);
  const replaced = replacedBy(rows, answers);
  const incomplete = withoutPosition(rows, answers);
  const count = saves.length + incomplete.length;
  const save = async () => {
    setAsking(null);
    if (!(await saveMany(saves))) return;
    tellDone(recordedInWords(saves.length, body, isCalendarDate(on) ? on : today, today));
    close();
  };
  const record = () => {
    if (incomplete.length > 0) setAsking('position');
    else if (replaced.length > 0) setAsking('replace');
    else void save();
  };
  const close = () => {
    clearSheet(release, body);
    done();
  };
  return (
    <Panel
      title="Record a meeting"
      note="each view is stamped with the wording and the evidence that the body is known to have seen"
      list="view"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the chord is heard for the controls inside; the button does the same. */}
      <div
        className={layout.stack}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || count === 0 || !isCalendarDate(on)) return;
          event.preventDefault();
          record();
        }}
      >
        <div className={layout.toolbar}>
          <BodySelect
            bodies={bodies}
            body={body}
            choose={(next) => {
              setBody(next ?? body);
              setAsking(null);
            }}
            width={130}
          />
          <DateInput label="Met on" value={on} change={(value) => type(() => ({ on: value }))} />
          <TextInput
            label="Paper"
            value={paper}
            onChange={(event) => {
              const { value } = event.currentTarget;
              type(() => ({ paper: value }));
            }}
          />
          <Select
            label="All that are not answered yet"
            placeholder="Leave as they are"
            data={positions.map((value) => ({ value, label: positionStatus[value].word }))}
            value={null}
            searchable
            selectFirstOptionOnChange
            onChange={(position) =>
              position && type((typed) => ({ answers: answerRest(rows, typed.answers, position as Position) }))
            }
            w={190}
          />
        </div>
        <div className={styles.rows}>
          {rows.map((row) => (
            <MeetingRow
              key={row.criterion.id}
              row={row}
              answer={answers.get(row.criterion.reference) ?? nothing}
              beside={
                isCalendarDate(on) && answers.get(row.criterion.reference)?.position ? besideInWords(row, on) : null
              }
              lacksPosition={asking === 'position' && incomplete.includes(row)}
              set={(change) => set(row.criterion.reference, change)}
            />
          ))}
        </div>
        {rows.length === 0 ? (
          <p className={texts.note}>No criterion is put to {body}; say so on the criterion.</p>
        ) : null}
        {asking === 'position' && incomplete.length > 0 ? (
          <p className={texts.error} role="alert">
            Nothing is recorded yet: {incomplete.map(({ criterion }) => criterion.reference).join(', ')}{' '}
            {incomplete.length === 1 ? 'has' : 'have'} words and no position. Choose the position, or clear the words.
          </p>
        ) : null}
        <div className={layout.toolbar}>
          <ActionButton
            why={
              !isCalendarDate(on)
                ? 'Say first on which day it met.'
                : count === 0
                  ? 'Say first what it was asked, or what it said of a criterion.'
                  : null
            }
            title="Ctrl+Enter"
            onClick={record}
          >
            {count > 0 ? `Record ${count} ${count === 1 ? 'view' : 'views'}` : 'Nothing to record'}
          </ActionButton>
          <Button variant="default" onClick={close}>
            {isTypedOn(sheet) ? 'Discard this sheet' : 'Cancel'}
          </Button>
        </div>
      </div>
      {asking === 'replace' && isCalendarDate(on) ? (
        <ReplaceViews
          body={body}
          on={on}
          rows={replaced}
          answers={answers}
          replace={() => void save()}
          back={() => setAsking(null)}
        />
      ) : null}
    </Panel>
  );
}
