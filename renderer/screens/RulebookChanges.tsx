import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { guidanceLeadTimes, type LeadTimeName } from '../../shared/domain/calendar/leadTimes.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { type Severity, severities } from '../../shared/domain/findings/finding.ts';
import { countOf, saying } from '../../shared/domain/foundation/words.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import type { RulebookChange } from '../../shared/domain/rulebook/settings.ts';
import { ruleTitle } from '../../shared/domain/rulebook/titleOf.ts';
import { ActionButton } from '../components/ActionButton.tsx';
import { Empty, Panel } from '../components/Panel.tsx';
import { Removable } from '../components/Removable.tsx';
import { WholeNumberInput } from '../components/WholeNumberInput.tsx';
import fieldGrid from '../fields/fields.module.css';
import layout from '../styles/layout.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';
import { HoldsFromInput, isUnread } from './HoldsFromInput.tsx';

const leadTimeNames: Readonly<Record<LeadTimeName, string>> = {
  scopeSystem: 'scope, systems',
  scopeDocuments: 'scope, documents',
  tadToTag: 'TAD to the TAG',
  tadPublished: 'TAD published',
};

/** What a part of the settings is given: all of them, and how to save them. */
export interface PartProps {
  readonly settings: Settings;
  readonly save: (next: Settings) => Promise<void>;
}

/** Departures from the shipped rulebook: each with its reason and the day from which it holds. */
export function RulebookChanges({ settings, save }: PartProps) {
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
  const isIncomplete = reason.trim() === '' || isUnread(from);
  return (
    <Panel title="Changes to the rulebook" note="each with its reason, printed in the pack">
      <div className={layout.stack}>
        {rulebook.changes.length === 0 ? <Empty title="None">The rules are as the guidance has them.</Empty> : null}
        <ul className={lists.quiet}>
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
              <span className={texts.note}>
                {change.reason}
                {change.from ? `, from ${formatDate(change.from)}` : ''}
              </span>
            </Removable>
          ))}
        </ul>
        <div className={fieldGrid.fields}>
          <div data-span="8">
            <TextInput
              label="Reason for the next change"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <div data-span="4">
            <HoldsFromInput day={from} change={setFrom} />
          </div>
        </div>
        <form className={fieldGrid.fields} onSubmit={addSeverity}>
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
            <ActionButton
              type="submit"
              variant="default"
              why={isIncomplete || !rule ? 'Say first of which rule, why, and from which day it holds.' : null}
            >
              Change severity
            </ActionButton>
          </div>
        </form>
        <form className={fieldGrid.fields} onSubmit={addLeadTime}>
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
            <WholeNumberInput label="months" most={60} value={months} change={setMonths} />
          </div>
          <div data-span="4">
            <ActionButton
              type="submit"
              variant="default"
              why={
                isIncomplete || months === null ? 'Say first how many months, why, and from which day it holds.' : null
              }
            >
              Change lead time
            </ActionButton>
          </div>
        </form>
        <p className={texts.note}>A lead time shortened below the guidance's minimum never turns a miss into met.</p>
      </div>
    </Panel>
  );
}

function describe(change: RulebookChange): string {
  if (change.what === 'severity') return `${saying(ruleTitle(change.rule))} counts as ${change.severity}`;
  return `${leadTimeNames[change.leadTime]}: ${countOf(change.months, 'month')} instead of ${guidanceLeadTimes[change.leadTime]}`;
}
