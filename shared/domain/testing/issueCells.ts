import { plainName } from '../foundation/plainName.ts';
import type { TestIssue } from '../records/testing.ts';

/** Issues of one phase and severity as they are written; null: not stated. */
export interface IssueCell {
  readonly phase: string | null;
  readonly severity: number | null;
  /** Every one that is not stated to be closed. */
  readonly open: number;
  /** Of those, the ones of which nobody says whether they are open. */
  readonly unstated: number;
  readonly closed: number;
}

/** Each issue in exactly one cell, so that whatever is summed from cells adds up to the list. */
export function issueCellsOf(issues: readonly TestIssue[]): readonly IssueCell[] {
  const cells = new Map<string, { phase: string | null; severity: number | null } & Counted>();
  for (const { phase, severity, open } of issues) {
    const key = `${severity ?? '?'}/${phase ?? ''}/${phase === null}`;
    const cell = cells.get(key) ?? { phase, severity, open: 0, unstated: 0, closed: 0 };
    if (open === false) cell.closed += 1;
    else cell.open += 1;
    if (open === null) cell.unstated += 1;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

interface Counted {
  open: number;
  unstated: number;
  closed: number;
}

/** Two spellings of one phase are one, as of every name. '' where none is stated. */
export function plainPhase(phase: string | null): string {
  return phase === null ? '' : plainName(phase);
}

export function sumOpen(cells: readonly IssueCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.open, 0);
}
