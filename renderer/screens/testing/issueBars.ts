import type { IssueBar } from '../../../shared/domain/charts/openIssues.ts';
import type { IssueThreshold } from '../../../shared/domain/records/testing.ts';
import type { OpenIssues } from '../../../shared/domain/testing/phaseGaps.ts';

/** A bar for each severity and, where maximums are cited by phase, for each phase of it. */
export function issueBars(thresholds: readonly IssueThreshold[], cells: readonly OpenIssues[]): readonly IssueBar[] {
  const openOf = (severity: number | null, phase: string | null) =>
    cells
      .filter((cell) => cell.severity === severity && (phase === null || cell.phase === phase))
      .reduce((sum, cell) => sum + cell.open, 0);
  const severities = [...new Set([...thresholds.map((one) => one.severity), ...cells.map((one) => one.severity)])].sort(
    (left, right) => (left ?? 99) - (right ?? 99),
  );
  return severities.flatMap((severity): IssueBar[] => {
    const name = severity === null ? 'No severity' : `Severity ${severity}`;
    const cited = thresholds.filter((one) => one.severity === severity);
    if (cited.length === 0) {
      const open = openOf(severity, null);
      return open > 0 ? [{ label: name, open, maximum: null }] : [];
    }
    return cited.map(({ phase, maximumOpen }) => ({
      label: phase ? `${name}, ${phase}` : name,
      open: openOf(severity, phase),
      maximum: maximumOpen,
    }));
  });
}
