import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/** A sample release in a store whose clock fails from the `from`th time on that a use case asks it for the day. */
async function withBrokenClock() {
  const folder = scratchFolder();
  const bugs: string[] = [];
  const clock = { asked: 0, from: Number.POSITIVE_INFINITY };
  const today = () => {
    clock.asked += 1;
    if (clock.asked >= clock.from) throw new Error('a bug');
    return calendarDate('2026-05-01');
  };
  const test = testEngine(join(folder, 'store'), { logBug: (id) => void bugs.push(id), today });
  const { id } = await test.does('release.import', { file: sampleFile, replace: false });
  const breakFrom = (from: number) => Object.assign(clock, { asked: 0, from });
  return { ...test, id, bugs, breakFrom, asked: () => clock.asked };
}

it('does not say that nothing was changed where something stands', async () => {
  const { does, refuses, id, bugs, breakFrom, asked } = await withBrokenClock();
  const create = (name: string) => ({ asOf: null, releaseId: id, kind: 'testPhase' as const, fields: { name } });
  const phases = async () => {
    breakFrom(Number.POSITIVE_INFINITY);
    return (await does('release.open', { release: id, asOf: null })).facts.testPhases.length;
  };
  // The last time that one call asks for the day is for the answer, after the change was committed.
  breakFrom(Number.POSITIVE_INFINITY);
  await does('record.create', create('SIT'));
  const last = asked();
  const before = await phases();
  breakFrom(last);
  const late = await refuses('record.create', create('UIT'));
  expect(late.kind).toBe('unexpected');
  expect(late.message).toMatch(
    /^Something went wrong inside the app after a part of it was done\. .* The log names it /,
  );
  expect(late.message).not.toContain('nothing was changed');
  expect(await phases()).toBe(before + 1);
  breakFrom(1);
  const early = await refuses('record.create', create('DST'));
  expect(early.message).toMatch(/^Something went wrong inside the app; nothing was changed\. The log names it /);
  expect(await phases()).toBe(before + 1);
  expect(bugs).toHaveLength(2);
});
