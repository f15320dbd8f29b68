import { describe, expect, it } from 'vitest';
import { calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { whatIf } from '../../shared/domain/planning/whatIf.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anyDate, anySnapshot } from './arbitraries.ts';

describe('what if', () => {
  it('judges another date against the one in force, and saves nothing', () => {
    const facts = factsWith({
      modifications: [{ reference: 'MP1', impacts: ['dccSystems'], addedToScopeOn: '2025-06-01' }],
      tad: { versions: [{ version: '1.0', finalisedOn: '2025-12-27', publishedOn: '2025-12-27' }] },
    });
    const snapshot = snapshotOf(facts, '2026-05-01');
    const before = JSON.stringify(snapshot);
    const found = whatIf(snapshot, calendarDate('2026-07-16')).findings;
    expect(found.find((finding) => finding.rule === 'tad.published-6-months')?.sentence).toContain(
      '20 days in hand against 16 July 2026; 2 days short against 25 June 2026, then in force.',
    );
    expect(found.find((finding) => finding.rule === 'golive.rule-date')?.outcome).toBe('notMet');
    expect(JSON.stringify(snapshot)).toBe(before);
  });

  it('gives more slack the later the Go-Live', () => {
    fc.assert(
      fc.property(anySnapshot, anyDate, fc.integer({ min: 0, max: 400 }), (snapshot, date, later) => {
        const slacks = (day: string) =>
          new Map(
            whatIf(snapshot, calendarDate(day)).findings.flatMap((one) =>
              one.actual !== null && one.slackDays !== null && /months/.test(one.rule)
                ? [[`${one.rule} ${one.subject}`, one.slackDays] as const]
                : [],
            ),
          );
        const early = slacks(date);
        for (const [name, slack] of slacks(plusDays(date, later))) {
          const before = early.get(name);
          if (before !== undefined) expect(slack).toBeGreaterThanOrEqual(before);
        }
      }),
      { numRuns: 150 },
    );
  });
});
