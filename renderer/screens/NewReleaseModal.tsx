import { Autocomplete, Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReleaseItem } from '../../shared/contract/release.ts';
import { formatDateWithWeekday, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { kindOfSlot, nameOfSlot, type ReleaseKind, ruleDateOf, type Slot } from '../../shared/domain/calendar/slots.ts';
import { readTypedDate } from '../../shared/domain/importing/readTypedDate.ts';
import { call } from '../api.ts';
import { Dialog } from '../components/Dialog.tsx';
import { DateInput } from '../fields/dates/DateInput.tsx';
import { slotNamed, slotsToOffer } from '../fields/slotChoice.ts';
import { focusFirstStep } from '../focus/firstStep.ts';
import { goTo, loadReleases, useAppStore } from '../stores/appStore.ts';
import { closeModal } from '../stores/modalStore.ts';
import { noteMade } from '../stores/noteDeeds.ts';
import { openRelease } from '../stores/releaseStore.ts';
import { doing } from '../stores/underWay.ts';
import { dateContext } from '../stores/workingDayStore.ts';
import layout from '../styles/layout.module.css';

const kinds = [
  { value: 'system', label: 'System Release' },
  { value: 'documentation', label: 'Documentation Release' },
];

/** A release from a slot of the calendar, or an ad-hoc one with its reason (§3). */
export function NewReleaseModal() {
  const releases = useAppStore((state) => state.releases);
  const [scheduled, setScheduled] = useState(true);
  const today = londonDay(Date.now());
  const slots = slotsToOffer(Number(today.slice(0, 4)), (slot) => ruleDateOf(slot) >= today);
  // The next one first.
  const free = slots.filter((each) => !releases.some((release) => release.slot === each)).map(nameOfSlot);
  const [typed, setTyped] = useState('');
  const slot = slotNamed(typed, slots);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ReleaseKind>('system');
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!scheduled && name.trim() === '') return setError('Type a name for the release.');
    const wrong = scheduled ? wrongSlot(typed, slot, releases) : wrongDate(date);
    if (wrong) return setError(wrong);
    const input =
      scheduled && slot
        ? fromSlot(slot)
        : { name, kind, slot: null, adHocReason: reason || null, approvedDate: isCalendarDate(date) ? date : null };
    await doing(async (underWay) => {
      const made = await call('release.create', input);
      if (!made.ok) return setError(made.error.message);
      noteMade(underWay, made.value);
      await loadReleases();
      await openRelease(made.value.id);
      goTo('overview');
      closeModal();
      focusFirstStep(made.value.id);
    });
  };

  return (
    <Dialog title="New release">
      <form className={layout.stack} onSubmit={(event) => void submit(event)} noValidate>
        <SegmentedControl
          size="xs"
          aria-label="Kind of date"
          data={[
            { value: 'slot', label: 'From the calendar' },
            { value: 'adHoc', label: 'Ad-hoc' },
          ]}
          value={scheduled ? 'slot' : 'adHoc'}
          onChange={(next) => setScheduled(next === 'slot')}
        />
        {scheduled ? (
          <Autocomplete
            label="Slot"
            description={
              slot
                ? `${formatDateWithWeekday(ruleDateOf(slot))}, a ${kindOfSlot(slot) === 'system' ? 'System' : 'Documentation'} Release`
                : 'February, June or November of a year (§3)'
            }
            placeholder={`${free[0] ?? 'November 2027'}, for instance`}
            data={free}
            value={typed}
            openOnFocus={false}
            onChange={(next) => {
              setTyped(next);
              setError(null);
            }}
            data-autofocus
          />
        ) : (
          <>
            <TextInput
              label="Name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Select
              label="Type"
              data={kinds}
              value={kind}
              onChange={(next) => setKind((next as ReleaseKind | null) ?? kind)}
              allowDeselect={false}
            />
            <DateInput label="Approved Go-Live date" value={date} change={setDate} />
            <TextInput
              label="Why a scheduled release would not do"
              description="§3: not appropriate or efficient in a scheduled release."
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        )}
        {error ? (
          <p role="alert" style={{ color: 'var(--not-met)', margin: 0 }}>
            {error}
          </p>
        ) : null}
        <div>
          <Button type="submit">Create release</Button>
        </div>
      </form>
    </Dialog>
  );
}

function fromSlot(slot: Slot) {
  return { name: nameOfSlot(slot), kind: kindOfSlot(slot), slot, adHocReason: null, approvedDate: null };
}

/** A date that was typed and names no day is said, never left out. */
function wrongDate(date: string): string | null {
  if (date === '' || isCalendarDate(date)) return null;
  const read = readTypedDate(date, dateContext(null));
  return read.ok ? null : read.error.message;
}

/** What was typed makes the release it names, or nothing: never the next best one. */
function wrongSlot(typed: string, slot: Slot | null, releases: readonly ReleaseItem[]): string | null {
  if (typed.trim() === '') return 'Type or choose a slot.';
  if (slot === null)
    return `“${typed.trim()}” is no slot; type February, June or November and a year from 2015 on (§3).`;
  const taken = releases.find((release) => release.slot === slot);
  return taken ? `${taken.name} is of this slot already; open it from the list on the left.` : null;
}
