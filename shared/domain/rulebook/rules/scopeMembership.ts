import { formatDate } from '../../calendar/calendarDate.ts';
import { partAsEntered } from '../../catalogue/modification.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { capitalise, countOf, isBlank, joinFew, saying } from '../../foundation/words.ts';
import { isModification } from '../../records/begun.ts';
import { theBody } from '../../records/bodies.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import { fellOutBy, hasLeft, joinsLater } from '../context/scopeIndex.ts';
import type { Judgement, Rule } from '../rule.ts';

export const scopeNotEmpty: Rule = {
  id: 'scope.not-empty',
  area: 'scope',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§2',
  title: 'The release holds a modification',
  meaning: 'A SEC Release is one or more modifications. Those that left the scope, or join it later, do not count.',
  formula: 'at least one modification is in scope on the as-of date',
  example: 'All three modifications were withdrawn: not met.',
  coverable: false,
  withoutSubjects: 'There is no release to judge.',
  evaluate: ({ scope, facts, releaseRecord, asOf }) => {
    if (scope.modifications.length > 0) {
      const names = scope.modifications.map(nameAsEntered);
      const count = new Set(names).size;
      const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
      const choose =
        twice.length === 0 ? '' : `; ${joinFew(twice)}, entered on both sides, counts once until somebody chooses`;
      return [
        {
          outcome: 'met',
          restsOn: scope.modifications.map((modification) => recordName('modification', modification)),
          sentence: `${capitalise(countOf(count, 'modification'))} ${count === 1 ? 'is' : 'are'} in scope (§2)${choose}.`,
        },
      ];
    }
    const planned = scope.planned.map(modificationKey);
    const later =
      planned.length === 0 ? '' : `; ${joinFew(planned)} ${planned.length === 1 ? 'is' : 'are'} to join later`;
    const begun = facts.modifications.find((one) => !isModification(one));
    const told = begun ? ' A modification is begun; it has no reference of its own yet.' : '';
    return [
      {
        outcome: 'notMet',
        restsOn: [releaseRecord],
        sentence: `No modification was in scope on ${formatDate(asOf)}${later}; a release is one or more modifications (§2).${told}`,
        mend: 'Add the modifications that this release implements.',
        waitsFor: 'SECAS',
        mendAt: begun ? fieldOf('modification', begun, 'reference') : newRecord('modification'),
      },
    ];
  },
};

/** Two records of one modification, as two stores entered it, are one of it. */
function nameAsEntered({ reference, part }: Modification): string {
  return modificationKey({ reference, part: partAsEntered(part) });
}

export const scopeFallenOut: Rule = {
  id: 'scope.fallen-out',
  area: 'scope',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§4.3',
  title: 'Rejected, withdrawn and delayed modifications are out of scope',
  meaning:
    'A modification that is delayed or rejected (or withdrawn) falls out of the scope of the release. Where it is not stated whether it left, the rule cannot tell. No decision can cover this.',
  formula: 'no modification with status rejected, withdrawn or delayed is in scope',
  example: 'MP129 was withdrawn and is still marked as in scope: not met.',
  coverable: false,
  withoutSubjects: 'No modification is recorded as rejected, withdrawn or delayed.',
  evaluate: ({ facts, asOf }) =>
    facts.modifications
      .filter((modification) => fellOutBy(modification, asOf) && !joinsLater(modification, asOf))
      .map((modification) => judgeFallen(modification, hasLeft(modification, asOf))),
};

function judgeFallen(modification: Modification, left: boolean) {
  const key = modificationKey(modification);
  const base = { subject: key, restsOn: [recordName('modification', modification)] };
  const { status, removedFromScopeOn, removalReason } = modification;
  if (left) {
    const when = removedFromScopeOn ? ` on ${formatDate(removedFromScopeOn)}` : '';
    const why = isBlank(removalReason) ? '' : `: ${saying(removalReason ?? '')}`;
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
  return { ...base, ...open, outcome: 'notMet', sentence: `${key}: ${status}, and still in scope (§4.3).` } as const;
}

export const scopeLateReason: Rule = {
  id: 'scope.late-reason',
  area: 'scope',
  severity: 'advice',
  basis: 'reading',
  clause: '§4.3',
  title: 'A late addition has a reason',
  meaning:
    'The CSC may add a modification after the scope has been set, where it would be more efficient, or necessary, to deliver it as part of the release. We read this as: the record of the late addition says why.',
  formula: 'the reason of each late addition is not blank',
  example: 'MP164 was added late on 14 May 2021, and no reason is recorded: advice.',
  coverable: false,
  withoutSubjects: 'No modification in scope was added late.',
  evaluate: ({ scope, hasHappened }) =>
    scope.modifications.flatMap((modification) => {
      const added = modification.lateAddition;
      return added === null || !hasHappened(added.on) ? [] : [judgeReason(modification, added)];
    }),
};

function judgeReason(modification: Modification, added: NonNullable<Modification['lateAddition']>): Judgement {
  const key = modificationKey(modification);
  const by = isBlank(added.body) ? '' : ` by ${theBody(added.body ?? '')}`;
  const on = added.on === null ? '' : ` on ${formatDate(added.on)}`;
  const told = `${key}: added late${by}${on}`;
  const base = { subject: key, restsOn: [recordName('modification', modification)] };
  if (!isBlank(added.reason)) {
    return { ...base, outcome: 'met', sentence: `${told}, because: ${saying(added.reason ?? '')} (§4.3).` };
  }
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${told}, and no reason is recorded (§4.3).`,
    mend: `Record why ${key} was added after the scope was set.`,
    waitsFor: 'SECAS',
    mendAt: fieldOf('modification', modification, 'lateAddition'),
  };
}
