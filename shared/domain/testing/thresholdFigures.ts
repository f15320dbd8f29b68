import { countOf, isBlank, quoted } from '../foundation/words.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import type { IssueThreshold } from '../records/testing.ts';
import { type IssueCell, issueCellsOf, plainPhase } from './issueCells.ts';

/** What a cited maximum is compared with, and what it may name. */
export interface IssueFigures {
  readonly cells: readonly IssueCell[];
  /** Phases that a test phase or an issue has. */
  readonly phases: ReadonlySet<string>;
  /** The last severity of the scale in use; null while no issue is recorded. */
  readonly lastSeverity: number | null;
  readonly criteria: ReadonlySet<string>;
}

/** How one cited maximum stands. */
export interface ThresholdFigure {
  readonly threshold: IssueThreshold;
  /** Issues that it counts and that are not stated to be closed. */
  readonly open: number;
  readonly verdict: 'within' | 'over' | 'cannotTell';
  /** Why nobody can tell: `names no severity`, `names the phase Regresion, which …`; null where one can. */
  readonly why: string | null;
  /** The field of the threshold that would settle it; null where the issues are to be completed. */
  readonly field: 'phase' | 'severity' | 'maximumOpen' | 'criterion' | null;
}

type Source = Pick<ReleaseFacts, 'testPhases' | 'issueThresholds' | 'criteria'>;

export function issueFiguresOf(facts: Source & Pick<ReleaseFacts, 'testIssues'>): IssueFigures {
  return figuresOfCells(issueCellsOf(facts.testIssues), facts);
}

/** The same from cells: the window has these, for a release may have a hundred thousand issues. */
export function figuresOfCells(cells: readonly IssueCell[], facts: Source): IssueFigures {
  const named = [...facts.testPhases.map((phase) => phase.name), ...cells.map((cell) => cell.phase)];
  return {
    cells,
    phases: new Set(named.map(plainPhase).filter((phase) => phase !== '')),
    lastSeverity: lastSeverityOf(cells, facts.issueThresholds),
    criteria: new Set(facts.criteria.map((criterion) => criterion.reference)),
  };
}

/**
 * That no issue has severity 1 is the good case, so a severity is unknown only beyond the scale in use: the issues'
 * last one, and every one after it for which a maximum is cited without a gap (1, 2, 3, 4 of a document).
 */
function lastSeverityOf(cells: readonly IssueCell[], thresholds: readonly IssueThreshold[]): number | null {
  const used = cells.flatMap((cell) => (cell.severity === null ? [] : [cell.severity]));
  if (used.length === 0) return null;
  const cited = new Set(thresholds.map((one) => one.severity));
  let last = used.reduce((most, severity) => Math.max(most, severity), 0);
  while (cited.has(last + 1)) last += 1;
  return last;
}

/** Judges one cited maximum: what names a phase, severity or criterion that nobody has counts nothing, and says so. */
export function figureOf(threshold: IssueThreshold, figures: IssueFigures): ThresholdFigure {
  const { severity, maximumOpen } = threshold;
  const phase = plainPhase(threshold.phase);
  const counted = figures.cells.filter((cell) => cell.severity === severity && counts(cell, phase));
  const open = counted.reduce((sum, cell) => sum + cell.open, 0);
  const base = { threshold, open };
  const lack = lackOf(threshold, figures);
  if (lack !== null) return { ...base, verdict: 'cannotTell', ...lack };
  const most = maximumOpen ?? 0;
  const unstated = counted.reduce((sum, cell) => sum + cell.unstated, 0);
  if (open - unstated > most) return { ...base, verdict: 'over', why: null, field: null };
  const perhaps = unstated + sumOf(figures.cells.filter((cell) => mayCount(cell, severity, phase)));
  if (open - unstated + perhaps <= most) return { ...base, verdict: 'within', why: null, field: null };
  const why = `${countOf(perhaps, 'issue')} of which the state, the severity or the phase is not stated`;
  return { ...base, verdict: 'cannotTell', why, field: null };
}

function counts(cell: IssueCell, phase: string): boolean {
  return phase === '' || plainPhase(cell.phase) === phase;
}

/** A blank severity or phase of an issue could be any. */
function mayCount(cell: IssueCell, severity: number | null, phase: string): boolean {
  const blankPhase = plainPhase(cell.phase) === '';
  if (cell.severity !== null && cell.severity !== severity) return false;
  if (phase !== '' && !blankPhase && plainPhase(cell.phase) !== phase) return false;
  return cell.severity === null || (phase !== '' && blankPhase);
}

function sumOf(cells: readonly IssueCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.open, 0);
}

function lackOf(
  { phase, severity, maximumOpen, criterion }: IssueThreshold,
  figures: IssueFigures,
): Pick<ThresholdFigure, 'why' | 'field'> | null {
  if (severity === null) return { why: 'names no severity', field: 'severity' };
  if (maximumOpen === null) return { why: 'names no number', field: 'maximumOpen' };
  if (!isBlank(phase) && !figures.phases.has(plainPhase(phase)))
    return { why: `names the phase ${quoted(phase ?? '')}, which no test phase and no issue has`, field: 'phase' };
  if (figures.lastSeverity !== null && severity > figures.lastSeverity)
    return { why: `names severity ${severity}, and no issue goes beyond ${figures.lastSeverity}`, field: 'severity' };
  if (!isBlank(criterion) && !figures.criteria.has((criterion ?? '').trim()))
    return { why: `names ${quoted(criterion ?? '')}, which is not among the criteria`, field: 'criterion' };
  return null;
}
