import type { CalendarDate } from '../calendar/calendarDate.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { hasHappened } from './asOf.ts';
import { conditionSetOn } from './conditionSource.ts';
import type { Condition } from './conditions.ts';
import type { ReleaseFacts } from './releaseFacts.ts';

export interface NumberedCondition {
  /** From 1. */
  readonly number: number;
  readonly condition: Condition;
}

/**
 * Conditions are cited by number ("subject to conditions 1 and 2"): window, pack, tables and records count them here and
 * nowhere else, in the order in which they were recorded, which is that of their ids (UUIDv7 count up with time).
 * Without ids, in the order given.
 */
export function numberedConditions(facts: Pick<ReleaseFacts, 'conditions'>): readonly NumberedCondition[] {
  const { conditions } = facts;
  const dated = conditions.every((one) => one.id !== undefined);
  const inOrder = dated
    ? [...conditions].sort((left, right) => compareText(left.id ?? '', right.id ?? ''))
    : conditions;
  return inOrder.map((condition, index) => ({ number: index + 1, condition }));
}

type Facts = Pick<ReleaseFacts, 'release' | 'conditions' | 'views'>;

/** Whether the decision or the answer that sets it had come by that day; one of which no day is recorded stands. */
export function isSetBy(condition: Condition, facts: Omit<Facts, 'conditions'>, asOf: CalendarDate): boolean {
  return hasHappened(conditionSetOn(condition, facts), asOf);
}

/** The conditions under their numbers: those that stand by a day, and those that a decision or an answer of a later day sets. */
export function conditionsBy(
  facts: Facts,
  asOf: CalendarDate,
): { readonly set: readonly NumberedCondition[]; readonly notYetSet: readonly NumberedCondition[] } {
  const numbered = numberedConditions(facts);
  const isSet = ({ condition }: NumberedCondition) => isSetBy(condition, facts, asOf);
  return { set: numbered.filter(isSet), notYetSet: numbered.filter((one) => !isSet(one)) };
}
