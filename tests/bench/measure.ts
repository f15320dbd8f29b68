import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Row } from './bounds.ts';
import type { Measured } from './judge.ts';

/** Where the runs of one benchmark are kept, a row a line, until the report is made of them. */
export const measuredFile = join(import.meta.dirname, '../../out/bench/measured.ndjson');

/** Milliseconds that a piece of work takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Measures each of these in turn, so many times over: what else the machine does meets all of them alike.
 *
 * @returns the numbers of each, run for run
 */
export async function inTurn<Name extends string>(
  runs: number,
  works: Readonly<Record<Name, (run: number) => number | Promise<number>>>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(works) as Name[];
  const numbers = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let run = 0; run < runs; run += 1) for (const name of names) numbers[name].push(await works[name](run));
  return numbers;
}

/** Puts what was measured of a row into the report; `bounds.ts` says in which unit and against what. */
export function report(row: Row, figure: readonly number[], reference: readonly number[] = []): void {
  mkdirSync(dirname(measuredFile), { recursive: true });
  appendFileSync(measuredFile, `${JSON.stringify({ row, figure, reference } satisfies Measured)}\n`);
}
