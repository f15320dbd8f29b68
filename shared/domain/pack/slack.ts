import { formatDays } from '../calendar/calendarDate.ts';
import type { Finding } from '../findings/finding.ts';

/** `20 days in hand`, `2 days short`, `on the day`; null where there is nothing to measure. */
export function slackWords(finding: Pick<Finding, 'slackDays' | 'outcome' | 'actual'>): string | null {
  const { slackDays, outcome } = finding;
  if (slackDays === null) return null;
  if (outcome === 'notDue' && finding.actual === null)
    return slackDays === 0 ? 'due today' : `due in ${formatDays(slackDays)}`;
  if (slackDays === 0) return 'on the day';
  return slackDays > 0 ? `${formatDays(slackDays)} in hand` : `${formatDays(slackDays)} short`;
}
