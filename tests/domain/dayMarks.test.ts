import { expect, it } from 'vitest';
import { calendarDate, daysBetween, lastDayOf, weekdayOf, yearOf } from '../../shared/domain/calendar/calendarDate.ts';
import { weeksOfMonth } from '../../shared/domain/calendar/monthGrid.ts';
import { dayMarksOf } from '../../shared/domain/planning/dayMarks.ts';
import { factsWith, findingsOf } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anyDate } from './arbitraries.ts';

it('a month is every day of it once, in order, each under its weekday from Monday on', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      const weeks = weeksOfMonth(day);
      const days = weeks.flat().filter((date) => date !== null);
      expect(days[0]).toBe(`${day.slice(0, 8)}01`);
      expect(days.at(-1)).toBe(lastDayOf(yearOf(day), Number(day.slice(5, 7))));
      expect(days.every((date, at) => at === 0 || daysBetween(days[at - 1] ?? date, date) === 1)).toBe(true);
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        for (const [at, date] of week.entries()) if (date) expect(weekdayOf(date)).toBe((at + 1) % 7);
      }
    }),
  );
});

it('the days of a release are its Go-Live, its meetings and the last days of its lead times, each said once', () => {
  const input = {
    release: { name: 'R', kind: 'system' as const, slot: '2021-11', goLive: { approvedDate: '2021-11-04' } },
    modifications: [{ reference: 'MP1', title: 'One', impacts: ['dccSystems' as const, 'secDocuments' as const] }],
    meetings: [
      { body: 'CSC', on: '2021-10-27' },
      { body: 'CSC', on: '2021-10-27' },
      { on: '2021-10-28' },
      { body: 'TAG' },
    ],
  };
  const marks = dayMarksOf({
    facts: factsWith(input),
    findings: findingsOf(input, '2021-10-20'),
    goLives: [calendarDate('2021-11-04')],
  });
  const said = Object.fromEntries([...marks].map(([on, all]) => [on, all.map(({ kind, what }) => `${kind}: ${what}`)]));
  expect(said).toEqual({
    '2021-11-04': ['goLive: Go-Live'],
    '2021-10-27': ['meeting: CSC meeting'],
    '2021-10-28': ['meeting: a meeting'],
    '2020-11-04': ['leadTime: last day: systems’ scope'],
    '2021-02-04': ['leadTime: last day: TAD to TAG'],
    '2021-05-04': ['leadTime: last day: TAD published'],
  });
});
