import { formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../readiness/target.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import { fellOutBy, hasLeft } from '../context/scopeIndex.ts';
import type { Rule } from '../rule.ts';
import { capitalise, countOf, isBlank, joinFew, quoted } from '../words.ts';

export const scopeNotEmpty: Rule = {
  id: 'scope.not-empty',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§2',
  title: 'The release holds a modification',
  meaning: 'A SEC Release is one or more modifications. Those that left the scope, or join it later, do not count.',
  formula: 'at least one modification is in scope on the as-of date',
  example: 'All three modifications were withdrawn: not met.',
  coverable: false,
  withoutSubjects: 'There is no release to judge.',
  evaluate: ({ scope, releaseRecord, asOf }) => {
    const count = scope.modifications.length;
    if (count > 0) {
      return [
        {
          outcome: 'met',
          restsOn: scope.modifications.map((modification) => recordName('modification', modification)),
          sentence: `${capitalise(countOf(count, 'modification'))} ${count === 1 ? 'is' : 'are'} in scope (§2).`,
        },
      ];
    }
    const planned = scope.planned.map(modificationKey);
    const later =
      planned.length === 0 ? '' : `; ${joinFew(planned)} ${planned.length === 1 ? 'is' : 'are'} to join later`;
    return [
      {
        outcome: 'notMet',
        restsOn: [releaseRecord],
        sentence: `No modification was in scope on ${formatDate(asOf)}${later}; a release is one or more modifications (§2).`,
        mend: 'Add the modifications that this release implements.',
        waitsFor: 'SECAS',
        mendAt: newRecord('modification'),
      },
    ];
  },
};

export const scopeFallenOut: Rule = {
  id: 'scope.fallen-out',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§4.3',
  title: 'Rejected, withdrawn and delayed modifications are out of scope',
  meaning:
    'A modification that is delayed or rejected (or withdrawn) falls out of the scope of the release. Where it is not stated whether it left, nobody can tell. No decision can cover this.',
  formula: 'no modification with status rejected, withdrawn or delayed is in scope',
  example: 'MP129 was withdrawn and is still marked as in scope: not met.',
  coverable: false,
  withoutSubjects: 'No modification is recorded as rejected, withdrawn or delayed.',
  evaluate: ({ facts, asOf }) =>
    facts.modifications
      .filter((modification) => fellOutBy(modification, asOf))
      .map((modification) => judgeFallen(modification, hasLeft(modification, asOf))),
};

function judgeFallen(modification: Modification, left: boolean) {
  const key = modificationKey(modification);
  const base = { subject: key, restsOn: [recordName('modification', modification)] };
  const { status, removedFromScopeOn, removalReason } = modification;
  if (left) {
    const when = removedFromScopeOn ? ` on ${formatDate(removedFromScopeOn)}` : '';
    const why = isBlank(removalReason) ? '' : `: ${quoted(removalReason ?? '')}`;
    const sentence = `${key}: ${status}, and left the scope${when}${why} (§4.3).`;
    return { ...base, outcome: 'met', actual: removedFromScopeOn, sentence } as const;
  }
  const open = {
    waitsFor: 'SECAS',
    mend: `Take ${key} out of scope with the date and the reason, or correct its status.`,
    mendAt: fieldOf('modification', modification, 'inScope'),
  };
  if (modification.inScope === null) {
    const sentence = `${key}: ${status}, and it is not recorded whether it has left the scope (§4.3).`;
    return { ...base, ...open, outcome: 'cannotTell', sentence } as const;
  }
  return { ...base, ...open, outcome: 'notMet', sentence: `${key}: ${status}, yet still in scope (§4.3).` } as const;
}
