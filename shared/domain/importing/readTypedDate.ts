import {
  type CalendarDate,
  daysBetween,
  formatDate,
  isCalendarDate,
  monthsBetween,
  plusDays,
  plusMonths,
  weekdayNames,
  weekdayOf,
  yearOf,
} from '../calendar/calendarDate.ts';
import { type WorkingDayCalendar, workingDaysOf } from '../calendar/workingDays.ts';
import { fail, ok, type Result } from '../foundation/result.ts';
import { isWrittenAsDate, monthNumber, readDate } from './readDate.ts';
import { shownWord } from './shown.ts';

/** What a typed date may be counted from. */
export interface DateContext {
  readonly today: CalendarDate;
  /** What `T` stands for: the release's go-live date; null where it has none, or where no release is open. */
  readonly goLive: CalendarDate | null;
  /** What `+10wd` alone counts from: the date that stands in the field already; null: today. */
  readonly from: CalendarDate | null;
  /** Null while it is not known yet. */
  readonly calendar: WorkingDayCalendar | null;
  /** Many dates at once, which nobody looks at one by one: the year nearest to today may be the wrong one. */
  readonly needsYear?: boolean;
}

type Read = Result<CalendarDate>;

/** The forms that are understood, as one example each. */
const typedDateForms = '4 November 2021, 4/11/21, 4 nov, today, +10wd or T-6m';

/**
 * A date as a person types it into a field: `4 November 2021` and every other form that an import understands (day first
 * where it is in numbers), `4 nov` and `4/11` (the one nearest to today), `today`, `tomorrow`, `yesterday`, `T` (the
 * go-live date), and any of these or nothing with a distance: `+10wd` working days, `-3d`, `+2w`, `T-6m`, `+1y`. What
 * names no day, or two that differ (`Friday 4 November 2021` was a Thursday), is refused, never moved.
 */
export function readTypedDate(text: string, context: DateContext): Read {
  const plain = text.trim().replace(/\s+/g, ' ');
  const distance = plain.length <= LONGEST ? DISTANCE.exec(plain) : null;
  if (!distance) return readBase(plain, context);
  const [, base = '', sign, count = '', unit = ''] = distance;
  const from = base === '' ? ok(context.from ?? context.today) : readBase(base, context);
  if (!from.ok) return from;
  return moved(plain, from.value, (sign === '+' ? 1 : -1) * Number(count), unitOf(unit), context);
}

const LONGEST = 60;
/** In days: every day and month has one year in which it is so near, but 29 February. */
const HALF_A_YEAR = 183;
const UNITS = 'wd|working days?|d|days?|w|weeks?|m|months?|y|years?';
const DISTANCE = new RegExp(String.raw`^(.*?)\s?([+\-−–])\s?(\d{1,4})\s?(${UNITS})$`, 'i');
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?=.)/i;
/** Never the month first: `nov 21` is a month of 2021 to most who write it. */
const DAY_AND_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]?(?:of )?([a-z]{3,9}|(?<=[-/.])\d{1,2})\.?$/i;

type Unit = 'wd' | 'd' | 'w' | 'm' | 'y';

function unitOf(written: string): Unit {
  const lower = written.toLowerCase();
  return lower.startsWith('wo') || lower === 'wd' ? 'wd' : (lower.slice(0, 1) as Unit);
}

function readBase(text: string, { today, goLive, needsYear = false }: DateContext): Read {
  switch (text.toLowerCase()) {
    case 'today':
      return ok(today);
    case 'tomorrow':
      return ok(plusDays(today, 1));
    case 'yesterday':
      return ok(plusDays(today, -1));
    case 't':
      return goLive ? ok(goLive) : refuse('T is the Go-Live date of the release, and there is none yet');
    default:
      if (isWrittenAsDate(text)) return readWhole(text);
      return needsYear ? readWithYear(text) : readWithoutYear(text, today);
  }
}

function readWhole(text: string): Read {
  const read = readDate(text, 'dayFirst');
  if (read.kind !== 'value') return refuse(read.kind === 'refused' ? read.why : notUnderstood(text));
  return onItsWeekday(text, read.value);
}

function readWithYear(text: string): Read {
  if (!DAY_AND_MONTH.test(text.replace(WEEKDAY, ''))) return refuse(notUnderstood(text));
  return refuse(`“${shownWord(text)}” does not say its year; write the year as well`);
}

function readWithoutYear(text: string, today: CalendarDate): Read {
  const [, day, named = ''] = DAY_AND_MONTH.exec(text.replace(WEEKDAY, '')) ?? [];
  const month = /^\d+$/.test(named) ? named : monthNumber(named);
  if (day === undefined || month === '') return refuse(notUnderstood(text));
  const [near] = [-1, 0, 1]
    .map((years) => `${yearOf(today) + years}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isCalendarDate)
    .filter((date) => Math.abs(daysBetween(today, date)) <= HALF_A_YEAR)
    .sort((left, right) => Math.abs(daysBetween(today, left)) - Math.abs(daysBetween(today, right)));
  if (!near) return refuse(`“${shownWord(text)}” is no day within half a year of today; write the year as well`);
  return onItsWeekday(text, near);
}

/** A weekday that is written in front is a promise: one that the day does not keep is a slip in one of the two. */
function onItsWeekday(text: string, date: CalendarDate): Read {
  const said = WEEKDAY.exec(text)?.[1]?.toLowerCase();
  const is = weekdayNames[weekdayOf(date)] ?? '';
  if (said === undefined || is.toLowerCase().startsWith(said)) return ok(date);
  const other = weekdayNames.find((name) => name.toLowerCase().startsWith(said));
  return refuse(`${formatDate(date)} is a ${is}, not a ${other}; correct the day or leave the weekday out`);
}

function moved(text: string, from: CalendarDate, count: number, unit: Unit, { calendar }: DateContext): Read {
  const outside = () => refuse(`“${shownWord(text)}” leads out of the years 1900 to 2199; check the number`);
  if (unit === 'wd') return byWorkingDays(text, from, count, calendar);
  if (unit === 'd' || unit === 'w') {
    const days = unit === 'w' ? count * 7 : count;
    const date = plusDays(from, days);
    return daysBetween(from, date) === days ? ok(date) : outside();
  }
  const months = unit === 'y' ? count * 12 : count;
  const date = plusMonths(from, months);
  return monthsBetween(from, date) === months ? ok(date) : outside();
}

function byWorkingDays(text: string, from: CalendarDate, count: number, calendar: WorkingDayCalendar | null): Read {
  if (!calendar) return refuse('The working days are not known yet; try again in a moment');
  const days = workingDaysOf(calendar);
  const date = count < 0 ? days.before(from, -count) : days.after(from, count);
  const [first, last] = date < from ? [date, from] : [from, date];
  if (first >= calendar.from && last <= calendar.to) return ok(date);
  return refuse(
    `“${shownWord(text)}” leaves the years whose bank holidays are known, ${yearOf(calendar.from)} to ${yearOf(calendar.to)}; write the day itself`,
  );
}

function notUnderstood(text: string): string {
  return `“${shownWord(text)}” is not a date; write it as ${typedDateForms}`;
}

function refuse(why: string): Read {
  return fail('invalidInput', `${why}.`);
}
