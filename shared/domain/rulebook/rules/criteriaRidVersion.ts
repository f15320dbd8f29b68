import { fieldOf, newRecord } from '../../findings/target.ts';
import { compareNatural } from '../../foundation/naturalOrder.ts';
import { isBlank } from '../../foundation/words.ts';
import type { Criterion } from '../../records/criterion.ts';
import type { RidVersion } from '../../records/documents.ts';
import { recordName } from '../../records/recordKinds.ts';
import { currentRid } from '../context/documentVersions.ts';
import type { Judgement, Rule } from '../rule.ts';
import { recordOf } from './criteriaMet.ts';

export const criteriaRidVersion: Rule = {
  id: 'criteria.rid-version',
  area: 'criteria',
  severity: 'advice',
  basis: 'reading',
  clause: '§5.1',
  title: 'Criteria are those of the current RID',
  meaning:
    'The RID sets out the acceptance criteria and is updated until the scope closes. We read this as: a criterion names the RID version it is taken from, and that is the current one; where it is older, somebody compares the two. Judged for each applicable criterion that names a version.',
  formula: 'the RID version a criterion is taken from equals the current version',
  example: 'AC-01 is taken from RID version 1.0, and version 2.0 is the current one: advice.',
  coverable: false,
  withoutSubjects: 'No criterion that applies names the RID version it is taken from (§5.1).',
  evaluate: (context) => {
    const stated = context.applicable.filter((criterion) => plain(criterion.ridVersion) !== '');
    const current = currentRid(context)?.version ?? null;
    return stated.map((criterion) => judge(criterion, current));
  },
};

function judge(criterion: Criterion, current: RidVersion | null): Judgement {
  const key = criterion.reference;
  const taken = (criterion.ridVersion ?? '').trim();
  const name = nameOf(taken);
  const base = { subject: key, restsOn: [recordOf(criterion)], waitsFor: 'SECAS' };
  if (current === null || isBlank(current.version)) {
    const lack = current === null ? 'no RID is recorded' : 'the current RID has no version';
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: taken from ${name}; cannot tell whether that is the current one: ${lack} (§5.1).`,
      mend: 'Record the RID with its version.',
      mendAt: newRecord('ridVersion', null, 'version'),
    };
  }
  const restsOn = [recordOf(criterion), recordName('ridVersion', current)];
  if (plain(taken) === plain(current.version)) {
    return { ...base, restsOn, outcome: 'met', sentence: `${key}: taken from ${name}, the current one (§5.1).` };
  }
  const isNewer = compareNatural(plain(taken), plain(current.version)) > 0;
  const currentName = nameOf((current.version ?? '').trim());
  if (isNewer) {
    return {
      ...base,
      restsOn,
      outcome: 'cannotTell',
      sentence: `${key}: taken from ${name}; cannot tell whether that is the current one: the latest issued is ${currentName} (§5.1).`,
      mend: `Record the issue of ${name}, or correct the version that ${key} is taken from.`,
      mendAt: fieldOf('criterion', criterion, 'ridVersion'),
    };
  }
  return {
    ...base,
    restsOn,
    outcome: 'notMet',
    sentence: `${key}: taken from ${name}, and the current one is ${currentName} (§5.1).`,
    mend: `Compare ${key} with ${currentName}, and record that version.`,
    mendAt: fieldOf('criterion', criterion, 'ridVersion'),
  };
}

/** `RID version 1.0`, however the version was typed. */
function nameOf(version: string): string {
  return `RID version ${withoutPrefix(version)}`;
}

/** `v2`, `2.0` and `Version 2` are one version. */
function plain(version: string | null): string {
  return withoutPrefix((version ?? '').trim().toLowerCase()).replace(/(\.0)+$/, '');
}

function withoutPrefix(version: string): string {
  return version.replace(/^(rid\s*)?(version\s*|v\.?\s*(?=\d))?/i, '').trim();
}
