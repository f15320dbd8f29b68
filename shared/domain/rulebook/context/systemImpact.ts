import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { countOf, joinFew } from '../../foundation/words.ts';
import { isTadVersion } from '../../records/begun.ts';
import { type TadVersion, tadDates } from '../../records/documents.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { isInternalOnly, type ScopeIndex } from './scopeIndex.ts';

/** A yes, a no, or that it cannot be told; with the reason as a clause of a sentence. */
export interface Judged {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly why: string;
}

/**
 * Whether the release impacts the DCC Systems: by a modification's impacts or as stated for the whole (§2). That the two
 * contradict each other is said with it, for one of them is wrong.
 */
export function dccImpactOf(facts: ReleaseFacts, scope: ScopeIndex): Judged {
  const impacting = scope.modifications.filter((modification) => modification.impacts?.includes('dccSystems'));
  const stated = facts.release.impactsDccSystems;
  if (impacting.length > 0) {
    const verb = impacting.length === 1 ? 'impacts' : 'impact';
    const against = stated === false ? ', while the release as a whole is stated not to' : '';
    return { answer: 'yes', why: `${joinFew(impacting.map(modificationKey))} ${verb} the DCC Systems${against}` };
  }
  if (stated === true) {
    const isNone = scope.modifications.length > 0 && unstatedImpacts(scope) === null;
    const against = isNone ? ', while nothing in scope is' : '';
    return { answer: 'yes', why: `the release as a whole is stated to impact the DCC Systems${against}` };
  }
  if (stated === false) return { answer: 'no', why: 'the release as a whole is stated not to impact the DCC Systems' };
  const unstated = unstatedImpacts(scope);
  if (unstated !== null) return { answer: 'unknown', why: unstated };
  if (scope.modifications.length === 0) return { answer: 'unknown', why: scope.emptiness };
  return { answer: 'no', why: 'nothing in scope impacts the DCC Systems' };
}

/** Modifications of which it is not stated whether they impact DCC or User Systems (§1, §2). */
export function withoutSystemImpacts(scope: ScopeIndex): readonly Modification[] {
  return scope.modifications.filter((one) => one.impacts === null || isInternalOnly(one));
}

function unstatedImpacts(scope: ScopeIndex): string | null {
  const silent = scope.modifications.filter((modification) => modification.impacts === null);
  if (silent.length > 0) return `the impacts of ${joinFew(silent.map(modificationKey))} are not stated`;
  const internal = scope.modifications.filter(isInternalOnly);
  if (internal.length === 0) return null;
  return `of ${joinFew(internal.map(modificationKey))} only impacts on DCC Internal Systems or Parse and Correlate Software are stated`;
}

/**
 * Whether the rules on the TAD and on testing apply (`docs/domain.md`): yes where the DCC Systems are impacted, no
 * where documents alone are, and it cannot be told where only User Systems are or impacts are not stated. That the
 * release as a whole does not impact the DCC Systems says nothing of User Systems.
 */
export function testingApplies(facts: ReleaseFacts, scope: ScopeIndex, asOf: CalendarDate): Judged {
  const dcc = dccImpactOf(facts, scope);
  if (dcc.answer === 'yes') return dcc;
  const count = scope.modifications.length;
  if (count === 0) {
    return facts.tad.versions.some((version) => isThere(version, asOf))
      ? { answer: 'yes', why: `a TAD is recorded, although ${scope.emptiness}` }
      : { answer: 'unknown', why: scope.emptiness };
  }
  const unstated = unstatedImpacts(scope);
  if (unstated !== null) return { answer: 'unknown', why: unstated };
  const users = scope.modifications.filter((modification) => modification.impacts?.includes('userSystems'));
  if (users.length > 0) {
    const verb = users.length === 1 ? 'impacts' : 'impact';
    const why = `${joinFew(users.map(modificationKey))} ${verb} User Systems, no impact on the DCC Systems is stated, and the guidance does not say whether User Systems alone need them`;
    return { answer: 'unknown', why };
  }
  return { answer: 'no', why: `nothing in scope impacts DCC or User Systems (${countOf(count, 'modification')})` };
}

/** A version all of whose dates lie ahead is not there yet; one without any date stands, but for one that was only begun. */
function isThere(version: TadVersion, asOf: CalendarDate): boolean {
  if (!isTadVersion(version)) return false;
  const dates = tadDates(version).filter((date) => date !== null);
  return dates.length === 0 || dates.some((date) => date <= asOf);
}
