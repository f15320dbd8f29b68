import { useState } from 'react';
import { isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Evidence } from '../../../shared/domain/records/evidence.ts';
import { DateInput } from '../../fields/dates/DateInput.tsx';
import { setEvidenceStatus } from '../../stores/evidenceWrites.ts';
import texts from '../../styles/texts.module.css';
import { AskFirst } from './AskFirst.tsx';

/** An acceptance that was given before it is entered, by telephone say, with the day on which it was given. */
export function AcceptedEarlier({ items }: { readonly items: readonly Evidence[] }) {
  const [on, setOn] = useState('');
  const ids = items.flatMap((item) => item.id ?? []);
  return (
    <AskFirst
      button="Accepted earlier…"
      verb="Accept"
      step={
        isCalendarDate(on)
          ? () => setEvidenceStatus(ids, 'accepted', null, false, on)
          : 'Say first on which day it was accepted.'
      }
    >
      {(refused, forget) => (
        <>
          <DateInput
            label="Accepted on"
            value={on}
            change={(next) => {
              setOn(next);
              forget();
            }}
          />
          <p className={texts.note}>The day on which SECAS said so; the history keeps when it was entered.</p>
          {refused ? (
            <p role="alert" className={texts.error}>
              {refused}
            </p>
          ) : null}
        </>
      )}
    </AskFirst>
  );
}
