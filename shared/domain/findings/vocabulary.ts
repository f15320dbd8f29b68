import { compareText } from '../foundation/naturalOrder.ts';
import type { Position } from '../records/committees.ts';
import type { SelfStatus } from '../records/criterion.ts';
import type { modificationStatuses } from '../records/modification.ts';
import type { Finding, Outcome } from './finding.ts';

/**
 * One vocabulary everywhere, in window, pack and terminal: word, sign and colour together, so that a status survives
 * black and white. The tone names the colour; each medium owns its shades.
 */
export type Tone = 'met' | 'notMet' | 'short' | 'cannotTell' | 'covered' | 'notDue';

export interface Status {
  readonly word: string;
  readonly sign: string;
  readonly tone: Tone;
}

export const outcomeStatus: Readonly<Record<Outcome, Status>> = {
  met: { word: 'Met', sign: '✓', tone: 'met' },
  notMet: { word: 'Not met', sign: '✕', tone: 'notMet' },
  covered: { word: 'Covered', sign: '◆', tone: 'covered' },
  notDue: { word: 'Not due', sign: '○', tone: 'notDue' },
  cannotTell: { word: 'Cannot tell', sign: '?', tone: 'cannotTell' },
  notApplicable: { word: 'Not applicable', sign: '–', tone: 'notDue' },
};

export const selfStatusStatus: Readonly<Record<SelfStatus, Status>> = {
  met: { word: 'Met', sign: '✓', tone: 'met' },
  notMet: { word: 'Not met', sign: '✕', tone: 'notMet' },
  inProgress: { word: 'In progress', sign: '◐', tone: 'notDue' },
  notSubmitted: { word: 'No evidence', sign: '–', tone: 'cannotTell' },
  notApplicable: { word: 'Not applicable', sign: '–', tone: 'notDue' },
};

export const modificationStatusStatus: Readonly<Record<(typeof modificationStatuses)[number], Status>> = {
  targeted: { word: 'Targeted', sign: '○', tone: 'notDue' },
  approved: { word: 'Approved', sign: '✓', tone: 'met' },
  rejected: { word: 'Rejected', sign: '✕', tone: 'notMet' },
  withdrawn: { word: 'Withdrawn', sign: '✕', tone: 'notMet' },
  delayed: { word: 'Delayed', sign: '▲', tone: 'short' },
  implemented: { word: 'Implemented', sign: '✓', tone: 'met' },
};

export const positionStatus: Readonly<Record<Position, Status>> = {
  supports: { word: 'Supports', sign: '✓', tone: 'met' },
  supportsWithConditions: { word: 'With conditions', sign: '▲', tone: 'short' },
  doesNotSupport: { word: 'Does not support', sign: '✕', tone: 'notMet' },
  noView: { word: 'No view', sign: '–', tone: 'notDue' },
  deferred: { word: 'Deferred', sign: '○', tone: 'notDue' },
};

/** A missed date reads by its shortfall (`▲ 2 days short`); a blocker and everything else by its outcome. */
export function findingStatus(finding: Finding): Status {
  const { outcome, slackDays, severity } = finding;
  if (outcome === 'notMet' && severity === 'blocker') return { word: 'Blocker', sign: '✕', tone: 'notMet' };
  if (outcome === 'notMet' && slackDays !== null && slackDays < 0) {
    const days = Math.abs(slackDays);
    return { word: `${days} ${days === 1 ? 'day' : 'days'} short`, sign: '▲', tone: 'short' };
  }
  if (outcome === 'notMet' && severity !== 'blocker') return { ...outcomeStatus.notMet, sign: '▲', tone: 'short' };
  return outcomeStatus[outcome];
}

const order: readonly Outcome[] = ['notMet', 'cannotTell', 'covered', 'notDue', 'met', 'notApplicable'];
const weight = { blocker: 0, warning: 1, advice: 2 } as const;

/** Exceptions before successes; within them by severity. Keeps the rulebook's order otherwise. */
export function exceptionsFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding) => order.indexOf(finding.outcome) * 3 + weight[finding.severity];
  return [...findings].sort((left, right) => rank(left) - rank(right));
}

const tones: readonly Tone[] = ['notMet', 'short', 'cannotTell', 'covered', 'notDue', 'met'];

/** What asks most of somebody first, what asks nothing last: what is met, and below it what does not apply or is past. */
function weightOf({ tone, sign }: Status): number {
  return sign === '–' && tone === 'notDue' ? tones.length : tones.indexOf(tone);
}

/** By weight, and of one weight by word. */
export function compareStatus(left: Status, right: Status): number {
  return weightOf(left) - weightOf(right) || compareText(left.word, right.word);
}
