import { expect, it } from 'vitest';
import { calendarDate, daysBetween } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

it('lists how each release stands as the release itself does, on every day that is judged on', async () => {
  const { does } = testEngine(scratchFolder());
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const counts = new Set<number>();
  for (const day of ['2020-11-01', '2021-05-05', '2021-10-20', '2021-11-30', null]) {
    const asOf = day === null ? null : calendarDate(day);
    const { readiness } = await does('release.open', { release: id, asOf });
    const [listed] = await does('release.list', { asOf });
    expect({ day, summary: listed?.summary }).toEqual({ day, summary: readiness.summary });
    expect(listed?.daysToGoLive).toBe(daysBetween(readiness.asOf, calendarDate('2021-11-04')));
    counts.add(readiness.summary.blockers);
  }
  expect(counts.size).toBeGreaterThan(1);
});
