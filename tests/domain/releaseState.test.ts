import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { dayOfFindings, releaseStateOf } from '../../shared/domain/readiness/releaseState.ts';
import { settingsOn } from '../../shared/domain/rulebook/settings.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

const day = calendarDate;
const whole = factsWith({
  release: { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-26' }, closedOn: '2026-08-01' },
  submissions: [{ on: '2026-04-01' }, { on: '2026-05-01' }],
  decisions: [
    { body: 'CSC', on: '2026-04-15', outcome: 'not yet' },
    { body: 'CSC', on: '2026-05-20', outcome: 'go' },
  ],
});

describe('the state of a release', () => {
  it.each([
    ['2026-03-31', 'inPreparation'],
    ['2026-04-01', 'submitted'],
    ['2026-04-15', 'inPreparation'],
    ['2026-05-20', 'decided'],
    ['2026-06-25', 'decided'],
    ['2026-06-26', 'live'],
    ['2026-07-31', 'live'],
    ['2026-08-01', 'closed'],
  ])('on %s is %s', (asOf, state) => {
    expect(releaseStateOf(whole, day(asOf))).toBe(state);
  });

  it('lets the findings of a closed release stand as of its decision, and those of no other', () => {
    expect(dayOfFindings(whole, day('2026-08-01'))).toBe('2026-05-20');
    expect(dayOfFindings(whole, day('2027-08-01'))).toBe('2026-05-20');
    expect(dayOfFindings(whole, day('2026-07-31'))).toBe('2026-07-31');
    const undecided = factsWith({ release: { goLive: { actualDate: '2026-06-26' }, closedOn: '2026-08-01' } });
    expect(dayOfFindings(undecided, day('2026-08-01'))).toBe('2026-06-26');
    const neverLive = factsWith({ release: { closedOn: '2026-08-01' } });
    expect(dayOfFindings(neverLive, day('2026-09-01'))).toBe('2026-09-01');
  });

  it.each([
    [
      'what the CSC noted since is no decision to go',
      [
        ['2026-05-20', 'go with conditions'],
        ['2026-07-30', 'conditions closed'],
      ],
      '2026-05-20',
    ],
    [
      'the closing of conditions, agreed since, is none either',
      [
        ['2026-05-20', 'go'],
        ['2026-07-30', 'agreed'],
      ],
      '2026-05-20',
    ],
    [
      'the latest by the Go-Live counts',
      [
        ['2026-05-20', 'go with conditions'],
        ['2026-06-20', 'go'],
      ],
      '2026-06-20',
    ],
    [
      'one taken only since counts where no other is',
      [
        ['2026-04-15', 'not yet'],
        ['2026-06-30', 'go'],
      ],
      '2026-06-30',
    ],
    [
      'somebody’s own word counts where none says go',
      [
        ['2026-05-20', 'Positive'],
        ['2026-07-30', 'Noted'],
      ],
      '2026-05-20',
    ],
    [
      '“not yet” is none',
      [
        ['2026-05-20', 'go'],
        ['2026-06-20', 'not yet'],
      ],
      '2026-06-26',
    ],
  ] as const)('lets a closed release stand as of its decision to go: %s', (_, taken, expected) => {
    const decisions = taken.map(([on, outcome]) => ({ body: 'CSC', on, outcome }));
    const facts = factsWith({ ...whole, decisions });
    expect(dayOfFindings(facts, day('2026-08-01'))).toBe(expected);
  });

  it('is closed only where it is live, and then judged on one day for good, whatever the facts', () => {
    fc.assert(
      fc.property(anySnapshot, ({ facts, asOf }) => {
        const judged = dayOfFindings(facts, asOf);
        if (releaseStateOf(facts, asOf) === 'closed') {
          expect(judged <= asOf).toBe(true);
          expect(dayOfFindings(facts, day('2199-12-31'))).toBe(judged);
        } else expect(judged).toBe(asOf);
      }),
    );
  });
});

describe('a changed setting', () => {
  const change = (months: number, from: string | null) =>
    ({
      what: 'leadTime',
      leadTime: 'tadPublished',
      months,
      reason: 'because',
      from: from === null ? null : day(from),
    }) as const;
  const settings = {
    changes: [change(8, '2026-09-01'), change(7, '2026-03-01'), change(5, null)],
    paperDeadlines: [{ body: 'TAG', workingDays: 5, from: day('2026-03-01') }],
  };

  it.each([
    ['2026-02-28', [5], 0],
    ['2026-03-01', [5, 7], 1],
    ['2026-09-01', [5, 7, 8], 1],
  ] as const)('asks on %s what holds by then, the latest last', (asOf, months, deadlines) => {
    const held = settingsOn(settings, day(asOf));
    expect(held.changes.map((one) => (one.what === 'leadTime' ? one.months : null))).toEqual(months);
    expect(held.paperDeadlines).toHaveLength(deadlines);
  });
});
