import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type CalendarDate, formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { readTypedDate } from '../../../shared/domain/importing/readTypedDate.ts';
import { askWorkingDays, dateContext } from '../../stores/workingDayStore.ts';
import { DatePicker } from './DatePicker.tsx';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'rightSection'> {
  /** `YYYY-MM-DD`; a text that names no day, as it was typed; or nothing. */
  readonly value: string;
  /** Told the day as soon as what is typed names one, and otherwise what is typed. */
  readonly change: (value: string) => void;
  /** A day that was chosen in the calendar; `change` is told where nothing else is said. */
  readonly pick?: (date: CalendarDate) => void;
  /** What `+10wd` counts from while the field is empty; null: today. */
  readonly from?: CalendarDate | null;
}

/**
 * A date as people read and write it: `4 November 2021` at rest, whatever the system's settings; `4/11/21`, `4 nov`,
 * `today`, `+10wd`, `T-6m` and ISO while it is typed; and a calendar, by its button or Alt+↓. What names no day stays as
 * it was typed, with one sentence beside it.
 */
export function DateInput({ value, change, pick = change, from = null, error, ...input }: DateInputProps) {
  const field = useRef<HTMLInputElement>(null);
  /** What is being typed; null: at rest. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** The day that stood here before the first keystroke: distances count from it until another day does. */
  const before = useRef(value);
  const day = isCalendarDate(value) ? value : null;
  const baseNow = () => (isCalendarDate(before.current) ? before.current : from);
  const type = (text: string) => {
    if (typed === null && (value === '' || day)) before.current = value;
    setTyped(text);
    const read = readTypedDate(text, dateContext(baseNow()));
    change(text.trim() === '' ? '' : read.ok ? read.value : text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      setOpen(true);
    }
    if (event.key === 'Enter' || event.key === 'Escape') setTyped(null);
    if (event.key === 'Escape' && typed !== null && !input.onKeyDown) change(before.current);
    input.onKeyDown?.(event);
  };
  const isUnread = typed === null && value !== '' && day === null;
  const refused = isUnread ? readTypedDate(value, dateContext(baseNow())) : null;
  const close = () => {
    setOpen(false);
    field.current?.focus();
  };
  return (
    <TextInput
      {...input}
      ref={field}
      autoComplete="off"
      data-date
      error={error ?? (refused && !refused.ok ? refused.error.message : undefined)}
      value={typed ?? (day ? formatDate(day) : value)}
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={(event) => {
        void askWorkingDays();
        input.onFocus?.(event);
      }}
      onBlur={(event) => {
        setTyped(null);
        input.onBlur?.(event);
      }}
      onKeyDown={onKeyDown}
      rightSection={
        <DatePicker
          day={day}
          isDisabled={input.disabled === true || input.readOnly === true}
          isOpen={isOpen}
          open={setOpen}
          close={close}
          pick={(date) => {
            setTyped(null);
            pick(date);
            close();
          }}
        />
      }
    />
  );
}
