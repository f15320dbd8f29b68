import { expect, it } from 'vitest';
import { clonedFacts } from '../../electron/engine/cloneFacts.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';

const asOf = calendarDate('2026-07-15');
const carriedFrom = (input: FactsInput) =>
  clonedFacts(
    factsWith({ release: { goLive: { approvedDate: '2026-06-25' } }, ...input }),
    slotSchema.parse('2026-11'),
    asOf,
  ).conditions[0];
const taken = (on: string, outcome: string) => ({ body: 'CSC', on, outcome });
const conditions = [{ text: 'Fix it', owner: 'DCC' }];

it('a condition that is carried over names the decision that set it, not a later one', () => {
  const decisions = [taken('2026-06-01', 'go with conditions'), taken('2026-06-20', 'go')];
  expect(carriedFrom({ conditions, decisions })?.source).toMatchObject({ body: 'CSC', decidedOn: '2026-06-01' });
});

it('names no decision where the records do not tell which, nor where it came from an answered paper', () => {
  const decisions = [taken('2026-06-01', 'not yet'), taken('2026-06-20', 'go')];
  expect(carriedFrom({ conditions, decisions })?.source).toMatchObject({ body: null, decidedOn: null });
  const ofTag = [{ text: 'Fix it', source: { body: 'TAG', paper: 'TAG-7' } }];
  expect(carriedFrom({ conditions: ofTag, decisions: [taken('2026-06-01', 'go')] })?.source).toMatchObject({
    body: 'TAG',
    decidedOn: null,
  });
});

it.each([
  [{ when: 'beforeGoLive' as const }, '2026-06-25'],
  [{ when: 'atGoLive' as const }, '2026-06-26'],
  [{ daysFromGoLive: 30 }, '2026-07-26'],
  [{ on: '2026-07-01' }, '2026-07-01'],
])('falls due on the day that it was due on: %j', (due, on) => {
  const release = { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-26' } };
  expect(carriedFrom({ release, conditions: [{ text: 'Fix it', due }] })?.due?.on).toBe(on);
});
