import { fieldOf } from '../../readiness/target.ts';
import type { Criterion } from '../../records/criterion.ts';
import { type Evidence, evidenceKey } from '../../records/evidence.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';
import { joinFew } from '../words.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaEvidenced: Rule = {
  id: 'criteria.evidenced',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§5.3',
  title: 'A claim of met rests on accepted evidence',
  meaning:
    'SECAS and the DCC present sufficient information to show that the criteria have been met. A criterion that claims to be met rests on at least one linked item of which the current version (the highest neither rejected nor withdrawn) is accepted.',
  formula: 'a criterion with self-status met has current evidence with status accepted',
  example:
    'AC-01 claims met; EV-003 version 2 is only submitted, version 1 was accepted: not met, for version 2 is the current one.',
  coverable: false,
  withoutSubjects: 'No criterion claims to be met yet.',
  *evaluate(context) {
    for (const criterion of context.applicable) {
      if (criterion.selfStatus === 'met') yield judgeEvidenced(context, criterion);
    }
  },
};

function judgeEvidenced(context: RuleContext, criterion: Criterion): Judgement {
  const key = criterion.reference;
  const current = context.evidence.ofCriterion(key);
  const accepted = current.filter((evidence) => evidence.status === 'accepted');
  if (accepted.length > 0) {
    const items = joinFew(accepted.map(nameOf));
    const restsOn = [recordOf(criterion), ...accepted.map(evidenceRecord)];
    return { subject: key, outcome: 'met', restsOn, sentence: `${key}: rests on accepted evidence, ${items}.` };
  }
  const gone = context.evidence.goneOfCriterion(key);
  const base = {
    subject: key,
    restsOn: [recordOf(criterion), ...[...current, ...gone].map(evidenceRecord)],
    waitsUntil: context.submission.due,
    mendAt: current[0] ? fieldOf('evidence', current[0], 'status') : fieldOf('criterion', criterion, 'evidence'),
  };
  if (current.length === 0) {
    const why =
      gone.length === 0
        ? 'no evidence is linked to it'
        : `${joinFew(gone.map((one) => `${nameOf(one)} was ${one.status}`))} and nothing replaces it`;
    const sentence = `${key}: claims to be met, yet ${why} (§5.3).`;
    return {
      ...base,
      outcome: 'notMet',
      sentence,
      mend: `Add evidence for ${key} and have it accepted.`,
      waitsFor: ownerOf(criterion),
    };
  }
  const silent = current.filter((evidence) => evidence.status === null);
  const mend = `Accept or reject ${joinFew(current.map(nameOf))}.`;
  if (silent.length > 0) {
    const sentence = `${key}: claims to be met, and the status of ${joinFew(silent.map(nameOf))} is not stated (§5.3).`;
    return { ...base, outcome: 'cannotTell', sentence, mend, waitsFor: 'SECAS' };
  }
  const states = joinFew(
    current.map((evidence) => `${nameOf(evidence)} is ${evidence.status === 'draft' ? 'a draft' : 'only submitted'}`),
  );
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${key}: claims to be met, yet ${states} (§5.3).`,
    mend,
    waitsFor: 'SECAS',
  };
}

/** `EV-003 version 2`: how evidence is named in sentences. */
export function nameOf(evidence: Pick<Evidence, 'reference' | 'version'>): string {
  return `${evidence.reference} version ${evidence.version}`;
}

export function evidenceRecord(evidence: Evidence): string {
  return `evidence:${evidenceKey(evidence)}`;
}
