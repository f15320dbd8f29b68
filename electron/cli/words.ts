import { type CalendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { CriterionSufficiency } from '../../shared/domain/coverage/computeSufficiency.ts';
import type { Finding, Summary } from '../../shared/domain/findings/finding.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';

/** The sign of each outcome, the same in window, pack and terminal. */
const signs = { met: '✓', notMet: '✕', covered: '◆', notDue: '○', cannotTell: '?', notApplicable: '–' } as const;
const names = {
  met: 'met',
  notMet: 'not met',
  covered: 'covered',
  notDue: 'not due',
  cannotTell: 'cannot tell',
  notApplicable: 'not applicable',
} as const;

export function findingLine(finding: Finding): string {
  const clause = finding.clause ? ` ${finding.clause}` : '';
  const head = `${signs[finding.outcome]} ${names[finding.outcome].padEnd(14)}`;
  return `${head} ${finding.sentence}  [${finding.rule}, ${finding.basis}${clause}]`;
}

const sufficiencyWords = {
  sufficient: '✓ sufficient',
  insufficient: '✕ insufficient',
  cannotTell: '? cannot tell',
  missing: '– nothing handed in',
  nothingAsked: '○ asks for nothing in particular',
  notApplicable: '– not applicable',
} as const;

export function sufficiencyLines(one: CriterionSufficiency): readonly string[] {
  const gap = one.justifiedGap?.reason
    ? [`    justified by ${one.justifiedGap.by ?? 'nobody named'}: ${one.justifiedGap.reason}`]
    : [];
  return [
    `${one.criterion}  ${sufficiencyWords[one.state]} (practice)`,
    ...one.needs.map(needLine),
    ...(one.accepted.length > 0 ? [`    accepted: ${one.accepted.join(', ')}`] : []),
    ...(one.waiting.length > 0 ? [`    not accepted yet: ${one.waiting.join(', ')}`] : []),
    ...gap,
  ];
}

/** What is not recorded lacks nothing yet: whether it is there cannot be told. */
function needLine({ asks, state, lacks }: CriterionSufficiency['needs'][number]): string {
  if (state === 'satisfied') return `    ✓ ${asks}`;
  const why = lacks === null ? '' : `: ${state === 'unknown' ? 'cannot tell, for ' : 'lacks '}${lacks}`;
  return `    ${state === 'unknown' ? '?' : '✕'} ${asks}${why}`;
}

export function summaryLine(summary: Summary): string {
  return [
    countOf(summary.blockers, 'blocker'),
    countOf(summary.warnings, 'warning'),
    `${summary.advice} advice`,
    `${summary.cannotTell} cannot tell`,
  ].join(' · ');
}

export { countOf };

export function dateOrDash(date: CalendarDate | null): string {
  return date ? formatDate(date) : '–';
}
