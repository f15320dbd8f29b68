import { type CalendarDate, daysBetween, formatDate, formatDays } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../findings/target.ts';
import { isBlank, uncapitalise } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { Decision } from '../../records/committees.ts';
import { dueDayOf } from '../../records/conditionDue.ts';
import { isFromElsewhere } from '../../records/conditionSource.ts';
import type { Condition } from '../../records/conditions.ts';
import { keyOf, recordName } from '../../records/recordKinds.ts';
import { goLiveOf } from '../conditionGoLive.ts';
import { originElsewhere } from '../conditionOrigin.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { decisionOfCondition } from '../decisionOfCondition.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';
import { conditionInWords } from './conditionsComplete.ts';

export const conditionsOverdue: Rule = {
  id: 'conditions.overdue',
  area: 'conditions',
  severity: 'blocker',
  basis: 'practice',
  clause: null,
  title: 'Conditions are discharged by their day',
  meaning:
    'A condition that is past its day and not discharged holds up the packs of its own release that follow, and warns in a release that it was carried into (its source names another release). The day counts from the actual Go-Live where that is recorded, else from the date in force, and of a Go-Live in parts from the first that was still ahead when the condition was set; a condition without a due date is judged by the rule on complete conditions. Good practice, not a SEC rule.',
  formula: 'as-of date is not after the day the condition is due, or the condition is discharged',
  example:
    'A condition of the CSC due 30 days after the Go-Live of 25 June 2026, not discharged on 30 July: 5 days late, not met.',
  coverable: false,
  withoutSubjects: 'No condition with a due date is recorded.',
  evaluate: (context) => context.facts.conditions.flatMap((condition) => judge(context, condition)),
};

function judge(context: RuleContext, condition: Condition): readonly Judgement[] {
  const { due } = condition;
  const isDated = due !== null && (due.on !== null || due.daysFromGoLive !== null || due.when !== null);
  if (condition.dischargedOn === null && !isDated) return [];
  const base = {
    subject: keyOf('condition', condition),
    severity: isCarried(context, condition) ? ('warning' as const) : ('blocker' as const),
    restsOn: [recordName('condition', condition), ...decisionRecords(context, condition)],
    waitsFor: isBlank(condition.owner) ? 'SECAS' : (condition.owner ?? '').trim(),
    mendAt: fieldOf('condition', condition, 'dischargedOn'),
  };
  const name = `${conditionInWords(condition)}${originOf(context, condition)}`;
  const goLive = goLiveOf(condition, context);
  const on = dueDayOf(condition.due, goLive);
  if (condition.dischargedOn !== null) {
    const by = isBlank(condition.dischargedBy) ? '' : ` by ${theBody((condition.dischargedBy ?? '').trim())}`;
    const sentence = `${name} was discharged on ${formatDate(condition.dischargedOn)}${by} (practice).`;
    return [{ ...base, due: on, actual: condition.dischargedOn, outcome: 'met', sentence }];
  }
  if (on === null) {
    return [
      {
        ...base,
        outcome: 'cannotTell',
        sentence: `Cannot tell whether ${uncapitalise(name)} is overdue: it counts from the Go-Live, of which no date is recorded (practice).`,
        mend: 'Record the Go-Live date, or a day of its own for the condition.',
        waitsFor: 'SECAS',
        mendAt: fieldOfRelease('goLive.approvedDate'),
      },
    ];
  }
  const slackDays = daysBetween(context.asOf, on);
  if (slackDays >= 0) {
    const sentence = `${name} is open, ${dueInWords(context.asOf, on)} (practice).`;
    return [{ ...base, due: on, slackDays, outcome: 'notDue', sentence, mend: dischargeIt }];
  }
  const owner = isBlank(condition.owner)
    ? 'nobody is named as its owner'
    : `its owner is ${theBody((condition.owner ?? '').trim())}`;
  const sentence = `${name} was due ${formatDate(on)}, is ${formatDays(slackDays)} late and not discharged; ${owner}${countedFrom(context, condition, goLive)} (practice).`;
  return [{ ...base, due: on, slackDays, outcome: 'notMet', sentence, mend: dischargeIt, waitsUntil: on }];
}

/** `; its day counts from the Go-Live planned for 25 June 2026`, where nobody recorded that it came. */
function countedFrom({ goLive, asOf }: RuleContext, { due }: Condition, planned: CalendarDate | null): string {
  if (due === null || due.on !== null || goLive.actualDate !== null || planned === null || planned >= asOf) return '';
  return `; its day counts from the Go-Live planned for ${formatDate(planned)}, which nobody recorded as live`;
}

const dischargeIt = 'Discharge the condition, and record the day, by whom, and its proof.';

/** This release answers for what another one's decision set, but did not promise it. */
function isCarried(context: RuleContext, condition: Condition): boolean {
  return isFromElsewhere(condition, context.facts.release.name);
}

/** ` of the CSC's decision of 29 April 2026 on the June 2026 SEC Release`: the body and decision that set it. */
function originOf(context: RuleContext, condition: Condition): string {
  const elsewhere = originElsewhere(condition, context.facts.release.name);
  if (elsewhere !== null) return ` ${elsewhere}`;
  const decision = setBy(context, condition);
  if (decision === null) return '';
  const body = isBlank(decision.body) ? 'CSC' : (decision.body ?? '');
  return ` of ${theBody(body)}'s decision${decision.on ? ` of ${formatDate(decision.on)}` : ''}`;
}

function setBy(context: RuleContext, condition: Condition): Decision | null {
  return decisionOfCondition(condition, context.facts, context.asOf);
}

function decisionRecords(context: RuleContext, condition: Condition): readonly string[] {
  const decision = setBy(context, condition);
  return decision === null ? [] : [recordName('decision', decision)];
}
