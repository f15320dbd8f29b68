import { type CalendarDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { type CellReading, cannotRead, readAs } from './cellReading.ts';
import type { DateOrder } from './dateOrder.ts';
import { londonDayOf } from './londonDayOf.ts';
import { shownWord } from './shown.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A time of day behind a date: `3:15 PM`, `T09:30:00.000+01:00`, `14:05 GMT`. With a zone it names an instant. */
const TIME = String.raw`(?:(?:[T,]|,?\s)\s*(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?)?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,?\s+)?`;

const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const numeric = new RegExp(String.raw`^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})${TIME}$`, 'i');
const worded = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[-/.\s]+(?:of\s+)?([a-z]{3,9})\.?[-/.,\s]+(\d{4}|\d{2})${TIME}$`,
  'i',
);
const monthFirst = new RegExp(
  String.raw`^${WEEKDAY}([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  'i',
);

/** No date is longer; and no pattern has to look at more. */
const LONGEST = 60;

/**
 * A date as people and tools write it: ISO, `4 November 2021`, `4-Nov-21`, `4/Nov/21 3:15 PM`, and `04/11/2021`, whose
 * order is that of its whole file. An instant with a zone is the day in London. What is not a day of the calendar is
 * refused, never moved.
 */
export function readDate(text: string, order: DateOrder): CellReading<CalendarDate> {
  const trimmed = text.trim();
  const found = trimmed.length <= LONGEST ? partsOf(trimmed, order) : undefined;
  if (!found)
    return cannotRead(`“${shownWord(text)}” is not a date; write it as 4 November 2021, 04/11/2021 or 2021-11-04`);
  const date = `${found.year}-${found.month.padStart(2, '0')}-${found.day.padStart(2, '0')}`;
  if (!isCalendarDate(date)) {
    const how = order === 'dayFirst' ? 'day first, then month' : 'month first, then day';
    const said = found.numeric ? ` (read as ${how})` : '';
    return cannotRead(
      `“${shownWord(text)}” is not a day between 1900 and 2199${said}; write it as 4 November 2021 or 2021-11-04`,
    );
  }
  if (found.numeric && found.shortYear && found.year < EARLIEST_SHORT)
    return cannotRead(
      `“${shownWord(text)}” does not tell which of its numbers is the year; write the year with four digits`,
    );
  return readAs(found.clock ? londonDayOf(date, found.clock.minutes, found.clock.offset) : date);
}

/** Whether a text is written as a date is, whatever day it names. */
export function isWrittenAsDate(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= LONGEST && partsOf(trimmed, 'dayFirst') !== undefined;
}

/** The number of a month by its name or the beginning of it, `11`; empty for any other word. */
export function monthNumber(name = ''): string {
  const word = name.toLowerCase();
  const index = months.indexOf(word.slice(0, 3));
  const known = index >= 0 && ((fullNames[index] as string).startsWith(word) || word === 'sept');
  return known ? String(index + 1) : '';
}

/** The numbers of a date that is written in numbers only, as they stand; undefined for any other text. */
export function numericDate(text: string): NumericDate | undefined {
  const trimmed = text.trim();
  const match = trimmed.length <= LONGEST ? numeric.exec(trimmed) : null;
  if (!match) return undefined;
  const [, first = '', second = '', third = ''] = match;
  const isYearFirst = /^\d\d-\d\d-\d\d/.test(trimmed) && isCalendarDate(`20${first}-${second}-${third}`);
  return { first, second, mayBeYearFirst: isYearFirst && `20${first}` >= EARLIEST_SHORT };
}

interface NumericDate {
  readonly first: string;
  readonly second: string;
  /** `26-06-25` may be a day of 2026 as well. */
  readonly mayBeYearFirst: boolean;
}

/** No release of the Smart Energy Code is older (it took effect in 2013); `21-11-04` is not a day of 2004. */
const EARLIEST_SHORT = '2010';

interface Clock {
  readonly minutes: number;
  readonly offset: number;
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly numeric: boolean;
  readonly shortYear: boolean;
  /** The time of day, where a zone makes it an instant. */
  readonly clock: Clock | null;
}

function partsOf(text: string, order: DateOrder): DateParts | undefined {
  const ordered = iso.exec(text);
  if (ordered) return parts(ordered[1], ordered[2], ordered[3], ordered);
  const slashed = numeric.exec(text);
  if (slashed) {
    const [day, month] = order === 'dayFirst' ? [slashed[1], slashed[2]] : [slashed[2], slashed[1]];
    return parts(slashed[3], month, day, slashed, true);
  }
  const spelt = worded.exec(text);
  if (spelt) return parts(spelt[3], monthNumber(spelt[2]), spelt[1], spelt);
  const american = monthFirst.exec(text);
  return american ? parts(american[3], monthNumber(american[1]), american[2], american) : undefined;
}

function parts(year = '', month = '', day = '', match: RegExpExecArray, inNumbers = false): DateParts | undefined {
  if (month === '') return undefined;
  const clock = clockOf(match[4], match[5], match[6], match[7]);
  return { year: fullYear(year), month, day, numeric: inNumbers, shortYear: year.length === 2, clock };
}

function clockOf(hour: string | undefined, minute = '0', half = '', zone = ''): Clock | null {
  if (hour === undefined || zone === '') return null;
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  return { minutes: hours * 60 + Number(minute), offset: offsetOf(zone.toUpperCase()) };
}

function offsetOf(zone: string): number {
  if (zone === 'BST') return 60;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** 00 to 79 are this century's, as releases are; 80 to 99 the last one's. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 80 ? `20${year}` : `19${year}`;
}

const fullNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
