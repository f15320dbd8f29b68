import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { severitiesOf, strictest } from '../testing/issueBars.ts';
import { plainPhase, sumOpen } from '../testing/issueCells.ts';
import { figureOf, issueFiguresOf } from '../testing/thresholdFigures.ts';

/** Open issues of one severity against the maximum that a document cites. */
export interface IssueCount {
  readonly severity: number | null;
  readonly open: number;
  /** The strictest cited maximum that applies; null where none is cited. */
  readonly maximum: number | null;
  /** That maximum is one phase's, while the count is of all. */
  readonly ofPhase: string | null;
  readonly verdict: 'within' | 'over' | 'cannotTell' | 'noMaximum';
  readonly sources: readonly string[];
}

/**
 * Per severity over all phases, so that the rows add up to every open issue. Shown is the maximum that matters: one
 * that is passed; else the lowest of those that count something, for that of a phase without an issue says nothing.
 */
export function issueCounts(facts: ReleaseFacts): readonly IssueCount[] {
  const figures = issueFiguresOf(facts);
  return severitiesOf(facts.issueThresholds, figures.cells).map((severity): IssueCount => {
    const open = sumOpen(figures.cells.filter((cell) => cell.severity === severity));
    const cited = facts.issueThresholds.filter((one) => one.severity === severity);
    if (cited.length === 0) return { severity, open, maximum: null, ofPhase: null, verdict: 'noMaximum', sources: [] };
    const judged = cited.map((threshold) => figureOf(threshold, figures));
    const counting = judged.filter((one) => one.open > 0 || plainPhase(one.threshold.phase) === '');
    const unsettled = judged.filter((one) => one.verdict !== 'within');
    const shown = strictest(unsettled.length > 0 ? unsettled : counting.length > 0 ? counting : judged);
    const phase = plainPhase(shown.threshold.phase) === '' ? null : (shown.threshold.phase?.trim() ?? null);
    return {
      severity,
      open,
      maximum: shown.threshold.maximumOpen,
      ofPhase: open === shown.open ? null : phase,
      verdict: shown.verdict,
      sources: [...new Set(judged.flatMap(({ threshold }) => (threshold.source ? [threshold.source] : [])))],
    };
  });
}
