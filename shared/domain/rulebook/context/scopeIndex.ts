import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { isBlank } from '../../foundation/words.ts';
import { hasHappened } from '../../records/asOf.ts';
import { isModification } from '../../records/begun.ts';
import type { Impact, Modification } from '../../records/modification.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';

/** Which lead time a modification falls under (§4.3); *unknown* where its impacts do not tell. */
export type ScopeClass = 'systems' | 'documents' | 'unknown';

export interface ScopeIndex {
  /** In scope on the as-of date. */
  readonly modifications: readonly Modification[];
  /** Recorded to join the scope after the as-of date. */
  readonly planned: readonly Modification[];
  readonly classOf: (modification: Modification) => ScopeClass;
  /** `no modification is in scope yet`, or `any more`: for what cannot be judged while nothing is in scope. */
  readonly emptiness: string;
}

const fallen: readonly Modification['status'][] = ['rejected', 'withdrawn', 'delayed'];

/** Rejected, withdrawn or delayed: it falls out of scope (§4.3). */
export function hasFallen(modification: ScopeStanding): boolean {
  return fallen.includes(modification.status);
}

export function scopeIndexOf(facts: ReleaseFacts, asOf: CalendarDate): ScopeIndex {
  const named = facts.modifications.filter(isModification);
  const listed = named.filter((modification) => isInScope(modification, asOf));
  const someLeft = listed.length === 0 && named.some(isKnownToHaveLeft);
  return {
    modifications: listed.filter((modification) => !joinsLater(modification, asOf)),
    planned: listed.filter((modification) => joinsLater(modification, asOf)),
    classOf: scopeClassOf,
    emptiness: `no modification is in scope ${someLeft ? 'any more' : 'yet'}`,
  };
}

/** Whether it was in the scope on a day: it had joined, and neither left nor fallen out. */
export function wasInScope(modification: ScopeStanding, day: CalendarDate): boolean {
  return isInScope(modification, day) && !joinsLater(modification, day);
}

/** What of a modification says whether it is in a scope, and approved. */
export type ScopeStanding = Pick<
  Modification,
  'status' | 'approvedOn' | 'inScope' | 'addedToScopeOn' | 'removedFromScopeOn'
>;

export function joinsLater(modification: ScopeStanding, asOf: CalendarDate): boolean {
  const joined = joinedOn(modification);
  return joined !== null && joined > asOf;
}

/** Its own date of joining; without one it shares the decision that set the scope (`docs/formats.md`). */
export function joinedOn(modification: ScopeStanding): CalendarDate | null {
  return modification.addedToScopeOn;
}

/** Its removal has been recorded, and had happened by then. */
export function hasLeft(modification: ScopeStanding, asOf: CalendarDate): boolean {
  const removed = modification.removedFromScopeOn;
  if (removed === null) return modification.inScope === false;
  const cameBack =
    modification.inScope === true && modification.addedToScopeOn !== null && modification.addedToScopeOn > removed;
  return removed <= asOf && !cameBack;
}

/** Whether anything says that what is out of the scope was in it: what is only listed as out need never have been. */
export function isKnownToHaveLeft(modification: Modification): boolean {
  const { lateAddition, removedFromScopeOn, removalReason } = modification;
  const wasIn = joinedOn(modification) !== null || lateAddition !== null || removedFromScopeOn !== null;
  return wasIn || hasFallen(modification) || !isBlank(removalReason);
}

/** A status that was recorded with a later removal had not come about yet. */
export function fellOutBy(modification: ScopeStanding, asOf: CalendarDate): boolean {
  const removed = modification.removedFromScopeOn;
  return hasFallen(modification) && (removed === null || removed <= asOf || modification.inScope === true);
}

/** Unstated is in scope, except that a rejected, withdrawn or delayed one is presumed to have fallen out (§4.3). */
function isInScope(modification: ScopeStanding, asOf: CalendarDate): boolean {
  if (hasLeft(modification, asOf)) return false;
  return modification.inScope === true || !fellOutBy(modification, asOf);
}

export function scopeClassOf(modification: Modification): ScopeClass {
  if (modification.impacts === null) return 'unknown';
  if (modification.impacts.includes('dccSystems') || modification.impacts.includes('userSystems')) return 'systems';
  return isInternalOnly(modification) ? 'unknown' : 'documents';
}

/** Impacts of the DCC's own policy (§1) say nothing of DCC or User Systems, and are no documents either (§4.3). */
export function isInternalOnly({ impacts }: Pick<Modification, 'impacts'>): boolean {
  const named = (impact: Impact) => impacts?.includes(impact) === true;
  return (named('dccInternalSystems') || named('parseAndCorrelate')) && !named('dccSystems') && !named('userSystems');
}

/** Its status has no day of its own: it cannot have come about before the release went live, where that is recorded. */
export function isImplemented(
  { status }: ScopeStanding,
  { goLive }: Pick<ReleaseFacts['release'], 'goLive'>,
  asOf: CalendarDate,
): boolean {
  return status === 'implemented' && hasHappened(goLive.actualDate, asOf);
}

/**
 * Approved by then: an undated approval stands, a later one has not happened yet; null where the status is not stated. Of
 * one that fell out later the day of its approval alone tells.
 */
export function isApproved(modification: ScopeStanding, asOf: CalendarDate): boolean | null {
  const { status, approvedOn } = modification;
  if (approvedOn !== null && approvedOn > asOf) return false;
  if (status === 'approved' || status === 'implemented') return true;
  if (fellOutBy(modification, asOf)) return false;
  if (approvedOn !== null) return true;
  return status === null ? null : false;
}
