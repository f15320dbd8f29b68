import { type CalendarDate, daysBetween, formatDate, formatDays, plusDays } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../findings/target.ts';
import { saying } from '../../foundation/words.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { DatedPart } from '../context/goLiveInForce.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { fellOutBy, isApproved } from '../context/scopeIndex.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';
import { dateSetBy } from './scopeImplementationDate.ts';

export const scopeApproved: Rule = {
  id: 'scope.approved',
  area: 'scope',
  severity: 'warning',
  basis: 'guidance',
  clause: '§2, §4.3',
  title: 'Every modification approved before Go-Live',
  meaning:
    'A release implements approved modifications. They may enter the scope before their approval, so until Go-Live a missing approval is not due; in a final pack, and from the Go-Live date on, it is not met.',
  formula:
    'approval date is before the Go-Live date (the actual one, once it is live), or before that of the dated part whose date is the implementation date',
  example: 'MP077 is targeted, Go-Live is in 120 days: not due. In the final pack it would read not met.',
  coverable: false,
  withoutSubjects: 'No modification in scope awaits approval.',
  evaluate: (context) => awaitingApproval(context).map((modification) => judgeApproval(context, modification)),
};

/** What fell out is judged by `scope.fallen-out` alone (§4.3). */
function awaitingApproval(context: RuleContext): readonly Modification[] {
  return context.scope.modifications.filter((modification) => !fellOutBy(modification, context.asOf));
}

function judgeApproval(context: RuleContext, modification: Modification): Judgement {
  const key = modificationKey(modification);
  const own = partOf(context, modification);
  const goLive = own?.date ?? context.goLive.actualDate ?? context.goLive.date;
  const due = goLive ? plusDays(goLive, -1) : null;
  const base = {
    subject: key,
    due,
    restsOn: [recordName('modification', modification)],
    waitsFor: 'SECAS',
    mend: `Record the approval of ${key}, or take it out of scope.`,
    mendAt: fieldOf('modification', modification, 'status'),
  };
  const approved = isApproved(modification, context.asOf);
  if (approved === null) {
    const sentence = `${key}: cannot tell whether it is approved: its status is not stated (§2).`;
    return { ...base, outcome: 'cannotTell', sentence, mend: `State the status of ${key}.` };
  }
  if (approved) return { ...base, ...judgeApprovedOn(key, modification.approvedOn, due, own) };
  return { ...base, ...judgeMissing(context, key, due) };
}

/** The dated part that it goes live with, where that is a later one than what went live first. */
function partOf(context: RuleContext, modification: Modification): DatedPart | null {
  const { goLive } = context;
  const on = dateSetBy(context, modification);
  const first = goLive.actualDate ?? goLive.date;
  if (on === null || first === null || on <= first) return null;
  return goLive.parts.find((part) => part.date === on) ?? null;
}

function judgeApprovedOn(
  key: string,
  on: CalendarDate | null,
  due: CalendarDate | null,
  own: DatedPart | null,
): Judgement {
  if (on === null) return { outcome: 'met', sentence: `${key}: approved (§2); the day is not recorded.` };
  const slackDays = due ? daysBetween(on, due) : null;
  const dated = { actual: on, slackDays };
  const goLive = own ? `Go-Live of its part, ${saying(own.what)}, on ${formatDate(own.date)}` : 'Go-Live';
  if (slackDays !== null && slackDays < 0) {
    const sentence = `${key}: approved on ${formatDate(on)}, not before ${goLive} (§2).`;
    return {
      ...dated,
      outcome: 'notMet',
      sentence,
      mend: `Correct the day of its approval, or state that ${key} is not live with this release.`,
    };
  }
  return { ...dated, outcome: 'met', sentence: `${key}: approved on ${formatDate(on)}, before ${goLive} (§2).` };
}

function judgeMissing(context: RuleContext, key: string, due: CalendarDate | null): Judgement {
  if (context.final) return { outcome: 'notMet', sentence: `${key}: not approved, and this is the final pack (§2).` };
  if (due === null) {
    return {
      outcome: 'cannotTell',
      sentence: `${key}: cannot tell when its approval is due: it is not approved yet, and no Go-Live date is recorded (§2).`,
      mend: 'Record the Go-Live date, or choose the slot of the release.',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  const slackDays = daysBetween(context.asOf, due);
  if (slackDays < 0) {
    const sentence = `${key}: not approved; it was due before Go-Live, by ${formatDate(due)} (§2).`;
    return { outcome: 'notMet', slackDays, sentence };
  }
  const sentence = `${key}: not approved yet; ${dueInWords(context.asOf, due)} (§2).`;
  return { outcome: 'notDue', slackDays, sentence };
}

export const scopeLatestApproval: Rule = {
  id: 'scope.latest-approval',
  area: 'scope',
  severity: 'warning',
  basis: 'practice',
  clause: '§4.3',
  title: 'Approved by the latest day planned for it',
  meaning:
    'A modification may enter the scope before its approval, as long as there would be enough time to implement it following a later approval date (§4.3). The latest day that leaves that time is a plan of your own, not a SEC date; an approval, a revised day or the removal clears it.',
  formula: 'approved, or the as-of date is not after the latest day planned for the approval',
  example: 'MP077 was to be approved by 30 April 2026 and is not on 1 May: not met.',
  coverable: false,
  withoutSubjects: 'No modification in scope has a latest day planned for its approval.',
  evaluate: (context) =>
    awaitingApproval(context).flatMap((one) =>
      one.latestApprovalOn === null ? [] : [judgeLatest(context, one, one.latestApprovalOn)],
    ),
};

function judgeLatest(context: RuleContext, modification: Modification, latest: CalendarDate): Judgement {
  const key = modificationKey(modification);
  const { approvedOn } = modification;
  const day = `the latest day planned for it, ${formatDate(latest)}`;
  const base = {
    subject: key,
    due: latest,
    restsOn: [recordName('modification', modification)],
    waitsFor: 'SECAS',
    mend: `Record the approval of ${key}, revise its latest day, or take it out of scope.`,
    mendAt: fieldOf('modification', modification, 'latestApprovalOn'),
  };
  const approved = isApproved(modification, context.asOf);
  if (approved) {
    if (approvedOn === null) return { ...base, outcome: 'met', sentence: `${key}: approved; the day is not recorded.` };
    const side = approvedOn > latest ? 'after' : approvedOn === latest ? 'on' : 'before';
    const dated = { actual: approvedOn, slackDays: daysBetween(approvedOn, latest) };
    return {
      ...base,
      ...dated,
      outcome: 'met',
      sentence: `${key}: approved on ${formatDate(approvedOn)}, ${side} ${day}.`,
    };
  }
  if (context.asOf <= latest) {
    const slackDays = daysBetween(context.asOf, latest);
    const sentence = `${key}: not approved yet; planned at the latest, ${dueInWords(context.asOf, latest)} (practice).`;
    return { ...base, outcome: 'notDue', slackDays, sentence };
  }
  const passed = `${day}, passed ${formatDays(daysBetween(latest, context.asOf))} ago`;
  if (approved === null) {
    const sentence = `${key}: cannot tell whether it is approved: its status is not stated, and ${passed} (practice).`;
    return { ...base, outcome: 'cannotTell', sentence, mend: `State the status of ${key}.` };
  }
  const sentence = `${key}: not approved, and ${passed} (practice; §4.3 asks for enough time to implement it).`;
  return { ...base, outcome: 'notMet', sentence };
}
