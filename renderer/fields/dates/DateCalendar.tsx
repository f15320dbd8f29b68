import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import {
  type CalendarDate,
  formatDateWithWeekday,
  plusDays,
  plusMonths,
  weekdayOf,
} from '../../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../../shared/domain/calendar/londonDay.ts';
import { formatMonth, weeksOfMonth } from '../../../shared/domain/calendar/monthGrid.ts';
import { useWorkingDayStore } from '../../stores/workingDayStore.ts';
import styles from './DateCalendar.module.css';
import { type KnownDay, knownDays } from './knownDays.ts';
import { useDayMarks } from './useDayMarks.ts';

interface DateCalendarProps {
  readonly day: CalendarDate | null;
  readonly pick: (date: CalendarDate) => void;
  readonly close: () => void;
}

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/**
 * One month with its working days, bank holidays, meetings, lead times and go-live. Arrows move by a day or a week, Page
 * Up and Page Down by a month, with Shift by a year, Home and End within the week; Enter chooses, Escape leaves.
 */
export function DateCalendar({ day, pick, close }: DateCalendarProps) {
  const today = londonDay(Date.now());
  const [at, setAt] = useState(day ?? today);
  const calendar = useWorkingDayStore((state) => state.calendar);
  const marks = useDayMarks();
  const known = useMemo(() => knownDays(calendar, marks), [calendar, marks]);
  const table = useRef<HTMLTableElement>(null);
  /** Turned by a button, which keeps the cursor; where it opens, its trap puts the cursor on the day. */
  const isByKey = useRef(false);
  useEffect(() => {
    if (isByKey.current) table.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else {
      const inTable = event.target instanceof Element && table.current?.contains(event.target);
      const next = inTable ? moved(at, event) : null;
      if (next === null) return;
      isByKey.current = true;
      setAt(next);
    }
    event.preventDefault();
  };
  const turn = (months: number) => {
    isByKey.current = false;
    setAt(plusMonths(at, months));
  };
  const steps = [
    { label: 'Year before', months: -12, Icon: IconChevronsLeft },
    { label: 'Month before', months: -1, Icon: IconChevronLeft },
    { label: 'Month after', months: 1, Icon: IconChevronRight },
    { label: 'Year after', months: 12, Icon: IconChevronsRight },
  ].map(({ label, months, Icon }) => (
    <ActionIcon
      key={label}
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      data-mantine-stop-propagation
      onClick={() => turn(months)}
    >
      <Icon size={15} />
    </ActionIcon>
  ));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside.
    <div className={styles.calendar} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        {steps.slice(0, 2)}
        <b aria-live="polite">{formatMonth(at)}</b>
        {steps.slice(2)}
      </div>
      <table ref={table} className={styles.month} aria-label={formatMonth(at)}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(at).map((week) => (
            <tr key={week.find((date) => date !== null)}>
              {week.map((date, weekday) => (
                <td key={date ?? weekdays[weekday]}>
                  {date === null ? null : (
                    <Day
                      date={date}
                      known={known(date)}
                      isAt={date === at}
                      isChosen={date === day}
                      isToday={date === today}
                      pick={() => pick(date)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.said}>{inWords(at, known(at))}</p>
      <ul className={styles.legend}>
        <li data-mark="goLive">Go-Live</li>
        <li data-mark="meeting">Meeting</li>
        <li data-mark="leadTime">Lead time</li>
        <li data-mark="closed">Bank holiday</li>
      </ul>
      <div className={styles.foot}>
        <Button variant="default" size="compact-xs" data-mantine-stop-propagation onClick={() => pick(today)}>
          Today
        </Button>
        <span>or type 4 nov, +10wd, T-6m</span>
      </div>
    </div>
  );
}

interface DayProps {
  readonly date: CalendarDate;
  readonly known: KnownDay;
  readonly isAt: boolean;
  readonly isChosen: boolean;
  readonly isToday: boolean;
  readonly pick: () => void;
}

function Day({ date, known, isAt, isChosen, isToday, pick }: DayProps) {
  const said = inWords(date, known);
  return (
    <button
      type="button"
      className={styles.day}
      data-day={date}
      data-off={!known.isWorked}
      data-closed={known.closed !== null}
      data-mantine-stop-propagation
      tabIndex={isAt ? 0 : -1}
      data-autofocus={isAt || undefined}
      aria-label={said}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      title={said}
      onClick={pick}
    >
      {Number(date.slice(8))}
      <span className={styles.marks}>
        {known.marks.map(({ kind, what }) => (
          <i key={what} data-mark={kind} />
        ))}
      </span>
    </button>
  );
}

/** `Thursday 4 November 2021: Go-Live, CSC meeting`; what is said of no day is a working day. */
function inWords(date: CalendarDate, { isWorked, closed, marks }: KnownDay): string {
  const off = closed ?? (isWorked ? null : 'no working day');
  const all = [...(off === null ? [] : [off]), ...marks.map(({ what }) => what)];
  return `${formatDateWithWeekday(date)}${all.length > 0 ? `: ${all.join(', ')}` : ''}`;
}

/** Where a key leads from a day; null: it leads nowhere. */
function moved(at: CalendarDate, { key, shiftKey }: KeyboardEvent): CalendarDate | null {
  const months = shiftKey ? 12 : 1;
  const weekday = (weekdayOf(at) + 6) % 7;
  switch (key) {
    case 'ArrowLeft':
      return plusDays(at, -1);
    case 'ArrowRight':
      return plusDays(at, 1);
    case 'ArrowUp':
      return plusDays(at, -7);
    case 'ArrowDown':
      return plusDays(at, 7);
    case 'PageUp':
      return plusMonths(at, -months);
    case 'PageDown':
      return plusMonths(at, months);
    case 'Home':
      return plusDays(at, -weekday);
    case 'End':
      return plusDays(at, 6 - weekday);
    default:
      return null;
  }
}
