import { modificationKey } from '../../records/recordKinds.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { countOf, joinFew } from '../words.ts';
import type { ScopeIndex } from './scopeIndex.ts';

/** A yes, a no, or that nobody can tell; with the reason as a clause of a sentence. */
export interface Judged {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly why: string;
}

/** Whether the release impacts the DCC Systems: by a modification's impacts or as stated for the whole (§2). */
export function dccImpactOf(facts: ReleaseFacts, scope: ScopeIndex): Judged {
  const impacting = scope.modifications.filter((modification) => modification.impacts?.includes('dccSystems'));
  if (impacting.length > 0) {
    const verb = impacting.length === 1 ? 'impacts' : 'impact';
    return { answer: 'yes', why: `${joinFew(impacting.map(modificationKey))} ${verb} the DCC Systems` };
  }
  const stated = facts.release.impactsDccSystems;
  if (stated === true) return { answer: 'yes', why: 'the release as a whole is stated to impact the DCC Systems' };
  if (stated === false) return { answer: 'no', why: 'the release as a whole is stated not to impact the DCC Systems' };
  const silent = scope.modifications.filter((modification) => modification.impacts === null);
  if (silent.length > 0) {
    return { answer: 'unknown', why: `the impacts of ${joinFew(silent.map(modificationKey))} are not stated` };
  }
  if (scope.modifications.length === 0) return { answer: 'unknown', why: 'no modification is in scope yet' };
  return { answer: 'no', why: 'nothing in scope impacts the DCC Systems' };
}

/**
 * Whether the rules on the TAD and on testing apply (`../shared/domain.md`): yes where the DCC Systems are impacted,
 * no where neither DCC nor User Systems are, and nobody can tell where only User Systems are or impacts are not stated.
 */
export function testingApplies(facts: ReleaseFacts, scope: ScopeIndex): Judged {
  const dcc = dccImpactOf(facts, scope);
  if (dcc.answer === 'yes') return dcc;
  const userOnly = scope.modifications.filter((modification) => modification.impacts?.includes('userSystems'));
  if (userOnly.length > 0) {
    const names = joinFew(userOnly.map(modificationKey));
    return {
      answer: 'unknown',
      why: `${names} ${userOnly.length === 1 ? 'impacts' : 'impact'} User Systems, and no impact on the DCC Systems is stated`,
    };
  }
  if (dcc.answer === 'no') {
    const count = scope.modifications.length;
    const nothing = `nothing in scope impacts DCC or User Systems`;
    return { answer: 'no', why: count === 0 ? dcc.why : `${nothing} (${countOf(count, 'modification')})` };
  }
  const someTadExists = scope.modifications.length === 0 && facts.tad.versions.length > 0;
  if (someTadExists) return { answer: 'yes', why: 'a TAD is recorded, although no modification is in scope yet' };
  return dcc;
}
