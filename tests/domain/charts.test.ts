import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate, daysBetween } from '../../shared/domain/calendar/calendarDate.ts';
import { type Drawing, paperTheme } from '../../shared/domain/charts/drawing.ts';
import { drawMonths } from '../../shared/domain/charts/months.ts';
import { drawOpenIssues } from '../../shared/domain/charts/openIssues.ts';
import { drawPhaseDates } from '../../shared/domain/charts/phaseDates.ts';
import { drawTestCounts } from '../../shared/domain/charts/testCounts.ts';
import type { TestPhase } from '../../shared/domain/records/testing.ts';
import { issueBarsOf } from '../../shared/domain/testing/issueBars.ts';
import { issueFiguresOf } from '../../shared/domain/testing/thresholdFigures.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

const width = 507;

/** Every box of a drawing, as the place where it begins and the place where it ends. */
function boxesOf({ svg }: Drawing): readonly (readonly [number, number])[] {
  return [...svg.matchAll(/<rect x="([^"]+)" y="[^"]+" width="([^"]+)"/g)].map(([, x, wide]) => [
    Number(x),
    Number(x) + Number(wide),
  ]);
}

/** A phase of these counts and no dates. */
function phaseOf(counts: Partial<TestPhase>): TestPhase {
  const dates = { plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null };
  const none = { planned: null, run: null, passed: null, failed: null, notRun: null };
  return {
    name: 'SIT',
    region: null,
    ...none,
    ...dates,
    exitReport: null,
    workOffPlan: null,
    onBehalf: null,
    ...counts,
  };
}

describe('drawings', () => {
  it('stay in their frame and are of a size, whatever was counted and whatever was dated', () => {
    let boxes = 0;
    fc.assert(
      fc.property(anySnapshot, ({ facts, asOf }) => {
        const goLive = facts.release.goLive.approvedDate;
        const bars = issueBarsOf(facts.issueThresholds, issueFiguresOf(facts));
        const rows = facts.testPhases.length + bars.length;
        for (const drawing of [
          drawTestCounts(facts.testPhases, width, paperTheme),
          drawPhaseDates(facts.testPhases, asOf, goLive, width, paperTheme),
          drawOpenIssues(bars, width, paperTheme),
        ]) {
          // Three centuries of months are the most that any drawing holds.
          expect(drawing.svg.length).toBeLessThan(700_000 + 20_000 * rows);
          for (const [from, to] of boxesOf(drawing)) {
            expect(from).toBeGreaterThanOrEqual(-0.01);
            expect(to).toBeLessThanOrEqual(width + 0.5);
            boxes += 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(boxes).toBeGreaterThan(300);
  });

  it('draw a phase in which far more failed than were planned as one bar that is full', () => {
    const counts = { planned: 0, run: 3, passed: 0, failed: 1_000_000_000, notRun: null };
    const phase = phaseOf(counts);
    const drawn = drawTestCounts([phase], width, paperTheme);
    expect(drawn.svg.length).toBeLessThan(20_000);
    expect(drawn.alt).toContain('1000000000 failed');
  });
});

describe('the counts of a test phase', () => {
  it.each([
    [{ planned: 10, run: 10, passed: 8, failed: 1, notRun: 0 }, '8 of 10 passed · 1 failed · 1 other'],
    [{ planned: 10, run: 8, passed: 3 }, '3 of 10 passed · 2 not run · 5 without a result'],
    [{ planned: 10, run: 8, passed: 3, failed: 0 }, '3 of 10 passed · 2 not run · 5 other'],
    [{ planned: 10, passed: 8, failed: 1 }, '8 of 10 passed · 1 failed · 1 without a result'],
    [{ run: 5 }, '? of 5 passed · 5 without a result'],
    [{ planned: 5, run: 7, passed: 7, failed: 0 }, '7 of 7 passed · 5 planned'],
    [{ planned: 10, run: 8, passed: 9, failed: 0 }, '9 of 10 passed · 1 not run'],
    [{ planned: 10, run: 6, passed: 6, failed: 0, notRun: 4 }, '6 of 10 passed · 4 not run'],
    [{ planned: 10, run: 8, passed: 50 }, '10 planned · 8 run · 50 passed · cannot all be true'],
    [{ planned: 10 }, '? of 10 passed · 10 without a result'],
    [{}, 'no counts yet'],
  ])('are told as they are recorded: %o', (counts, words) => {
    expect(drawTestCounts([phaseOf(counts)], width, paperTheme).alt).toBe(`SIT: ${words}`);
  });

  it('call not run no more than is recorded as not run, or as planned and not run', () => {
    const count = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
    const counts = fc.record({ planned: count, run: count, passed: count, failed: count, notRun: count });
    fc.assert(
      fc.property(counts, (one) => {
        const { alt } = drawTestCounts([phaseOf(one)], width, paperTheme);
        const told = Number(/(\d+) not run/.exec(alt)?.[1] ?? 0);
        const { planned, run, notRun } = one;
        const planRest = planned === null || run === null ? 0 : Math.max(0, planned - run);
        expect(told).toBeLessThanOrEqual(notRun ?? planRest);
        if (notRun !== null) expect(told).toBe(notRun);
      }),
    );
  });
});

describe('the months of a timeline', () => {
  const named = (from: string, to: string) => {
    const [first, last] = [calendarDate(from), calendarDate(to)];
    const xOf = (date: CalendarDate) => (width * daysBetween(first, date)) / daysBetween(first, last);
    const drawn = drawMonths(first, last, xOf, 20, width, paperTheme).join('');
    return [...drawn.matchAll(/>([^<>]+)<\/text>/g)].map(([, label]) => label);
  };

  it('are named evenly, and over years the years are told', () => {
    expect(named('2026-12-20', '2027-07-10').slice(0, 3)).toEqual(['January 2027', 'February', 'March']);
    expect(named('2026-05-20', '2028-02-10')).toEqual([
      'July 2026',
      'October',
      'January 2027',
      'April',
      'July',
      'October',
    ]);
    expect(named('2020-11-01', '2026-11-26')).toEqual(['2021', '2022', '2023', '2024', '2025', '2026']);
  });
});
