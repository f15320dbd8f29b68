import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatDateWithWeekday, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import {
  kindOfSlot,
  nameOfSlot,
  type ReleaseKind,
  ruleDateOf,
  type Slot,
  slotsOfYear,
} from '../../shared/domain/calendar/slots.ts';
import { call } from '../api.ts';
import { goTo, loadReleases, useAppStore } from '../stores/appStore.ts';
import { closeModal } from '../stores/modalStore.ts';
import { openRelease } from '../stores/releaseStore.ts';

const kinds = [
  { value: 'system', label: 'System Release' },
  { value: 'documentation', label: 'Documentation Release' },
];

/** A release from a slot of the calendar, or an ad-hoc one with its reason (§3). */
export function NewReleaseModal() {
  const releases = useAppStore((state) => state.releases);
  const [scheduled, setScheduled] = useState(true);
  const slots = upcomingSlots(releases.map((release) => release.slot));
  const [slot, setSlot] = useState<Slot | null>(slots[0] ?? null);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ReleaseKind>('system');
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!scheduled && name.trim() === '') return setError('Type a name for the release.');
    if (scheduled && !slot) return setError('Choose a slot.');
    const input =
      scheduled && slot
        ? fromSlot(slot)
        : { name, kind, slot: null, adHocReason: reason || null, approvedDate: isCalendarDate(date) ? date : null };
    const made = await call('release.create', input);
    if (!made.ok) return setError(made.error.message);
    await loadReleases();
    await openRelease(made.value.id);
    goTo('overview');
    closeModal();
  };

  return (
    <Modal opened onClose={closeModal} title="New release" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
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
          <Select
            label="Slot"
            description={
              slot
                ? `${formatDateWithWeekday(ruleDateOf(slot))}, a ${kindOfSlot(slot) === 'system' ? 'System' : 'Documentation'} Release`
                : undefined
            }
            data={slots.map((each) => ({ value: each, label: nameOfSlot(each) }))}
            value={slot}
            onChange={(next) => setSlot(next as Slot | null)}
            allowDeselect={false}
            searchable
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
            <TextInput
              label="Approved go-live date"
              type="date"
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
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
    </Modal>
  );
}

function fromSlot(slot: Slot) {
  return { name: nameOfSlot(slot), kind: kindOfSlot(slot), slot, adHocReason: null, approvedDate: null };
}

/** Slots from two years back to four ahead that have no release yet; the next one first, then the later, then the past. */
function upcomingSlots(taken: readonly (string | null)[]): readonly Slot[] {
  const now = new Date();
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  const years = [-2, -1, 0, 1, 2, 3, 4].map((offset) => now.getFullYear() + offset);
  const free = years.flatMap(slotsOfYear).filter((slot) => !taken.includes(slot));
  const ahead = free.filter((slot) => ruleDateOf(slot) >= today);
  return [...ahead, ...free.filter((slot) => ruleDateOf(slot) < today).reverse()];
}
