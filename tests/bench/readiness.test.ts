import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import { testWorkingDays } from '../fixtures/facts.ts';
import { largeRelease } from '../fixtures/largeRelease.ts';
import { inTurn, report, timeOf } from './measure.ts';

const snapshot = (scale: number): Snapshot => ({
  facts: largeRelease(scale),
  asOf: calendarDate('2026-05-01'),
  final: false,
  otherReleases: [],
  workingDays: testWorkingDays,
  rulebook: { changes: [], paperDeadlines: [] },
});

const runs = 15;

/** Milliseconds for one computation of each; what they answer is kept, so that memory is paid for on both sides. */
const timeToJudge = (snapshots: readonly Snapshot[]) =>
  timeOf(() => expect(snapshots.map(computeReadiness)).toHaveLength(snapshots.length));

it('judges 1,000 criteria, 10,000 evidence items and 5,000 views, and ten times as much', async () => {
  const small = snapshot(1);
  const { criteria, evidence, views } = small.facts;
  expect([criteria.length, evidence.length, views.length]).toEqual([1000, 10_000, 5000]);
  const ten = Array.from({ length: 10 }, () => small);
  const large = [snapshot(10)];
  await timeToJudge(ten);
  const times = await inTurn(runs, {
    small: async () => (await timeToJudge(ten)) / ten.length,
    large: () => timeToJudge(large),
  });
  report('readiness.large', times.small);
  report('readiness.growth', times.large, times.small);
});
