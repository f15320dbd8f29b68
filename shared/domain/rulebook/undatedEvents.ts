import type { CalendarDate } from '../calendar/calendarDate.ts';
import { capitalise, joinFew } from '../foundation/words.ts';
import type { Modification } from '../records/modification.ts';
import { modificationKey, recordName } from '../records/recordKinds.ts';
import type { RuleContext } from './context/ruleContext.ts';
import { isApproved, isKnownToHaveLeft, joinedOn, joinsLater, wasInScope } from './context/scopeIndex.ts';
import type { Judgement } from './rule.ts';

/** What happened on a day that nobody recorded: whether a document takes it in, its date cannot show. */
interface UndatedEvent {
  readonly modification: Modification;
  /** The field that is to hold the day. */
  readonly field: 'approvedOn' | 'removedFromScopeOn' | 'lateAddition';
}

/** Changes of scope without a day: what left or fell out, and late additions of which neither decision nor joining has one. */
export function undatedScopeChanges(context: RuleContext): readonly UndatedEvent[] {
  return context.facts.modifications.flatMap((modification): readonly UndatedEvent[] => {
    if (!wasInScope(modification, context.asOf)) {
      const left = isKnownToHaveLeft(modification);
      const isUndated = modification.removedFromScopeOn === null && !joinsLater(modification, context.asOf);
      return left && isUndated ? [{ modification, field: 'removedFromScopeOn' }] : [];
    }
    const { lateAddition } = modification;
    const isAdded = joinedOn(modification) === null && lateAddition !== null && lateAddition.on === null;
    return isAdded ? [{ modification, field: 'lateAddition' }] : [];
  });
}

/** Approvals without a day, of what is in the scope. */
export function undatedApprovals(context: RuleContext): readonly UndatedEvent[] {
  return context.scope.modifications.flatMap((modification): readonly UndatedEvent[] =>
    modification.approvedOn === null && isApproved(modification, context.asOf) === true
      ? [{ modification, field: 'approvedOn' }]
      : [],
  );
}

/** A document, and the day it dates from, which cannot show whether it takes in what has no day. */
interface Document {
  /** `RID version 1.0 of 1 July 2025`: as it stands in a sentence. */
  readonly name: string;
  readonly on: CalendarDate | null;
  readonly cited: string;
  readonly restsOn: readonly string[];
}

/**
 * Nothing that has a day came after the document, and what has none is named, for it may have: `The RID is current as far as
 * days are recorded: none is recorded on which MP2 was approved, nor on which MP4 left the scope.`
 */
export function judgeUndated(events: readonly [UndatedEvent, ...UndatedEvent[]], document: Document): Judgement {
  return {
    outcome: 'met',
    actual: document.on,
    restsOn: document.restsOn.concat(events.map((event) => recordName('modification', event.modification))),
    sentence: `${capitalise(document.name)} is current as far as days are recorded: none is recorded on which ${clausesOf(events).join(', nor on which ')} (${document.cited}).`,
  };
}

function clausesOf(events: readonly UndatedEvent[]): readonly string[] {
  const clause = (field: UndatedEvent['field'], one: string, many: string) => {
    const keys = events.flatMap((event) => (event.field === field ? [modificationKey(event.modification)] : []));
    return keys.length === 0 ? [] : [`${joinFew(keys)} ${keys.length === 1 ? one : many}`];
  };
  return [
    ...clause('approvedOn', 'was approved', 'were approved'),
    ...clause('lateAddition', 'was added late', 'were added late'),
    ...clause('removedFromScopeOn', 'left the scope', 'left the scope'),
  ];
}
