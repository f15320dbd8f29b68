import { afterEach, expect, it, vi } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { testWorkingDays } from '../fixtures/facts.ts';

// The window's modules find their bridge when they are loaded; nothing here asks it.
vi.stubGlobal('window', { golive: {} });
vi.stubGlobal('navigator', { platform: 'Linux' });
const { savingDates } = await import('../../renderer/fields/dates/savingDates.ts');
const { useWorkingDayStore } = await import('../../renderer/stores/workingDayStore.ts');

afterEach(() => useWorkingDayStore.setState({ calendar: null }));

/** What is saved of a text that was typed over another value; null: it was refused. */
async function savedOf(text: string, over: unknown, from: string | null = null): Promise<unknown> {
  let saved: unknown = null;
  const save = savingDates(
    async (value) => {
      saved = value;
      return null;
    },
    from === null ? null : calendarDate(from),
  );
  await save(text, over);
  return saved;
}

it('a distance counts from the day that it takes the place of, also where it had to be tried again', async () => {
  expect(await savedOf('+10wd', '2021-11-04')).toBe(null);
  useWorkingDayStore.setState({ calendar: testWorkingDays });
  expect(await savedOf('+10wd', '2021-11-04')).toBe('2021-11-18');
  expect(await savedOf('+3d', '2021-11-04', '2021-01-01')).toBe('2021-11-07');
  expect(await savedOf('+3d', null, '2021-01-01')).toBe('2021-01-04');
  expect(await savedOf('4/11/21', '2020-01-01')).toBe('2021-11-04');
});
