import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { TextKind } from '../../../shared/domain/texts/textKinds.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DateInput } from '../../fields/dates/DateInput.tsx';
import { recordSent } from '../../stores/textActions.ts';
import layout from '../../styles/layout.module.css';

const channels = ['email', 'website', 'newsletter'];

/** Where each text goes as a rule. */
const usual: Readonly<Record<TextKind, string>> = {
  'release-page': 'website',
  'user-testing': 'email',
  approval: 'email',
  newsletter: 'newsletter',
  decision: 'email',
};

interface RecordSentProps {
  readonly kind: TextKind;
  readonly today: string;
}

/** By which channel it went out, when, and where it stands: what the rules on notices and on publication judge. */
export function RecordSent({ kind, today }: RecordSentProps) {
  const [channel, setChannel] = useState(usual[kind]);
  const [on, setOn] = useState(today);
  const [address, setAddress] = useState('');
  const record = async () => {
    if (isCalendarDate(on) && (await recordSent({ text: kind, channel, on, address: address.trim() || null })))
      setAddress('');
  };
  return (
    <section aria-label="Record as sent" className={layout.stack}>
      <div className={layout.toolbar}>
        <Select
          label="Sent by"
          data={channels}
          value={channel}
          allowDeselect={false}
          w={130}
          onChange={(next) => setChannel(next ?? usual[kind])}
        />
        <DateInput label="Sent on" value={on} change={setOn} />
        <div className={layout.grow}>
          <TextInput
            label="Web address"
            placeholder="https://"
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        </div>
      </div>
      <div>
        <ActionButton
          variant="default"
          why={isCalendarDate(on) ? null : 'Say first on which day it was sent.'}
          onClick={() => void record()}
        >
          Record as sent
        </ActionButton>
      </div>
    </section>
  );
}
