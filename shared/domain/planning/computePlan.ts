import { formatDate, plusDays } from '../calendar/calendarDate.ts';
import { compareNatural, compareText } from '../foundation/naturalOrder.ts';
import type { Finding } from '../readiness/finding.ts';
import type { Snapshot } from '../readiness/snapshot.ts';
import { type RuleContext, ruleContextOf } from '../rulebook/context/ruleContext.ts';
import { evaluateRule } from '../rulebook/rule.ts';
import { rules } from '../rulebook/rules.ts';
import { countOf } from '../rulebook/words.ts';
import { evidenceItems, inputItems } from './inputPlan.ts';
import { type MeetingPlan, meetingPlanOf } from './meetingPlan.ts';
import type { Plan, PlanDraft, PlanItem } from './plan.ts';

/**
 * Back-planning: from go-live and the recorded meetings to the last useful day of everything still to do. Practice, not
 * a SEC rule, apart from the lead times it repeats.
 */
export function computePlan(snapshot: Snapshot): Plan {
  const context = ruleContextOf(snapshot);
  const meetings = meetingPlanOf(context);
  const drafts = [
    ...leadTimeItems(context),
    ...evidenceItems(context, meetings),
    ...inputItems(context, meetings),
    ...submissionItems(context, meetings),
  ];
  const items = drafts.map((draft) => itemOf(context, draft)).sort(byUrgency);
  return {
    release: snapshot.facts.release.name,
    asOf: snapshot.asOf,
    goLive: context.goLive.date,
    submitBy: meetings.submitBy ? context.practicalDay(meetings.submitBy) : null,
    calendar: context.workingDays.name,
    impossible: items.filter((item) => item.state === 'impossible').length,
    items,
  };
}

/** Lead times that are not done: what is not due yet, and what has passed without a date. */
function leadTimeItems(context: RuleContext): readonly PlanDraft[] {
  return rules
    .filter((rule) => rule.coverable)
    .flatMap((rule) => evaluateRule(rule, context, rule.severity).map((finding) => ({ rule, finding })))
    .filter(({ finding }) => isOpenLeadTime(finding))
    .map(({ rule, finding }) => ({
      kind: 'leadTime',
      subject: finding.subject,
      what: finding.subject === null ? rule.title : `${finding.subject}: ${rule.title}`,
      waitsFor: finding.waitsFor ?? 'SECAS',
      due: finding.due,
      restsOn: finding.restsOn,
    }));
}

function isOpenLeadTime(finding: Finding): boolean {
  return (
    finding.due !== null &&
    finding.actual === null &&
    (finding.outcome === 'notDue' || finding.outcome === 'cannotTell')
  );
}

function submissionItems(context: RuleContext, meetings: MeetingPlan): readonly PlanDraft[] {
  if (context.submission.finalOn !== null) return decisionItem(context, meetings);
  const submission: PlanDraft = {
    kind: 'submission',
    subject: meetings.cscMeeting ? `CSC ${meetings.cscMeeting}` : null,
    what: meetings.cscMeeting
      ? `Submission to the meeting of the CSC on ${formatDate(meetings.cscMeeting)}`
      : 'Submission to the CSC',
    waitsFor: 'SECAS',
    due: meetings.submitBy,
    restsOn: [context.releaseRecord],
  };
  return [submission, ...decisionItem(context, meetings)];
}

function decisionItem(context: RuleContext, meetings: MeetingPlan): readonly PlanDraft[] {
  if (context.submission.decision && !context.submission.askedAgain) return [];
  const goLive = context.goLive.date;
  const due = meetings.cscMeeting ?? context.submission.last?.meeting ?? (goLive ? plusDays(goLive, -1) : null);
  return [
    {
      kind: 'decision',
      subject: null,
      what: 'Go-Live decision of the CSC',
      waitsFor: 'CSC',
      due,
      restsOn: [context.releaseRecord],
    },
  ];
}

function itemOf(context: RuleContext, draft: PlanDraft): PlanItem {
  const { missed, ...rest } = draft;
  const lastUsefulDay = draft.due ? context.practicalDay(draft.due) : null;
  if (draft.due === null || lastUsefulDay === null) {
    const sentence = `${draft.what}: no date is recorded to plan back from; waits for ${draft.waitsFor}.`;
    return { ...rest, lastUsefulDay, workingDaysLeft: null, state: 'undated', sentence };
  }
  if (lastUsefulDay < context.asOf) {
    const why = missed ?? `the last useful day was ${formatDate(lastUsefulDay)}`;
    return {
      ...rest,
      lastUsefulDay,
      workingDaysLeft: 0,
      state: 'impossible',
      sentence: `${draft.what}: no longer possible in time; ${why}.`,
    };
  }
  const left = context.workingDaysTo(lastUsefulDay);
  const sentence = `${draft.what}: by ${formatDate(lastUsefulDay)}, ${countOf(left, 'working day')} left; waits for ${draft.waitsFor}.`;
  return { ...rest, lastUsefulDay, workingDaysLeft: left, state: 'open', sentence };
}

function byUrgency(left: PlanItem, right: PlanItem): number {
  return (
    compareText(left.lastUsefulDay ?? '9', right.lastUsefulDay ?? '9') ||
    compareText(left.waitsFor, right.waitsFor) ||
    compareNatural(left.subject ?? '', right.subject ?? '') ||
    compareText(left.what, right.what)
  );
}
