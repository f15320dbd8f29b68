import { type CalendarDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { type CellReading, cannotRead, readAs } from './cellReading.ts';
import { shownWord } from './shown.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A time of day behind a date says nothing about the day: `3:15 PM`, `T09:30:00.000+01:00`, `14:05 GMT`. */
const TIME = String.raw`(?:(?:[T,]|,?\s)\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?)?`;
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
 * A date as people and tools write it: ISO, `4 November 2021`, `4-Nov-21`, `4/Nov/21 3:15 PM`, and `04/11/2021`, which
 * is day first, for this is a British table. What is not a day of the calendar is refused, never moved.
 */
export function readDate(text: string): CellReading<CalendarDate> {
  const trimmed = text.trim();
  const found = trimmed.length <= LONGEST ? partsOf(trimmed) : undefined;
  if (!found)
    return cannotRead(`“${shownWord(text)}” is not a date; write it as 4 November 2021, 04/11/2021 or 2021-11-04`);
  const date = `${found.year}-${found.month.padStart(2, '0')}-${found.day.padStart(2, '0')}`;
  if (isCalendarDate(date)) return readAs(date);
  const order = found.dayFirst ? ' (this import reads day first, then month)' : '';
  return cannotRead(
    `“${shownWord(text)}” is not a day between 1900 and 2199${order}; write it as 4 November 2021 or 2021-11-04`,
  );
}

/** Whether somebody might have meant the month first: both readings give a day, and they differ. */
export function couldBeMonthFirst(text: string): boolean {
  const match = numeric.exec(text.trim().slice(0, LONGEST));
  return match !== null && Number(match[1]) <= 12 && Number(match[2]) <= 12 && Number(match[1]) !== Number(match[2]);
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly dayFirst: boolean;
}

function partsOf(text: string): DateParts | undefined {
  const ordered = iso.exec(text);
  if (ordered) return parts(ordered[1], ordered[2], ordered[3], false);
  const slashed = numeric.exec(text);
  if (slashed) return parts(slashed[3], slashed[2], slashed[1], true);
  const spelt = worded.exec(text);
  if (spelt) return parts(spelt[3], monthNumber(spelt[2]), spelt[1], false);
  const american = monthFirst.exec(text);
  return american ? parts(american[3], monthNumber(american[1]), american[2], false) : undefined;
}

function parts(year = '', month = '', day = '', dayFirst = false): DateParts | undefined {
  return month === '' ? undefined : { year: fullYear(year), month, day, dayFirst };
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

function monthNumber(name = ''): string {
  const word = name.toLowerCase();
  const index = months.indexOf(word.slice(0, 3));
  const known = index >= 0 && ((fullNames[index] as string).startsWith(word) || word === 'sept');
  return known ? String(index + 1) : '';
}
