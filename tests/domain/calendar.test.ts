import { describe, expect, it } from 'vitest';
import {
  calendarDate,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  plusDays,
  plusMonths,
} from '../../shared/domain/calendar/calendarDate.ts';
import { earliestGoLiveAfter, leadTimesOf } from '../../shared/domain/calendar/leadTimes.ts';
import {
  firstSlotFrom,
  kindOfSlot,
  nameOfSlot,
  nextSlotAfter,
  ruleDateOf,
  slotSchema,
  slotsOfYear,
} from '../../shared/domain/calendar/slots.ts';
import { workingDaysOf } from '../../shared/domain/calendar/workingDays.ts';
import { calendarOfYear } from '../../shared/domain/calendar/yearCalendar.ts';
import { testWorkingDays } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anyDate } from './arbitraries.ts';

const years = Array.from({ length: 26 }, (_, index) => 2015 + index);
const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Zeller's congruence: an oracle that shares no code with the calendar. 0 is Saturday. */
function zeller(year: number, month: number, day: number): number {
  const m = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  return (day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7;
}

function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (daysIn[month - 1] ?? 0);
}

function thursdays(year: number, month: number): readonly number[] {
  return Array.from({ length: lengthOf(year, month) }, (_, index) => index + 1).filter(
    (day) => zeller(year, month, day) === 5,
  );
}

function text(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Months counted on numbers alone, clamped to the month's end. */
function monthsBack(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const index = year * 12 + month - 1 - months;
  const inYear = Math.floor(index / 12);
  const inMonth = (index % 12) + 1;
  return text(inYear, inMonth, Math.min(day, lengthOf(inYear, inMonth)));
}

describe('the slots of a year', () => {
  it.each(years)('of %i fall on the last Thursday of February and June and the first of November', (year) => {
    const [february, june, november] = slotsOfYear(year).map(ruleDateOf);
    expect(february).toBe(text(year, 2, thursdays(year, 2).at(-1) ?? 0));
    expect(june).toBe(text(year, 6, thursdays(year, 6).at(-1) ?? 0));
    expect(november).toBe(text(year, 11, thursdays(year, 11)[0] ?? 0));
  });

  it('are a Documentation Release in February and System Releases in June and November', () => {
    expect(slotsOfYear(2026).map(kindOfSlot)).toEqual(['documentation', 'system', 'system']);
    expect(slotsOfYear(2026).map(nameOfSlot)).toEqual([
      'February 2026 SEC Release',
      'June 2026 SEC Release',
      'November 2026 SEC Release',
    ]);
  });

  it('follow each other, a slot on the very day not counting as next', () => {
    expect(nextSlotAfter(calendarDate('2026-06-24'))).toBe('2026-06');
    expect(nextSlotAfter(calendarDate('2026-06-25'))).toBe('2026-11');
    expect(nextSlotAfter(calendarDate('2026-11-05'), 'system')).toBe('2027-06');
    expect(firstSlotFrom(calendarDate('2026-06-25'), 'system')).toBe('2026-06');
    expect(firstSlotFrom(calendarDate('2199-12-30'))).toBeNull();
  });
});

describe('the calendar of a year', () => {
  const calendar = calendarOfYear(2026, workingDaysOf(testWorkingDays));

  it('lists each slot with its rule date and every lead time, as the command line prints it', () => {
    expect(calendar.slots.map((slot) => slot.ruleDate)).toEqual(['2026-02-26', '2026-06-25', '2026-11-05']);
    expect(calendar.slots[1]).toEqual({
      slot: '2026-06',
      name: 'June 2026 SEC Release',
      kind: 'system',
      ruleDate: '2026-06-25',
      leadTimes: {
        scopeSystem: '2025-06-25',
        tadToTag: '2025-09-25',
        scopeDocuments: '2025-12-25',
        tadPublished: '2025-12-25',
      },
      practical: {
        scopeSystem: '2025-06-25',
        tadToTag: '2025-09-25',
        scopeDocuments: '2025-12-24',
        tadPublished: '2025-12-24',
      },
    });
  });

  it.each(years)('knows the June trap of %i: six months before it is always 24 to 30 December', (year) => {
    const june = ruleDateOf(slotSchema.parse(`${year}-06`));
    expect(leadTimesOf(june).tadPublished).toMatch(new RegExp(`^${year - 1}-12-(2[4-9]|30)$`));
  });
});

describe('month arithmetic', () => {
  it.each([
    ['2024-02-29', -12, '2023-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-06-25', -12, '2025-06-25'],
    ['1900-06-01', -12, '1900-01-01'],
    ['2199-06-01', 12, '2199-12-31'],
    ['2026-06-25', -1_000_000_000, '1900-01-01'],
  ])('%s moved by %i months is %s', (from, months, to) => {
    expect(plusMonths(calendarDate(from), months)).toBe(to);
  });

  it('agrees with an independent oracle on any date', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const expected = monthsBack(date, months);
        return plusMonths(date, -months) === (expected < '1900-01-01' ? '1900-01-01' : expected);
      }),
    );
  });

  it('finds the earliest date that leaves a lead time: the day before does not', () => {
    fc.assert(
      fc.property(
        anyDate.filter((date) => date > '1910' && date < '2180'),
        fc.integer({ min: 0, max: 24 }),
        (actual, months) => {
          const earliest = earliestGoLiveAfter(actual, months);
          return plusMonths(earliest, -months) >= actual && plusMonths(plusDays(earliest, -1), -months) < actual;
        },
      ),
    );
  });

  it('counts days as moving by days does', () => {
    fc.assert(
      fc.property(
        anyDate.filter((date) => date > '1910' && date < '2190'),
        fc.integer({ min: -3000, max: 3000 }),
        (date, days) => daysBetween(date, plusDays(date, days)) === days,
      ),
    );
  });
});

