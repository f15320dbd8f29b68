import { sortNaturally } from '../foundation/naturalOrder.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import type { IssueThreshold } from '../records/testing.ts';

/** Open issues of one severity against the maximum that a document cites. */
export interface IssueCount {
  readonly severity: number | null;
  readonly open: number;
  /** The strictest cited maximum for the release; null where none is cited. */
  readonly maximum: number | null;
  readonly exceeded: boolean;
  readonly sources: readonly string[];
}

/**
 * Per severity over all phases. A threshold of one phase is compared with that phase's issues; the row is exceeded
 * where any threshold is. An issue that is not stated to be closed counts as open.
 */
export function issueCounts(facts: ReleaseFacts): readonly IssueCount[] {
  const open = facts.testIssues.filter((issue) => issue.open !== false);
  const severities = new Set<number | null>([
    ...open.map((issue) => issue.severity),
    ...facts.issueThresholds.map((one) => one.severity),
  ]);
  const rows = [...severities].map((severity): IssueCount => {
    const issues = open.filter((issue) => issue.severity === severity);
    const thresholds = facts.issueThresholds.filter((one) => one.severity === severity && one.maximumOpen !== null);
    const maximums = thresholds.flatMap((one) => (one.maximumOpen === null ? [] : [one.maximumOpen]));
    return {
      severity,
      open: issues.length,
      maximum: maximums.length === 0 ? null : Math.max(...maximums),
      exceeded: thresholds.some((one) => openUnder(one, facts) > (one.maximumOpen ?? Number.POSITIVE_INFINITY)),
      sources: [...new Set(thresholds.flatMap((one) => (one.source ? [one.source] : [])))],
    };
  });
  return sortNaturally(rows, (row) => String(row.severity ?? 'z'));
}

/** Open issues that a threshold counts: those of its phase, or all where it names none. */
export function openUnder(threshold: IssueThreshold, facts: ReleaseFacts): number {
  return facts.testIssues.filter(
    (issue) =>
      issue.open !== false &&
      issue.severity === threshold.severity &&
      (threshold.phase === null || issue.phase === threshold.phase),
  ).length;
}
