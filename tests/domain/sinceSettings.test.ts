import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computeSince } from '../../shared/domain/since/computeSince.ts';
import { factsWith, type SnapshotOptions, snapshotOf, testWorkingDays } from '../fixtures/facts.ts';

describe('what changed of the settings', () => {
  const severity = { what: 'severity', rule: 'criteria.met', severity: 'advice', reason: 'Agreed.' } as const;
  const leadTime = { what: 'leadTime', leadTime: 'tadPublished', months: 4, reason: 'Small.' } as const;
  const judged = (settings: SnapshotOptions = {}) => snapshotOf(factsWith({}), '2026-05-01', settings);
  const told = (was: SnapshotOptions, is: SnapshotOptions) =>
    computeSince(judged(was), judged(is)).flatMap(({ about, sentence }) => (about === 'fact' ? [sentence] : []));
  const changes = (...some: NonNullable<SnapshotOptions['rulebook']>['changes']): SnapshotOptions => ({
    rulebook: { changes: some, paperDeadlines: [] },
  });
  const papers = (...paperDeadlines: { body: string; workingDays: number }[]): SnapshotOptions => ({
    rulebook: { changes: [], paperDeadlines },
  });
  const closed = (on: string): SnapshotOptions => ({
    workingDays: {
      ...testWorkingDays,
      closures: [...testWorkingDays.closures, { on: calendarDate(on), what: 'Closed' }],
    },
  });
  const rule = '“Each criterion is met”';

  it.each<[string, SnapshotOptions, SnapshotOptions, string[]]>([
    [
      'a severity',
      {},
      changes(severity),
      [`The rule ${rule} now counts as advice instead of blocker, because: “Agreed”.`],
    ],
    [
      'one that is as shipped again',
      changes(severity),
      {},
      [`The rule ${rule} now counts as blocker instead of advice, as shipped.`],
    ],
    [
      'the reason for one',
      changes(severity),
      changes({ ...severity, reason: 'Agreed twice.' }),
      [`The reason for the change of the rule ${rule} is now “Agreed twice”.`],
    ],
    ['one that holds later', {}, changes({ ...severity, from: '2026-06-01' }), []],
    [
      'a lead time',
      {},
      changes(leadTime),
      [
        'Publishing the TAD is now asked for four months before Go-Live instead of six months before Go-Live, because: “Small”.',
      ],
    ],
    [
      'a paper deadline',
      papers({ body: 'TAG', workingDays: 3 }, { body: 'OPSG', workingDays: 3 }),
      papers({ body: 'TAG', workingDays: 5 }, { body: 'CSC', workingDays: 1 }),
      [
        'Papers for the CSC are now due 1 working day before its meeting; they had no deadline.',
        'Papers for the OPSG have no deadline any more; they were due 3 working days before its meeting.',
        'Papers for the TAG are now due 5 working days before its meeting instead of 3.',
      ],
    ],
    ['a day on which nobody works', {}, closed('2025-12-24'), ['24 December 2025 is no working day any more.']],
    ['a day on which people work again', closed('2025-12-24'), {}, ['24 December 2025 is now a working day.']],
    ['a Saturday off', {}, closed('2025-12-27'), []],
  ])('tells %s', (_, was, is, sentences) => {
    expect(told(was, is)).toEqual(sentences);
  });
});
