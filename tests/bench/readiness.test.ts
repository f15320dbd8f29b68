import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import type { Snapshot } from '../../shared/domain/readiness/snapshot.ts';
import { testWorkingDays } from '../fixtures/facts.ts';
import { largeRelease } from '../fixtures/largeRelease.ts';

const snapshot = (scale: number): Snapshot => ({
  facts: largeRelease(scale),
  asOf: calendarDate('2026-05-01'),
  final: false,
  otherReleases: [],
  workingDays: testWorkingDays,
  rulebook: { changes: [], paperDeadlines: [] },
});

const MOST_MS = 50;
const MOST_TIMES = 12;
const ROUNDS = 15;

/** Milliseconds for one computation of each; what they answer is kept, so that memory is paid for on both sides. */
function timeOf(snapshots: readonly Snapshot[]): number {
  const start = performance.now();
  const kept = snapshots.map(computeReadiness);
  const time = performance.now() - start;
  expect(kept).toHaveLength(snapshots.length);
  return time;
}

it('judges 1,000 criteria, 10,000 evidence items and 5,000 views in under 50 ms, and ten times as much in at most twelve times the time', () => {
  const small = snapshot(1);
  const { criteria, evidence, views } = small.facts;
  expect([criteria.length, evidence.length, views.length]).toEqual([1000, 10_000, 5000]);
  const ten = Array.from({ length: 10 }, () => small);
  const large = [snapshot(10)];
  timeOf(ten);
  // The best of several rounds: another process may take the processor away, none can add to it.
  let one = Number.POSITIVE_INFINITY;
  let times = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const mean = timeOf(ten) / ten.length;
    one = Math.min(one, mean);
    times = Math.min(times, timeOf(large) / mean);
  }
  console.info(`readiness: ${one.toFixed(1)} ms; ten times the data takes ${times.toFixed(1)} times the time`);
  expect(one).toBeLessThan(MOST_MS);
  expect(times).toBeLessThanOrEqual(MOST_TIMES);
});
