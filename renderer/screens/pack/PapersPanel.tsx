import { useState } from 'react';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { isBody } from '../../../shared/domain/records/bodies.ts';
import { bodiesPutTo } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { ActionButton, alreadyAtIt } from '../../components/ActionButton.tsx';
import { BodySelect } from '../../components/BodySelect.tsx';
import { Panel } from '../../components/Panel.tsx';
import { DateInput } from '../../fields/dates/DateInput.tsx';
import { saveAddendum, saveDecision, savePaper, usePackStore } from '../../stores/packStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { SaveIssued } from './SaveIssued.tsx';

const kinds = { paper: 'Paper', addendum: 'Addendum', decision: 'Decision record', edition: 'Edition' } as const;

/** Before the submission: a paper for one body's meeting. After it: an addendum, and the record of the decision. */
export function PapersPanel() {
  const facts = useFacts();
  const today = useReleaseStore((state) => state.open?.readiness.asOf ?? '');
  const exporting = usePackStore((state) => state.exporting);
  const bodies = bodiesPutTo(facts);
  const [body, setBody] = useState<string | null>(bodies[0] ?? null);
  const ahead = facts.meetings
    .flatMap((meeting) => (body !== null && isBody(meeting.body, body) && meeting.on ? [meeting.on] : []))
    .sort();
  const [meeting, setMeeting] = useState<string | null>(null);
  const on = meeting ?? ahead.find((date) => date >= today) ?? ahead.at(-1) ?? '';
  const whyNoPaper =
    body === null
      ? 'Choose first the body that it is for.'
      : isCalendarDate(on)
        ? null
        : 'Say first for which meeting: its day is in the paper.';
  const whyNoRecord =
    facts.decisions.length === 0 ? 'No decision is recorded yet; record it under Decisions, and it can be made.' : null;
  return (
    <Panel title="Papers for the bodies" note="what a body was shown is the stamp of its view">
      <div className={layout.stack}>
        <div className={layout.toolbar}>
          <BodySelect
            bodies={bodies}
            body={body}
            choose={(next) => {
              setBody(next);
              setMeeting(null);
            }}
            width={110}
          />
          <DateInput label="For its meeting of" value={on} change={setMeeting} />
        </div>
        <div className={layout.pills}>
          <ActionButton
            variant="default"
            size="compact-xs"
            why={exporting ? alreadyAtIt : whyNoPaper}
            onClick={() => body !== null && isCalendarDate(on) && void savePaper(body, on)}
          >
            Make the paper…
          </ActionButton>
          <ActionButton
            variant="default"
            size="compact-xs"
            why={exporting ? alreadyAtIt : null}
            onClick={() => void saveAddendum()}
          >
            Addendum for late evidence…
          </ActionButton>
          <ActionButton
            variant="default"
            size="compact-xs"
            why={exporting ? alreadyAtIt : whyNoRecord}
            onClick={() => void saveDecision()}
          >
            Decision record…
          </ActionButton>
        </div>
        <Issued />
      </div>
    </Panel>
  );
}

/** What left the app beside the finals, each with its hash. */
function Issued() {
  const { release } = useFacts();
  const issued = useEngineAnswer('pack.issued', { release: release.id ?? '' });
  if (!issued || issued.length === 0) return null;
  return (
    <ul className={lists.quiet}>
      {issued.map((one) => (
        <li key={one.sha256}>
          <b>{one.reference}</b>{' '}
          <span className={texts.note}>
            {kinds[one.kind]}, as of {isCalendarDate(one.asOf) ? formatDate(one.asOf) : one.asOf}
          </span>
          <div className={texts.hash}>SHA-256 {one.sha256}</div>
          <SaveIssued release={release.id ?? ''} reference={one.reference} />
        </li>
      ))}
    </ul>
  );
}
