import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { call } from '../api.ts';
import { ActionButton } from '../components/ActionButton.tsx';
import { Panel } from '../components/Panel.tsx';
import { Removable } from '../components/Removable.tsx';
import { DateInput } from '../fields/dates/DateInput.tsx';
import fieldGrid from '../fields/fields.module.css';
import { tellDone, tellError } from '../stores/notify.tsx';
import { refreshRelease } from '../stores/releaseStore.ts';
import { useEngineAnswer } from '../stores/useEngineAnswer.ts';
import layout from '../styles/layout.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';
import { HealthPanel } from './HealthPanel.tsx';
import { KeyPanel } from './KeyPanel.tsx';
import { PaperDeadlines } from './PaperDeadlines.tsx';
import { type PartProps, RulebookChanges } from './RulebookChanges.tsx';
import { savedInWords } from './savedSettings.ts';
import { ThemePanel } from './ThemePanel.tsx';

/** What this store changes in the rulebook and the working-day calendar; all of it is shown and printed. */
export function SettingsScreen() {
  const [saves, setSaves] = useState(0);
  const settings = useEngineAnswer('settings.get', {}, { also: saves });
  if (!settings) return null;
  const save = async (next: Settings) => {
    const saved = await call('settings.save', next);
    if (!saved.ok) return tellError(saved.error);
    setSaves(saves + 1);
    tellDone(savedInWords(settings, next, londonDay(Date.now())));
    await refreshRelease(null);
  };
  return (
    <div className={layout.halves}>
      <RulebookChanges settings={settings} save={save} />
      <div className={layout.stack}>
        <ThemePanel />
        <HealthPanel />
        <KeyPanel />
        <PaperDeadlines settings={settings} save={save} />
        <Closures settings={settings} save={save} />
      </div>
    </div>
  );
}

function Closures({ settings, save }: PartProps) {
  const { calendar } = settings;
  const [on, setOn] = useState('');
  const [what, setWhat] = useState('');
  const add = (kind: 'closures' | 'workingDays') => {
    if (isCalendarDate(on))
      void save({ ...settings, calendar: { ...calendar, [kind]: [...calendar[kind], { on, what }] } });
  };
  const missing = !isCalendarDate(on) || what.trim() === '';
  return (
    <Panel title="Working days" note="England and Wales, and these">
      <ul className={lists.quiet}>
        {(['closures', 'workingDays'] as const).flatMap((kind) =>
          calendar[kind].map((day) => (
            <Removable
              key={`${kind} ${day.on}`}
              name={`${day.what} on ${formatDate(day.on)}`}
              remove={() =>
                void save({
                  ...settings,
                  calendar: { ...calendar, [kind]: calendar[kind].filter((each) => each !== day) },
                })
              }
            >
              {formatDate(day.on)}: {day.what}{' '}
              <span className={texts.note}>{kind === 'closures' ? 'closed' : 'worked'}</span>
            </Removable>
          )),
        )}
      </ul>
      <div className={fieldGrid.fields}>
        <div data-span="4">
          <DateInput label="Day" value={on} change={setOn} />
        </div>
        <div data-span="8">
          <TextInput label="What" value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
        </div>
      </div>
      <div className={layout.pills} style={{ marginTop: 8 }}>
        <ActionButton
          variant="default"
          why={missing ? 'Say first which day it is, and what is on it.' : null}
          onClick={() => add('closures')}
        >
          Add a closure
        </ActionButton>
        <ActionButton
          variant="subtle"
          why={missing ? 'Say first which day it is, and what is on it.' : null}
          onClick={() => add('workingDays')}
        >
          Add as a working day
        </ActionButton>
      </div>
    </Panel>
  );
}
