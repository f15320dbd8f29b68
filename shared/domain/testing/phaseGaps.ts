import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { checkCounts } from '../importing/rowChecks.ts';
import { knownToDiffer } from '../records/acceptance.ts';
import { currentEvidence } from '../records/evidence.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import type { TestPhase } from '../records/testing.ts';
import { type IssueCell, plainPhase, sumOpen } from './issueCells.ts';

/**
 * What is missing for one test phase, a sentence each, most basic first. Good practice: the guidance asks that the TAD
 * sets out testing and that the criteria are shown to be met (§5.1, §5.3), not how a phase is recorded.
 */
export function phaseGaps(
  phase: TestPhase,
  facts: Pick<ReleaseFacts, 'evidence' | 'issueThresholds'>,
  issues: readonly IssueCell[],
  asOf: CalendarDate,
): readonly string[] {
  return [
    ...dateGaps(phase, asOf),
    ...countGaps(phase),
    ...reportGaps(phase, facts, asOf),
    ...issueGaps(phase, facts, issues),
  ];
}

function dateGaps(phase: TestPhase, asOf: CalendarDate): readonly string[] {
  const { plannedStart, plannedEnd, actualStart, actualEnd } = phase;
  return [
    ...(plannedStart === null || plannedEnd === null ? ['The planned dates are not recorded.'] : []),
    ...(actualStart === null && actualEnd !== null ? ['It ended, and its start is not recorded.'] : []),
    ...(actualStart === null && actualEnd === null && plannedStart !== null && plannedStart < asOf
      ? [`It was to start on ${formatDate(plannedStart)}, and no start is recorded.`]
      : []),
    ...(actualStart !== null && actualEnd === null && plannedEnd !== null && plannedEnd < asOf
      ? [`It was to end on ${formatDate(plannedEnd)}, and no end is recorded.`]
      : []),
    ...(actualStart !== null && actualEnd !== null && actualEnd < actualStart ? ['It ends before it starts.'] : []),
  ];
}

function countGaps(phase: TestPhase): readonly string[] {
  const { planned, run, passed, failed, notRun } = phase;
  const gaps: string[] = [];
  if (phase.actualStart !== null && planned === null && run === null) gaps.push('No test count is recorded.');
  if (run !== null && passed !== null && failed !== null && passed + failed !== run)
    gaps.push(`${passed} passed and ${failed} failed are not the ${run} that were run.`);
  if (planned !== null && run !== null && notRun !== null && run + notRun !== planned)
    gaps.push(`${run} run and ${notRun} not run are not the ${planned} planned.`);
  if (planned !== null && run !== null && notRun === null && run > planned)
    gaps.push(`${run} were run of ${planned} planned.`);
  // Counts of which one is missing may contradict each other all the same.
  return gaps.length > 0 ? gaps : checkCounts(phase).map(({ why }) => `${why}.`);
}

function reportGaps(
  phase: TestPhase,
  { evidence }: Pick<ReleaseFacts, 'evidence'>,
  asOf: CalendarDate,
): readonly string[] {
  const isOver = phase.actualEnd !== null && phase.actualEnd <= asOf;
  if (phase.exitReport === null) return isOver ? ['It is over, and no exit report is named.'] : [];
  const reference = phase.exitReport.replace(/@\d+$/, '');
  const report = currentEvidence(evidence).find((item) => item.reference === reference);
  if (!report) return [`Its exit report ${phase.exitReport} is not among the current evidence.`];
  return report.status === 'accepted' && knownToDiffer(report).length === 0
    ? []
    : [`Its exit report ${reference} is not accepted yet.`];
}

function issueGaps(
  phase: TestPhase,
  { issueThresholds }: Pick<ReleaseFacts, 'issueThresholds'>,
  issues: readonly IssueCell[],
): readonly string[] {
  const name = plainPhase(phase.name);
  const open = issues.filter((cell) => plainPhase(cell.phase) === name && cell.open > 0);
  const total = sumOpen(open);
  const severities = [...new Set(open.flatMap(({ severity }) => severity ?? []))];
  const over = severities.flatMap((severity) => {
    // What nobody says is open may be closed: only what is surely open passes a maximum.
    const surely = open.reduce((sum, cell) => sum + (cell.severity === severity ? cell.open - cell.unstated : 0), 0);
    const cited = issueThresholds.filter(
      (one) => one.severity === severity && ['', name].includes(plainPhase(one.phase)),
    );
    const maximum = Math.min(...cited.map((one) => one.maximumOpen ?? Number.POSITIVE_INFINITY));
    return surely > maximum ? [`${surely} open at severity ${severity}, and the maximum is ${maximum}.`] : [];
  });
  const needsPlan = total > 0 && phase.actualEnd !== null && !phase.workOffPlan;
  return [
    ...over,
    ...(needsPlan
      ? [`${total} ${total === 1 ? 'issue is' : 'issues are'} open, and no work-off plan is recorded.`]
      : []),
  ];
}
