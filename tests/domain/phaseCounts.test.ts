import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { phaseGaps } from '../../shared/domain/testing/phaseGaps.ts';
import { factsWith } from '../fixtures/facts.ts';

it.each([
  [{ run: 8, passed: 20 }, '20 passed and 0 failed are more than the 8 run; correct one of the three.'],
  [{ passed: 50 }, '50 passed and 0 failed are more than the 10 planned; correct one of the three.'],
  [{ run: 8, passed: 20, failed: 0 }, '20 passed and 0 failed are not the 8 that were run.'],
  [{ run: 8, passed: 8 }, undefined],
])('counts of a phase that cannot all be true are said, also where some are missing: %o', (counts, sentence) => {
  const dates = { plannedStart: '2026-04-01', plannedEnd: '2026-04-30', actualStart: '2026-04-01' };
  const facts = factsWith({ testPhases: [{ name: 'SIT', planned: 10, ...dates, ...counts }] } as never);
  const [phase] = facts.testPhases;
  expect(phaseGaps(phase as never, facts, [], calendarDate('2026-04-10'))[0]).toBe(sentence);
});
