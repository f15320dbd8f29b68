import type { CalendarDate } from '../calendar/calendarDate.ts';
import { conditionSetOn } from '../records/conditionSource.ts';
import type { Condition } from '../records/conditions.ts';
import { goLiveFrom } from './context/goLiveInForce.ts';
import type { RuleContext } from './context/ruleContext.ts';
import { decisionOfCondition } from './decisionOfCondition.ts';

/**
 * The Go-Live that a condition counts from: of one in parts, what was still ahead on the day that set the condition; where
 * no such day is known, the first of them. Null: no date of it is recorded.
 */
export function goLiveOf(
  condition: Condition,
  { facts, asOf, goLive }: Pick<RuleContext, 'facts' | 'asOf' | 'goLive'>,
): CalendarDate | null {
  const setOn = conditionSetOn(condition, facts) ?? decisionOfCondition(condition, facts, asOf)?.on ?? null;
  return setOn === null ? goLive.date : goLiveFrom(setOn, goLive);
}
