import { type CalendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Finding, Summary } from '../../shared/domain/readiness/finding.ts';

/** The sign of each outcome, the same in window, pack and terminal (`../shared/look/README.md`). */
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

export function summaryLine(summary: Summary): string {
  const part = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  return [
    part(summary.blockers, 'blocker', 'blockers'),
    part(summary.warnings, 'warning', 'warnings'),
    `${summary.advice} advice`,
    `${summary.cannotTell} cannot tell`,
  ].join(' · ');
}

export function dateOrDash(date: CalendarDate | null): string {
  return date ? formatDate(date) : '–';
}
