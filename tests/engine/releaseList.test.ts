import { expect, it } from 'vitest';
import { findRelease } from '../../electron/engine/releaseByName.ts';
import { calendarDate, daysBetween } from '../../shared/domain/calendar/calendarDate.ts';
import { pair } from '../exchange/desk.ts';
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

it('says who removed a release that somebody still holds open, here or at the other side', async () => {
  const one = testEngine(scratchFolder());
  const { id } = await one.does('release.import', { file: sampleFile, replace: false });
  await one.does('profile.save', { name: 'Ada Byron', organisation: 'SECAS', role: 'releaseManager' });
  await one.does('release.remove', { release: id });
  const gone = await one.refuses('release.open', { release: id, asOf: null });
  expect(gone.kind).toBe('notFound');
  expect(gone.message).toMatch(/^“November 2021 SEC Release” was removed by Ada Byron, SECAS, on \d+ \w+ \d{4};/);

  const { secas, dcc } = await pair(scratchFolder());
  secas.create('risk', { title: 'Known at both sides' });
  await dcc.take((await secas.send('1.golive')).file);
  secas.remove('release', secas.release.id);
  await dcc.take((await secas.send('2.golive')).file);
  const found = findRelease(dcc.store.db, secas.release.id);
  expect(!found.ok && found.error.message).toMatch(/^“.+” was removed by .+, SECAS, which came here on \d+ \w+ \d{4};/);
});