describe('working days', () => {
  const days = workingDaysOf(testWorkingDays);

  it.each([
    ['2025-12-24', '2025-12-24'],
    ['2025-12-25', '2025-12-24'],
    ['2025-12-28', '2025-12-24'],
    ['2025-12-29', '2025-12-29'],
    ['2026-06-27', '2026-06-26'],
  ])('the working day on or before %s is %s', (date, expected) => {
    expect(days.onOrBefore(calendarDate(date))).toBe(expected);
  });

  it.each([
    ['2025-12-29', 1, '2025-12-24'],
    ['2025-12-29', 2, '2025-12-23'],
    ['2025-12-27', 1, '2025-12-24'],
    ['2026-06-25', 5, '2026-06-18'],
    ['2026-06-25', 0, '2026-06-25'],
  ])('%s less %i working days is %s', (date, count, expected) => {
    expect(days.before(calendarDate(date), count)).toBe(expected);
  });

  it('are counted between two days, both included, as counting them one by one does', () => {
    expect(days.between(calendarDate('2025-12-24'), calendarDate('2025-12-29'))).toBe(2);
    expect(days.between(calendarDate('2025-12-29'), calendarDate('2025-12-24'))).toBe(0);
    fc.assert(
      fc.property(
        anyDate.filter((date) => date > '1910' && date < '2190'),
        fc.integer({ min: 0, max: 800 }),
        (from, length) => {
          const one = Array.from({ length: length + 1 }, (_, index) => plusDays(from, index)).filter(
            days.isWorkingDay,
          ).length;
          return days.between(from, plusDays(from, length)) === one;
        },
      ),
    );
  });

  it('end at the first day of the calendar even if it never opens', () => {
    const closed = workingDaysOf({
      ...testWorkingDays,
      closures: [{ on: calendarDate('1900-01-01'), what: 'Closed' }],
    });
    expect(closed.onOrBefore(calendarDate('1900-01-01'))).toBe('1900-01-01');
  });
});

describe('dates for people', () => {
  it('are written the British way', () => {
    expect(formatDate(calendarDate('2021-11-04'))).toBe('4 November 2021');
    expect(formatDateWithWeekday(calendarDate('2019-11-29'))).toBe('Friday 29 November 2019');
  });
});
