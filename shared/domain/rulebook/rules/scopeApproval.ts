import { type CalendarDate, daysBetween, formatDate, formatDays, plusDays } from '../../calendar/calendarDate.ts';
import { fieldOf } from '../../readiness/target.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { hasFallen, isApproved } from '../context/scopeIndex.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';

export const scopeApproved: Rule = {
  id: 'scope.approved',
  severity: 'warning',
  basis: 'guidance',
  clause: '§2, §4.2',
  title: 'Every modification approved before Go-Live',
  meaning:
    'A release implements approved modifications. They may enter the scope before their approval, so until go-live a missing approval is not due; in a final pack, and from the go-live date on, it is not met.',
  formula: 'approval date is before the approved go-live date',
  example: 'MP077 is targeted, go-live is in 120 days: not due. In the final pack it would read not met.',
  coverable: false,
  withoutSubjects: 'No modification in scope awaits approval.',
  evaluate: (context) =>
    context.scope.modifications
      .filter((modification) => !hasFallen(modification))
      .map((modification) => judgeApproval(context, modification)),
};

function judgeApproval(context: RuleContext, modification: Modification): Judgement {
  const key = modificationKey(modification);
  const goLive = context.goLive.date;
  const due = goLive ? plusDays(goLive, -1) : null;
  const base = {
    subject: key,
    due,
    restsOn: [recordName('modification', modification)],
    waitsFor: 'SECAS',
    waitsUntil: modification.latestApprovalOn ?? due,
    mend: `Record the approval of ${key}, or take it out of scope.`,
    mendAt: fieldOf('modification', modification, 'status'),
  };
  const approved = isApproved(modification, context.asOf);
  if (approved === null) {
    const sentence = `${key}: its status is not stated, so nobody can tell whether it is approved (§4.2).`;
    return { ...base, outcome: 'cannotTell', sentence };
  }
  if (approved) return { ...base, ...judgeApprovedOn(key, modification.approvedOn, due) };
  return { ...base, ...judgeMissing(context, modification, key, due) };
}

function judgeApprovedOn(key: string, on: CalendarDate | null, due: CalendarDate | null): Judgement {
  if (on === null) return { outcome: 'met', sentence: `${key}: approved (§4.2); the day is not recorded.` };
  const slackDays = due ? daysBetween(on, due) : null;
  const dated = { actual: on, slackDays };
  if (slackDays !== null && slackDays < 0) {
    const sentence = `${key}: approved on ${formatDate(on)}, not before go-live (§2).`;
    return {
      ...dated,
      outcome: 'notMet',
      sentence,
      mend: `Move ${key} to a later release, or the go-live to a later date.`,
    };
  }
  return { ...dated, outcome: 'met', sentence: `${key}: approved on ${formatDate(on)}, before go-live (§4.2).` };
}

function judgeMissing(
  context: RuleContext,
  modification: Modification,
  key: string,
  due: CalendarDate | null,
): Judgement {
  if (context.final) return { outcome: 'notMet', sentence: `${key}: not approved, and this is the final pack (§2).` };
  if (due === null) {
    return {
      outcome: 'notDue',
      sentence: `${key}: not approved yet; it is due before go-live, for which no date is recorded (§2).`,
    };
  }
  const slackDays = daysBetween(context.asOf, due);
  if (slackDays < 0) {
    const sentence = `${key}: not approved; it was due before go-live, by ${formatDate(due)} (§2).`;
    return { outcome: 'notMet', slackDays, sentence };
  }
  const latest = modification.latestApprovalOn;
  const passed =
    latest !== null && latest < context.asOf
      ? `; the latest day for its approval, ${formatDate(latest)}, passed ${formatDays(daysBetween(latest, context.asOf))} ago`
      : '';
  const sentence = `${key}: not approved yet; ${dueInWords(context.asOf, due)}${passed} (§2).`;
  return { outcome: 'notDue', slackDays, sentence };
}
