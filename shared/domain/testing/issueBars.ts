import type { IssueBar } from '../charts/openIssues.ts';
import { countOf } from '../foundation/words.ts';
import type { IssueThreshold } from '../records/testing.ts';
import { type IssueCell, plainPhase, sumOpen } from './issueCells.ts';
import { figureOf, type IssueFigures, type ThresholdFigure } from './thresholdFigures.ts';

/** The gravest severity first, those without one last. */
export function severitiesOf(
  thresholds: readonly IssueThreshold[],
  cells: readonly IssueCell[],
): readonly (number | null)[] {
  const open = cells.filter((cell) => cell.open > 0);
  const all = new Set([...thresholds.map((one) => one.severity), ...open.map((cell) => cell.severity)]);
  return [...all].sort((left, right) => (left ?? 99) - (right ?? 99));
}

/**
 * A bar for each severity and, where maximums are cited by phase, for each phase of it, with one for the phases for
 * which none is. The bars that are no part of another add up to every open issue; window and pack draw the same.
 */
export function issueBarsOf(thresholds: readonly IssueThreshold[], figures: IssueFigures): readonly IssueBar[] {
  return severitiesOf(thresholds, figures.cells).flatMap((severity) => {
    const name = severity === null ? 'No severity' : `Severity ${severity}`;
    const cited = thresholds.filter((one) => one.severity === severity).map((one) => figureOf(one, figures));
    const cells = figures.cells.filter((cell) => cell.severity === severity);
    const whole = cited.filter(({ threshold }) => plainPhase(threshold.phase) === '');
    const phases = new Set(cited.map(({ threshold }) => plainPhase(threshold.phase)).filter((phase) => phase !== ''));
    const part = whole.length > 0;
    const parts = [...phases].map((phase): IssueBar => {
      const figure = strictest(cited.filter(({ threshold }) => plainPhase(threshold.phase) === phase));
      const where = figure.threshold.phase?.trim() ?? '';
      return barOf(part ? `${name}, of them in ${where}` : `${name}, ${where}`, figure, part);
    });
    if (part) return [barOf(phases.size === 0 ? name : `${name}, all phases`, strictest(whole), false), ...parts];
    return [...parts, ...restOf(name, cells, phases)];
  });
}

/** Of several maximums for the same issues, the one that matters: one that is passed, then the lowest. */
export function strictest(figures: readonly ThresholdFigure[]): ThresholdFigure {
  const rank = { over: 0, cannotTell: 1, within: 2 } as const;
  const most = (one: ThresholdFigure) => one.threshold.maximumOpen ?? Number.POSITIVE_INFINITY;
  return figures.reduce((best, one) => {
    const order = rank[one.verdict] - rank[best.verdict];
    return order < 0 || (order === 0 && most(one) < most(best)) ? one : best;
  });
}

function barOf(label: string, { open, threshold, verdict, why }: ThresholdFigure, part: boolean): IssueBar {
  return { label, open, maximum: threshold.maximumOpen, unclear: verdict === 'cannotTell' ? why : null, part };
}

/** What is open in phases for which no maximum is cited. */
function restOf(name: string, cells: readonly IssueCell[], cited: ReadonlySet<string>): readonly IssueBar[] {
  const rest = cells.filter((cell) => cell.open > 0 && !cited.has(plainPhase(cell.phase)));
  const phases = [...new Set(rest.map((cell) => plainPhase(cell.phase)))];
  if (phases.length === 0) return [];
  const [first] = rest;
  const only = plainPhase(first?.phase ?? null) === '' ? 'no phase stated' : (first?.phase?.trim() ?? '');
  const where = phases.length === 1 ? only : countOf(phases.length, 'other phase');
  const label = cited.size === 0 ? name : `${name}, ${where}`;
  return [{ label, open: sumOpen(rest), maximum: null, unclear: null, part: false }];
}
