import { Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { askWorkingDays } from '../../stores/workingDayStore.ts';
import { DateCalendar } from './DateCalendar.tsx';
import styles from './DatePicker.module.css';

interface DatePickerProps {
  readonly day: CalendarDate | null;
  readonly isDisabled: boolean;
  readonly isOpen: boolean;
  readonly open: (isOpen: boolean) => void;
  /** Closes it and gives the cursor back to the field. */
  readonly close: () => void;
  readonly pick: (date: CalendarDate) => void;
}

/** The button of a date field and the calendar that it opens. The Tab key passes it by: Alt+↓ in the field opens it too. */
export function DatePicker({ day, isDisabled, isOpen, open, close, pick }: DatePickerProps) {
  const toggle = () => {
    void askWorkingDays();
    open(!isOpen);
  };
  const button = (
    <button
      type="button"
      className={styles.button}
      tabIndex={-1}
      aria-label="Calendar"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title={isDisabled ? 'This date is kept by somebody else' : 'Choose a day (Alt+↓)'}
      disabled={isDisabled}
      // The field keeps the cursor, and what is typed in it, until a day is chosen.
      onMouseDown={(event) => event.preventDefault()}
      onClick={toggle}
    >
      <IconCalendar size={14} />
    </button>
  );
  // There are many date fields on a screen, and one calendar at most: the others are drawn without what it needs.
  if (!isOpen) return button;
  return (
    <Popover
      opened
      // However it is closed, the field has the cursor again, and with it the end of its own editing.
      onChange={(stays) => (stays ? open(true) : close())}
      closeOnEscape={false}
      trapFocus
      withinPortal
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{button}</Popover.Target>
      {/* What is around the field, a row of a grid for instance, hears nothing of what is done in it. */}
      <Popover.Dropdown
        p={10}
        data-date-picker
        onClick={(event) => event.stopPropagation()}
        onBlur={(event) => event.stopPropagation()}
        onFocus={(event) => event.stopPropagation()}
        onContextMenu={(event) => event.stopPropagation()}
      >
        <DateCalendar day={day} pick={pick} close={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
