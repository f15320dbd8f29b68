import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import type { Timeline, TimelineEvent } from '../charts/timeline.ts';
import type { Finding } from '../findings/finding.ts';
import { findingStatus } from '../findings/vocabulary.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { slackWords } from './slack.ts';

/** The four minimums of the guidance under the short names that the drawing has room for (§4.3, §5.1). */
export const leadTimeNames: Readonly<Record<string, { readonly short: string; readonly minimum: string }>> = {
  'scope.system-12-months': { short: 'Systems’ scope set', minimum: 'systems’ scope' },
  'scope.documents-6-months': { short: 'Full scope set', minimum: 'full scope' },
  'tad.to-tag-9-months': { short: 'TAD to TAG', minimum: 'TAD to TAG' },
  'tad.published-6-months': { short: 'TAD published', minimum: 'TAD published' },
};

/** What the drawing is made from; the pack's context is one, and so is what the window holds. */
export interface TimelineSource {
  readonly facts: Pick<ReleaseFacts, 'meetings'>;
  readonly asOf: CalendarDate;
  readonly rules: { readonly goLive: { readonly date: CalendarDate | null } };
  readonly findingsOf: (rule: string) => readonly Finding[];
}

export function leadTimeFindings(context: Pick<TimelineSource, 'findingsOf'>): readonly Finding[] {
  return Object.keys(leadTimeNames).flatMap((rule) => context.findingsOf(rule));
}

/** Minimums against what happened, with meetings and the go-live, from findings and facts only. */
export function timelineOf(context: TimelineSource): Timeline {
  const judged = leadTimeFindings(context).filter((finding) => finding.subject === null);
  const minimums = new Map<string, string[]>();
  for (const finding of judged) {
    if (finding.due === null) continue;
    minimums.set(finding.due, [
      ...(minimums.get(finding.due) ?? []),
      leadTimeNames[finding.rule]?.minimum ?? finding.rule,
    ]);
  }
  const happened = judged.flatMap((finding): readonly TimelineEvent[] => {
    if (finding.actual === null) return [];
    const label = `${leadTimeNames[finding.rule]?.short ?? finding.rule} ${formatDate(finding.actual)}`;
    return [{ on: finding.actual, label, tone: findingStatus(finding).tone, remark: slackWords(finding) }];
  });
  const meetings = context.facts.meetings.flatMap((meeting): readonly TimelineEvent[] => {
    if (meeting.on === null || meeting.body === null || meeting.on < context.asOf) return [];
    return [{ on: meeting.on, label: `${meeting.body} ${formatDate(meeting.on)}`, tone: 'notDue', remark: null }];
  });
  const { date } = context.rules.goLive;
  const goLive: readonly TimelineEvent[] = date
    ? [{ on: date, label: `Go-Live ${formatDate(date)}`, tone: 'notDue', remark: null }]
    : [];
  return {
    minimums: [...minimums].map(([on, names]) => ({
      on: on as Timeline['asOf'],
      label: `${names.join(', ')} by ${formatDate(on as Timeline['asOf'])}`,
    })),
    events: [...happened, ...meetings.slice(0, 6), ...goLive],
    asOf: context.asOf,
    goLive: date,
  };
}
