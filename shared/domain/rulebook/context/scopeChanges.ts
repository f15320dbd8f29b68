import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf } from '../../findings/target.ts';
import { joinFew } from '../../foundation/words.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { Judgement } from '../rule.ts';
import type { RuleContext } from './ruleContext.ts';
import { hasFallen, isApproved, joinedOn, joinsLater, wasInScope } from './scopeIndex.ts';

/** A dated event that documents have to keep up with (§4.2, §6). */
export interface ScopeEvent {
  readonly on: CalendarDate;
  /** `MP150 joined the scope on 26 February 2021`. */
  readonly told: string;
  readonly record: string;
}

/** The latest change of scope by the as-of date: a modification joined or left. Setting the scope changes none of it. */
export function latestScopeChange(context: RuleContext): ScopeEvent | null {
  return latestOf(context.facts.modifications.flatMap((modification) => scopeEvents(context, modification)));
}

/** The latest approval or change of scope by the as-of date. */
export function latestApprovalOrScopeChange(context: RuleContext): ScopeEvent | null {
  const changes = context.facts.modifications.flatMap((modification) => scopeEvents(context, modification));
  return latestOf([...changes, ...approvalEvents(context)]);
}

/** The first approval for inclusion in this release by the as-of date: from then on there is a RID (§4.2). */
export function firstApproval(context: RuleContext): ScopeEvent | null {
  const [first, ...rest] = approvalEvents(context);
  return first ? rest.reduce((best, one) => (one.on < best.on ? one : best), first) : null;
}

/** Approvals of what was in the scope that day: of what had left, or had not joined yet, the RID takes nothing in. */
function approvalEvents(context: RuleContext): readonly ScopeEvent[] {
  return context.facts.modifications.flatMap((modification) => {
    const { approvedOn } = modification;
    if (approvedOn === null || isApproved(modification, context.asOf) !== true) return [];
    return wasInScope(modification, approvedOn) ? event(context, modification, approvedOn, 'was approved') : [];
  });
}

/** What happened on a day that nobody recorded: whether a document takes it in, its date cannot show. */
export interface UndatedEvent {
  readonly modification: Modification;
  /** The field that is to hold the day. */
  readonly field: 'approvedOn' | 'removedFromScopeOn' | 'lateAddition';
}

/** Changes of scope without a day: what left or fell out, and late additions of which neither decision nor joining has one. */
export function undatedScopeChanges(context: RuleContext): readonly UndatedEvent[] {
  return context.facts.modifications.flatMap((modification): readonly UndatedEvent[] => {
    if (!wasInScope(modification, context.asOf)) {
      // What is only listed as out of the scope need never have been in it.
      const left = hasFallen(modification) || joinedOn(modification) !== null || modification.lateAddition !== null;
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

/** `no day is recorded on which MP2 and MP3 were approved, nor on which MP4 left the scope`. */
export function undatedInWords(events: readonly UndatedEvent[]): string {
  return `no day is recorded on which ${clausesOf(events).join(', nor on which ')}`;
}

/** `Record the day on which MP2 was approved.`: what lets a judgement of them be made, and where. */
export function mendUndated(events: readonly [UndatedEvent, ...UndatedEvent[]]): Pick<Judgement, 'mend' | 'mendAt'> {
  const [{ modification, field }] = events;
  return {
    mend: `Record the day on which ${clausesOf(events).join(', and that on which ')}.`,
    mendAt: fieldOf('modification', modification, field),
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

function scopeEvents(context: RuleContext, modification: Modification): readonly ScopeEvent[] {
  const joined = joinedOn(modification);
  return [
    ...event(context, modification, joined, 'joined the scope'),
    // Without a day of its own it joined with the decision that added it.
    ...(joined === null ? event(context, modification, modification.lateAddition?.on ?? null, 'was added late') : []),
    ...event(context, modification, modification.removedFromScopeOn, 'left the scope'),
  ];
}

function event(
  context: RuleContext,
  modification: Modification,
  on: CalendarDate | null,
  what: string,
): readonly ScopeEvent[] {
  if (on === null || on > context.asOf) return [];
  const told = `${modificationKey(modification)} ${what} on ${formatDate(on)}`;
  return [{ on, told, record: recordName('modification', modification) }];
}

function latestOf(events: readonly ScopeEvent[]): ScopeEvent | null {
  return events.reduce<ScopeEvent | null>((best, one) => (best === null || one.on > best.on ? one : best), null);
}
