import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { decisionOfCondition } from '../../shared/domain/rulebook/decisionOfCondition.ts';
import { type FactsInput, factsWith, onlyOf } from '../fixtures/facts.ts';

type Taken = readonly [on: string | null, outcome: string, wording?: string];

const withThem = (condition: object, ...taken: readonly Taken[]): FactsInput => ({
  conditions: [{ text: 'Fix it', owner: 'DCC', ...condition }],
  decisions: taken.map(([on, outcome, wording]) => ({ body: 'CSC', on, outcome, wording: wording ?? 'As minuted.' })),
});
const live: FactsInput = { release: { goLive: { approvedDate: '2026-06-25' } } };
const dueOn = (on: string) => ({ due: { on } });
const setOn = (input: FactsInput, asOf: string) => {
  const facts = factsWith(input);
  const [condition] = facts.conditions;
  if (!condition) throw new Error('no condition');
  return decisionOfCondition(condition, facts, calendarDate(asOf))?.on ?? null;
};

describe('the decision that set a condition', () => {
  it.each([
    ['the only one', withThem(dueOn('2026-07-01'), ['2026-06-01', 'go']), '2026-06-01'],
    ['not one later than its day', withThem(dueOn('2026-06-15'), ['2026-06-20', 'go']), null],
    ['not one later than its discharge', withThem({ dischargedOn: '2026-06-10' }, ['2026-06-20', 'go']), null],
    [
      'not one later than its day that counts from the Go-Live',
      { ...withThem({ due: { daysFromGoLive: -30 } }, ['2026-06-17', 'go with conditions']), ...live },
      null,
    ],
    [
      'also one after a Go-Live that did not come',
      { ...withThem({ due: { when: 'beforeGoLive' } }, ['2026-06-28', 'not yet']), ...live },
      '2026-06-28',
    ],
    ['the one with conditions', withThem({}, ['2026-06-01', 'go with conditions'], ['2026-06-20', 'go']), '2026-06-01'],
    [
      'the one whose wording sets them',
      withThem({}, ['2026-06-01', 'go', 'Subject to conditions 1 and 2.'], ['2026-06-20', 'go']),
      '2026-06-01',
    ],
    [
      'not one that closes them',
      withThem({}, ['2026-06-01', 'go with conditions'], ['2026-06-20', 'conditions closed']),
      '2026-06-01',
    ],
    ['none where two may have', withThem({}, ['2026-06-01', 'not yet'], ['2026-06-20', 'go']), null],
    ['none that is still to come', withThem({}, ['2026-08-01', 'go with conditions']), null],
    [
      'the one of the day that is stated',
      withThem({ source: { decidedOn: '2026-06-01' } }, ['2026-06-01', 'not yet'], ['2026-06-20', 'go']),
      '2026-06-01',
    ],
    ['none where a body set it in an answer', withThem({ source: { body: 'TAG' } }, ['2026-06-01', 'go']), null],
    ['none where another release did', withThem({ source: { release: 'February' } }, ['2026-06-01', 'go']), null],
  ])('%s', (_, input, on) => {
    expect(setOn(input, '2026-07-15')).toBe(on);
  });

  it('is the one that the finding names, and never a later one', () => {
    const two = withThem(dueOn('2026-06-15'), ['2026-06-01', 'go with conditions'], ['2026-06-20', 'go']);
    expect(onlyOf('conditions.overdue', two, '2026-06-22')).toMatchObject({
      sentence:
        "Condition “Fix it” of the CSC's decision of 1 June 2026 was due 15 June 2026, is 7 days late and not discharged; its owner is the DCC (practice).",
      restsOn: ['condition:Fix it', 'decision:CSC 2026-06-01'],
    });
    const late = withThem({ ...dueOn('2026-07-10'), dischargedOn: '2026-07-29' }, ['2026-07-30', 'conditions closed']);
    expect(onlyOf('conditions.overdue', late, '2026-08-22').sentence).toBe(
      'Condition “Fix it” was discharged on 29 July 2026 (practice).',
    );
  });
});
