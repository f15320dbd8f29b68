import { formatDate } from '../calendar/calendarDate.ts';
import type { Finding } from '../findings/finding.ts';
import { compareNatural, compareText } from '../foundation/naturalOrder.ts';
import { countOf } from '../foundation/words.ts';
import { theBody } from '../records/bodies.ts';
import { type RuleContext, ruleContextOf } from '../rulebook/context/ruleContext.ts';
import { nextCscMeeting } from '../rulebook/decidingMeeting.ts';
import { dueInWords } from '../rulebook/judgeLeadTime.ts';
import { evaluateRule } from '../rulebook/rule.ts';
import { decisionRecorded } from '../rulebook/rules/decision.ts';
import { rules } from '../rulebook/rules.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { titleOf } from '../rulebook/titleOf.ts';
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
  // Once it is live there is nothing to plan back from: what was missed stands in the findings.
  const drafts =
    context.goLive.actualDate === null
      ? [
          ...leadTimeItems(context),
          ...evidenceItems(context, meetings),
          ...inputItems(context, meetings),
          ...submissionItems(context, meetings),
        ]
      : [];
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

/** Lead times that are not done: what is not due yet, and what has no date recorded although its day has passed. */
function leadTimeItems(context: RuleContext): readonly PlanDraft[] {
  return rules
    .filter((rule) => rule.coverable)
    .flatMap((rule) => evaluateRule(rule, context, rule.severity))
    .filter(isOpenLeadTime)
    .map((finding) => ({
      kind: 'leadTime',
      subject: finding.subject,
      what: finding.subject === null ? titleOf(finding) : `${finding.subject}: ${titleOf(finding)}`,
      waitsFor: finding.waitsFor ?? 'SECAS',
      due: finding.due,
      restsOn: finding.restsOn,
      ...(finding.outcome === 'cannotTell' ? { unrecorded: true } : {}),
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
  const { last, decision, askedAgain } = context.submission;
  // An undated one stands too, and before a decision there was one: their findings ask for what is not recorded.
  const wasMade = last !== null || decision !== null;
  if (wasMade && !askedAgain) return decisionItem(context, meetings);
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

/** The day of the decision is the one that the rule on it has. */
function decisionItem(context: RuleContext, meetings: MeetingPlan): readonly PlanDraft[] {
  if (context.submission.decision && !context.submission.askedAgain) return [];
  const [finding] = evaluateRule(decisionRecorded, context, decisionRecorded.severity);
  const due = finding?.due ?? meetings.cscMeeting;
  const another = nextCscMeeting(context);
  const again = another === null ? '' : `; it meets again on ${formatDate(another)}`;
  return [
    {
      kind: 'decision',
      subject: null,
      what: 'Go-Live decision of the CSC',
      waitsFor: 'CSC',
      due,
      restsOn: [context.releaseRecord],
      ...(due === null ? {} : { missed: `the CSC was to take it by ${formatDate(due)}${again}` }),
    },
  ];
}

function itemOf(context: RuleContext, draft: PlanDraft): PlanItem {
  const { missed, note, unrecorded, ...rest } = draft;
  const lastUsefulDay = draft.due && !unrecorded ? context.practicalDay(draft.due) : null;
  const waits = `waits for ${theBody(draft.waitsFor)}`;
  const waitsWithNote = note === undefined ? waits : `${note}; ${waits}`;
  if (draft.due === null || lastUsefulDay === null) {
    const why = draft.due
      ? `no date by the as-of date is recorded on which it was done; it was due ${formatDate(draft.due)}`
      : 'no date is recorded to plan back from';
    return {
      ...rest,
      lastUsefulDay,
      workingDaysLeft: null,
      state: 'undated',
      sentence: `${draft.what}: ${why}; ${waits}.`,
    };
  }
  if (draft.due < context.asOf) {
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
  if (left === 0) {
    const passed = `the last working day before it was ${formatDate(lastUsefulDay)}`;
    const sentence = `${draft.what}: ${dueInWords(context.asOf, draft.due)}; ${passed}; ${waitsWithNote}.`;
    return { ...rest, lastUsefulDay, workingDaysLeft: left, state: 'open', sentence };
  }
  const sentence = `${draft.what}: by ${formatDate(lastUsefulDay)}, ${countOf(left, 'working day')} left; ${waitsWithNote}.`;
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
