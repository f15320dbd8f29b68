import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Evidence } from '../../../shared/domain/records/evidence.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DateInput } from '../../fields/dates/DateInput.tsx';
import { setEvidenceStatus } from '../../stores/evidenceWrites.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';

/** An acceptance that was given before it is entered, by telephone say, with the day on which it was given. */
export function AcceptedEarlier({ items }: { readonly items: readonly Evidence[] }) {
  const [opened, setOpened] = useState(false);
  const [on, setOn] = useState('');
  const [error, setError] = useState<string | null>(null);
  const accept = async () => {
    if (!isCalendarDate(on)) return;
    const ids = items.flatMap((item) => item.id ?? []);
    const refused = await setEvidenceStatus(ids, 'accepted', null, false, on);
    setError(refused?.message ?? null);
    if (!refused) setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal position="bottom-start">
      <Popover.Target>
        <Button variant="default" size="compact-xs" onClick={() => setOpened(!opened)}>
          Accepted earlier…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={layout.stack}>
          <DateInput
            label="Accepted on"
            value={on}
            change={(next) => {
              setOn(next);
              setError(null);
            }}
          />
          <p className={texts.note}>The day on which SECAS said so; the history keeps when it was entered.</p>
          {error ? (
            <p role="alert" className={texts.error}>
              {error}
            </p>
          ) : null}
          <div>
            <ActionButton
              size="compact-xs"
              why={isCalendarDate(on) ? null : 'Say first on which day it was accepted.'}
              onClick={() => void accept()}
            >
              Accept
            </ActionButton>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
