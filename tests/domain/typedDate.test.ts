import { describe, expect, it } from 'vitest';
import {
  type CalendarDate,
  calendarDate,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  plusDays,
  plusMonths,
} from '../../shared/domain/calendar/calendarDate.ts';
import { workingDaysOf } from '../../shared/domain/calendar/workingDays.ts';
import { type DateContext, readTypedDate } from '../../shared/domain/importing/readTypedDate.ts';
import { testWorkingDays } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anyDate } from './arbitraries.ts';

const context: DateContext = {
  today: calendarDate('2021-10-20'),
  goLive: calendarDate('2021-11-04'),
  from: null,
  calendar: testWorkingDays,
};
const dayBetween = (first: string, last: string) =>
  fc
    .integer({ min: 0, max: daysBetween(calendarDate(first), calendarDate(last)) })
    .map((days) => plusDays(calendarDate(first), days));
const known = dayBetween('2016-01-01', '2040-12-31');

function read(text: string, change: Partial<DateContext> = {}): string {
  const answer = readTypedDate(text, { ...context, ...change });
  return answer.ok ? answer.value : answer.error.message;
}

/** Every way to write one whole day. */
const spellings: readonly ((date: CalendarDate) => string)[] = [
  (date) => date,
  (date) => date.replaceAll('-', '/'),
  formatDate,
  formatDateWithWeekday,
  (date) => formatDateWithWeekday(date).toLowerCase().replace(' ', ', '),
  (date) => `${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`,
  (date) => `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`,
  (date) => ` ${formatDate(date).replace(/ ([A-Z][a-z]{2})[a-z]* /, '-$1-')} `,
  (date) => formatDate(date).replace(/^(\d+) ([A-Z][a-z]+) /, '$2 $1, '),
];

describe('a typed date', () => {
  it.each([
    ['4/11/21', '2021-11-04'],
    ['04/11/2021', '2021-11-04'],
    ['4 November 2021', '2021-11-04'],
    ['4 nov 21', '2021-11-04'],
    ['4 nov', '2021-11-04'],
    ['4nov', '2021-11-04'],
    ['4th of November', '2021-11-04'],
    ['4/11', '2021-11-04'],
    ['Thursday 4 Nov', '2021-11-04'],
    ['4 jan', '2022-01-04'],
    ['2021-11-04', '2021-11-04'],
    ['today', '2021-10-20'],
    ['Tomorrow', '2021-10-21'],
    ['yesterday', '2021-10-19'],
    ['T', '2021-11-04'],
    ['T-6m', '2021-05-04'],
    ['t - 9 months', '2021-02-04'],
    ['T−10wd', '2021-10-21'],
    ['T-2w', '2021-10-21'],
    ['T+1y', '2022-11-04'],
    ['+10wd', '2021-11-03'],
    ['today+10wd', '2021-11-03'],
    ['+ 10 working days', '2021-11-03'],
    ['-3d', '2021-10-17'],
    ['4 nov +1wd', '2021-11-05'],
    ['24/12/21+1wd', '2021-12-27'],
    ['31 Aug 2021 - 6m', '2021-02-28'],
  ])('%s is %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  it('counts from the date that stands in the field, where there is one', () => {
    expect(read('+10wd', { from: calendarDate('2021-11-04') })).toBe('2021-11-18');
    expect(read('today+1d', { from: calendarDate('2021-11-04') })).toBe('2021-10-21');
  });

  it.each([
    ['soon', '“soon” is not a date; write it as 4 November 2021, 4/11/21, 4 nov, today, +10wd or T-6m.'],
    ['11/21', '“11/21” is no day within half a year of today; write the year as well.'],
    ['29 feb', '“29 feb” is no day within half a year of today; write the year as well.'],
    ['nov 21', '“nov 21” is not a date; write it as 4 November 2021, 4/11/21, 4 nov, today, +10wd or T-6m.'],
    ['31/2/21', /^“31\/2\/21” is not a day between 1900 and 2199 \(read as day first, then month\)/],
    [
      'Friday 4 November 2021',
      '4 November 2021 is a Thursday, not a Friday; correct the day or leave the weekday out.',
    ],
    ['+9999y', '“+9999y” leads out of the years 1900 to 2199; check the number.'],
    ['+9000wd', '“+9000wd” leaves the years whose bank holidays are known, 2015 to 2041; write the day itself.'],
    ['4', /is not a date/],
    ['', /is not a date/],
    ['T-', /is not a date/],
    [`4 nov${' '.repeat(80)}+1d${'9'.repeat(90)}`, /is not a date/],
  ])('%s is refused in one sentence', (text, sentence) => {
    expect(read(text)).toMatch(sentence);
  });

  it('says what is missing for a date that counts from it', () => {
    expect(read('T-6m', { goLive: null })).toBe('T is the Go-Live date of the release, and there is none yet.');
    expect(read('+1wd', { calendar: null })).toBe('The working days are not known yet; try again in a moment.');
  });

  it('is read back as the same day, whichever way it was written', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...spellings), (date, spell) => {
        expect(read(spell(date)), spell(date)).toBe(date);
      }),
    );
  });

  it('without a year is the nearest such day: the very day of anything less than half a year away', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: -182, max: 182 }), fc.boolean(), (today, days, isInNumbers) => {
        const date = plusDays(today, days);
        fc.pre(!date.endsWith('02-29'));
        const text = isInNumbers ? `${date.slice(8)}/${date.slice(5, 7)}` : formatDate(date).slice(0, -5);
        expect(read(text, { today }), text).toBe(date);
      }),
    );
  });

  it('at a distance is that distance away, and a working day where those are counted', () => {
    const days = workingDaysOf(testWorkingDays);
    fc.assert(
      fc.property(known, fc.integer({ min: -200, max: 200 }), (goLive, count) => {
        const by = (unit: string) => read(`T${count < 0 ? '' : '+'}${count}${unit}`, { goLive });
        expect(by('d')).toBe(plusDays(goLive, count));
        expect(by('w')).toBe(plusDays(goLive, count * 7));
        expect(by('m')).toBe(plusMonths(goLive, count));
        const date = calendarDate(by('wd'));
        const counted = count < 0 ? days.between(date, plusDays(goLive, -1)) : days.between(plusDays(goLive, 1), date);
        expect(counted).toBe(Math.abs(count));
        if (count !== 0) expect(days.isWorkingDay(date)).toBe(true);
      }),
    );
  });

  it('is a day of the calendar or a refusal, whatever was typed', () => {
    const piece = fc.constantFrom(
      '4',
      '11',
      '2021',
      'nov',
      ' ',
      '/',
      '-',
      '+',
      'wd',
      'm',
      't',
      'today',
      '.',
      '99',
      'y',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          expect(read(text)).toMatch(/^\d{4}-\d\d-\d\d$|\.$/);
        },
      ),
    );
  });
});
