import { afterAll, expect, it } from 'vitest';
import {
  calendarDate,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  plusDays,
  plusMonths,
} from '../../shared/domain/calendar/calendarDate.ts';
import { readTypedDate } from '../../shared/domain/importing/readTypedDate.ts';
import { testWorkingDays } from '../fixtures/facts.ts';

const own = process.env.TZ;
afterAll(() => {
  process.env.TZ = own;
});

/** Days that some zone has left out, or on whose midnight or noon some zone's clock changed. */
const days = ['1993-08-21', '1994-12-31', '2011-12-30', '2021-03-28', '2021-10-31', '1919-04-01', '2199-12-30'];

it('a day is counted, written and read as the same day in every time zone there is', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  expect(zones.length).toBeGreaterThan(400);
  for (const zone of zones) {
    process.env.TZ = zone;
    for (const day of days.map(calendarDate)) {
      const before = calendarDate(new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10));
      const weekday = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
      const context = { today: before, goLive: day, from: null, calendar: testWorkingDays };
      expect(
        {
          forward: plusDays(before, 1),
          back: plusDays(day, -1),
          between: daysBetween(before, day),
          months: plusMonths(plusMonths(day, -12), 12),
          written: formatDateWithWeekday(day),
          read: [formatDate(day), `T`, '+1d', 'tomorrow'].map((text) => readTypedDate(text, context)),
        },
        zone,
      ).toEqual({
        forward: day,
        back: before,
        between: 1,
        months: day,
        written: `${weekday} ${formatDate(day)}`,
        read: Array.from({ length: 4 }, () => ({ ok: true, value: day })),
      });
    }
  }
});
