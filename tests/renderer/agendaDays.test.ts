import { expect, it } from 'vitest';
import { agendaDays } from '../../renderer/screens/committees/agendaDays.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';

const today = calendarDate('2026-11-27');

/** What is told of a body that is to be asked for June 2027, with these meetings. */
function told(body: string, meetings: readonly object[]): string {
  const facts = factsWith({
    release: { slot: '2027-06' },
    criteria: [{ reference: 'AC-01', bodies: [body] }],
    meetings: [...meetings],
  });
  return agendaDays(body, facts.meetings, computePlan(snapshotOf(facts, today)).items, today);
}

it('names the days of the next meeting, and no meeting’s that has passed', () => {
  expect(told('TAG', [{ body: 'TAG', on: '2026-12-03', papersBy: '2026-11-30' }])).toBe(
    'meets on 3 December 2026, papers by 30 November 2026',
  );
  expect(told('TAG', [{ body: 'TAG', on: '2026-12-03', papersBy: '2026-11-20' }])).toBe(
    'meets on 3 December 2026, papers were due by 20 November 2026',
  );
  expect(told('TAG', [{ body: 'TAG', on: '2026-11-18' }])).toBe('no meeting recorded ahead, papers by 23 June 2027');
});

it('takes a body for no other whose name begins alike', () => {
  const [tag, other] = [told('TAG', []), told('TAG', [{ body: 'TAG-SEC', on: '2027-01-14', papersBy: '2027-01-04' }])];
  expect(other).toBe(tag);
});
