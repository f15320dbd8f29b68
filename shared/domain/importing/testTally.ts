import type { Fields } from './rowReader.ts';
import type { TestOutcome } from './vocabularies/outcomeWords.ts';

interface Tally {
  readonly row: number;
  readonly fields: Record<string, unknown>;
  readonly counts: Record<TestOutcome, number>;
}

/** Counts tests, a row each, into phases. */
export interface TestTally {
  readonly add: (fields: Fields, row: number) => void;
  readonly phases: () => readonly { readonly row: number; readonly fields: Fields }[];
}

/** A table with an outcome column and no counts has a row per test; otherwise it has a row per phase. */
export function isTablePerTest(fields: readonly string[]): boolean {
  return (
    fields.includes('outcome') &&
    !['planned', 'run', 'passed', 'failed', 'notRun'].some((count) => fields.includes(count))
  );
}

/** Tests of one phase and region become its counts; the other fields are those of its first test. */
export function createTestTally(): TestTally {
  const tallies = new Map<string, Tally>();
  return {
    add(fields, row) {
      const { test: _, outcome, ...rest } = fields;
      const id = JSON.stringify([fields.name ?? null, fields.region ?? null]);
      let tally = tallies.get(id);
      if (!tally) {
        tally = { row, fields: rest, counts: { passed: 0, failed: 0, notRun: 0 } };
        tallies.set(id, tally);
      }
      // A test without an outcome was not run, as far as anybody says.
      tally.counts[(outcome as TestOutcome | undefined) ?? 'notRun'] += 1;
    },
    phases: () =>
      [...tallies.values()].map(({ row, fields, counts }) => {
        const run = counts.passed + counts.failed;
        return { row, fields: { ...fields, planned: run + counts.notRun, run, ...counts } };
      }),
  };
}
