import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from './ruleContext.ts';
import { isApproved, joinedOn, wasInScope } from './scopeIndex.ts';

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
