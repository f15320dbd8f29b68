import type { Bound } from './bounds.ts';
import { median } from './median.ts';

/** What was measured for a row: one number a run; run for run, what was measured beside it. */
export interface Measured {
  readonly row: string;
  readonly figure: readonly number[];
  readonly reference: readonly number[];
}

/** A row of the report. Numbers are medians; `ratio` is that of each run, so that what slows a run slows both sides. */
export interface Judged {
  readonly row: string;
  readonly measures: string;
  readonly unit: Bound['unit'];
  readonly beside: string | null;
  readonly figure: number | null;
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly goal: Bound['goal'];
  readonly runs: number;
  /** `told`: it has no goal. */
  readonly verdict: 'holds' | 'misses' | 'told' | 'not measured';
}

/** Each row that has a bound, in their order. @throws where something was measured that has none. */
export function judge(bounds: Readonly<Record<string, Bound>>, measured: readonly Measured[]): readonly Judged[] {
  for (const { row } of measured)
    if (!Object.hasOwn(bounds, row)) throw new Error(`“${row}” was measured, and bounds.ts has no such row`);
  return Object.entries(bounds).map(([row, bound]) =>
    judgeRow(
      row,
      bound,
      measured.find((one) => one.row === row),
    ),
  );
}

function judgeRow(row: string, bound: Bound, measured: Measured | undefined): Judged {
  const { figure: measures, unit, reference: beside, goal } = bound;
  const base = { row, measures, unit, beside, goal };
  if (!measured || measured.figure.length === 0)
    return { ...base, figure: null, reference: null, ratio: null, runs: 0, verdict: 'not measured' };
  const { figure: figures, reference: references } = measured;
  if (beside !== null && references.length !== figures.length)
    throw new Error(`“${row}” has ${figures.length} runs and ${references.length} of its reference`);
  const figure = median(figures);
  const reference = beside === null ? null : median(references);
  const ratio = beside === null ? null : median(figures.map((one, run) => one / (references[run] ?? Number.NaN)));
  const judged = goal?.of === 'ratio' ? ratio : figure;
  // Not `judged > most`: what is not a number does not hold either.
  const verdict = goal === null ? 'told' : judged !== null && judged <= goal.most ? 'holds' : 'misses';
  return { ...base, figure, reference, ratio, runs: figures.length, verdict };
}
