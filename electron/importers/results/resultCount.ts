import { type Counts, noTests, sumOf } from './outcomes.ts';

/** What one file of test results comes to. */
export interface ResultCount {
  /** `JUnit XML`, `TRX`, `TAP` … */
  readonly formatName: string;
  /** What the file calls its tests; null where it does not. */
  readonly name: string | null;
  /** The tests that the file lists; their sum is the number of tests. */
  readonly listed: Counts;
  /** The counts that the file states, suite by suite, where they differ from its lists; else the listed ones. */
  readonly stated: Counts;
  /** Where a list holds other tests than it says: a sentence each. */
  readonly differences: readonly string[];
  readonly notes: readonly string[];
  /** What tells suites from each other, to find one that comes twice: its description as it stands in the file. */
  readonly suites: readonly string[];
}

/** Files of one run are one result. */
export function addUp(
  counts: readonly ResultCount[],
): Pick<ResultCount, 'listed' | 'stated' | 'differences' | 'notes'> {
  return {
    listed: counts.map(({ listed }) => listed).reduce(sumOf, noTests),
    stated: counts.map(({ stated }) => stated).reduce(sumOf, noTests),
    differences: counts.flatMap(({ differences }) => differences),
    notes: counts.flatMap(({ notes }) => notes),
  };
}
