import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Settings } from '../../shared/contract/readinessMethods.ts';
import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { type Severity, severities } from '../../shared/domain/readiness/finding.ts';
import { bodyOf } from '../../shared/domain/rulebook/bodies.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { guidanceLeadTimes, type LeadTimeName, type RulebookChange } from '../../shared/domain/rulebook/settings.ts';
import { call } from '../api.ts';
import { Empty, Panel } from '../components/Panel.tsx';
import { tellDone, tellError } from '../stores/notify.tsx';
import { refreshRelease } from '../stores/releaseStore.ts';
import { useEngineAnswer } from '../stores/useEngineAnswer.ts';

const leadTimeNames: Readonly<Record<LeadTimeName, string>> = {
  scopeSystem: 'scope, systems',
  scopeDocuments: 'scope, documents',
  tadToTag: 'TAD to the TAG',
  tadPublished: 'TAD published',
};

/** What this store changes in the rulebook and the working-day calendar; all of it is shown and printed. */
export function SettingsScreen() {
  const [saves, setSaves] = useState(0);
  const settings = useEngineAnswer('settings.get', {}, { also: saves });
  if (!settings) return null;
  const save = async (next: Settings) => {
    const saved = await call('settings.save', next);
    if (!saved.ok) return tellError(saved.error);
    setSaves(saves + 1);
    tellDone('Saved. Every finding and every pack from now on shows it.');
    await refreshRelease(null);
  };
  return (
    <div className="halves">
      <RulebookChanges settings={settings} save={save} />
      <div className="stack">
        <PaperDeadlines settings={settings} save={save} />
        <Closures settings={settings} save={save} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly settings: Settings;
  readonly save: (next: Settings) => Promise<void>;
}

function RulebookChanges({ settings, save }: PartProps) {
  const { rulebook } = settings;
  const [rule, setRule] = useState<string | null>(null);
  const [severity, setSeverity] = useState<Severity>('warning');
  const [leadTime, setLeadTime] = useState<LeadTimeName>('tadPublished');
  const [months, setMonths] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState<string>(londonDay(Date.now()));
  const day = isCalendarDate(from) ? from : null;
  const put = (change: RulebookChange) =>
    save({ ...settings, rulebook: { ...rulebook, changes: [...rulebook.changes, change] } });
  const addSeverity = (event: FormEvent) => {
    event.preventDefault();
    if (rule) void put({ what: 'severity', rule, severity, reason, from: day });
  };
  const addLeadTime = (event: FormEvent) => {
    event.preventDefault();
    if (months !== null) void put({ what: 'leadTime', leadTime, months, reason, from: day });
  };
  const noReason = reason.trim() === '';
  return (
    <Panel title="Changes to the rulebook" note="each with its reason, printed in the pack">
      <div className="stack">
        {rulebook.changes.length === 0 ? <Empty title="None">The rules are as the guidance has them.</Empty> : null}
        <ul className="quiet-list">
          {rulebook.changes.map((change, index) => (
            <Removable
              key={JSON.stringify(change)}
              name={describe(change)}
              remove={() =>
                void save({
                  ...settings,
                  rulebook: { ...rulebook, changes: rulebook.changes.filter((_, at) => at !== index) },
                })
              }
            >
              {describe(change)}.{' '}
              <span className="note">
                {change.reason}
                {change.from ? `, from ${formatDate(change.from)}` : ''}
              </span>
            </Removable>
          ))}
        </ul>
        <div className="fields">
          <div data-span="8">
            <TextInput
              label="Reason for the next change"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <div data-span="4">
            <TextInput
              label="It holds from"
              description="What was judged before stays."
              type="date"
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          </div>
        </div>
        <form className="fields" onSubmit={addSeverity}>
          <div data-span="5">
            <Select
              label="Severity of"
              searchable
              data={rules.map((each) => ({ value: each.id, label: each.title }))}
              value={rule}
              onChange={setRule}
            />
          </div>
          <div data-span="3">
            <Select
              label="becomes"
              data={[...severities]}
              value={severity}
              onChange={(next) => setSeverity((next as Severity | null) ?? severity)}
              allowDeselect={false}
            />
          </div>
          <div data-span="4">
            <Button type="submit" variant="default" disabled={noReason || !rule}>
              Change severity
            </Button>
          </div>
        </form>
        <form className="fields" onSubmit={addLeadTime}>
          <div data-span="5">
            <Select
              label="Lead time of"
              data={Object.entries(leadTimeNames).map(([value, label]) => ({
                value,
                label: `${label} (${guidanceLeadTimes[value as LeadTimeName]} months)`,
              }))}
              value={leadTime}
              onChange={(next) => setLeadTime((next as LeadTimeName | null) ?? leadTime)}
              allowDeselect={false}
            />
          </div>
          <div data-span="3">
            <NumberInput
              label="months"
              min={0}
              max={60}
              allowDecimal={false}
              hideControls
              value={months ?? ''}
              onChange={(next) => setMonths(typeof next === 'number' ? next : null)}
            />
          </div>
          <div data-span="4">
            <Button type="submit" variant="default" disabled={noReason || months === null}>
              Change lead time
            </Button>
          </div>
        </form>
        <p className="note">A lead time shortened below the guidance's minimum never turns a miss into met.</p>
      </div>
    </Panel>
  );
}

function PaperDeadlines({ settings, save }: PartProps) {
  const { rulebook } = settings;
  const [body, setBody] = useState('');
  const [days, setDays] = useState<number | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (days === null) return;
    const others = rulebook.paperDeadlines.filter((deadline) => bodyOf(deadline.body) !== bodyOf(body));
    void save({
      ...settings,
      rulebook: { ...rulebook, paperDeadlines: [...others, { body: body.trim(), workingDays: days }] },
    });
  };
  return (
    <Panel title="Paper deadlines" note="working days before a body's meeting">
      <ul className="quiet-list">
        {rulebook.paperDeadlines.map((deadline) => (
          <Removable
            key={deadline.body}
            name={`the paper deadline of ${deadline.body}`}
            remove={() =>
              void save({
                ...settings,
                rulebook: {
                  ...rulebook,
                  paperDeadlines: rulebook.paperDeadlines.filter((each) => each.body !== deadline.body),
                },
              })
            }
          >
            {deadline.body}: {deadline.workingDays} working days
          </Removable>
        ))}
      </ul>
      <form className="fields" onSubmit={add}>
        <div data-span="6">
          <TextInput label="Body" value={body} onChange={(event) => setBody(event.currentTarget.value)} />
        </div>
        <div data-span="3">
          <NumberInput
            label="Working days"
            min={0}
            max={260}
            allowDecimal={false}
            hideControls
            value={days ?? ''}
            onChange={(next) => setDays(typeof next === 'number' ? next : null)}
          />
        </div>
        <div data-span="3">
          <Button type="submit" variant="default" disabled={body.trim() === '' || days === null}>
            Set deadline
          </Button>
        </div>
      </form>
    </Panel>
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
      <ul className="quiet-list">
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
              {formatDate(day.on)}: {day.what} <span className="note">{kind === 'closures' ? 'closed' : 'worked'}</span>
            </Removable>
          )),
        )}
      </ul>
      <div className="fields">
        <div data-span="4">
          <TextInput label="Day" type="date" value={on} onChange={(event) => setOn(event.currentTarget.value)} />
        </div>
        <div data-span="8">
          <TextInput label="What" value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
        </div>
      </div>
      <div className="pills" style={{ marginTop: 8 }}>
        <Button variant="default" disabled={missing} onClick={() => add('closures')}>
          Add a closure
        </Button>
        <Button variant="subtle" disabled={missing} onClick={() => add('workingDays')}>
          Add as a working day
        </Button>
      </div>
    </Panel>
  );
}

function Removable({
  name,
  remove,
  children,
}: {
  readonly name: string;
  readonly remove: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
      <span>{children}</span>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Remove ${name}`} onClick={remove}>
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  );
}

function describe(change: RulebookChange): string {
  if (change.what === 'severity')
    return `${rules.find((rule) => rule.id === change.rule)?.title ?? change.rule} is ${change.severity}`;
  return `${leadTimeNames[change.leadTime]}: ${change.months} months instead of ${guidanceLeadTimes[change.leadTime]}`;
}
