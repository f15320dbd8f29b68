import { formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf } from '../../findings/target.ts';
import { isBlank, joinFew } from '../../foundation/words.ts';
import { isAcceptedFor } from '../../records/acceptance.ts';
import type { Criterion } from '../../records/criterion.ts';
import { type Evidence, evidenceKey } from '../../records/evidence.ts';
import { outdatedAcceptance } from '../acceptance.ts';
import { judgeEachCriterion } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaEvidenced: Rule = {
  id: 'criteria.evidenced',
  area: 'criteria',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§5.3',
  title: 'A claim of met rests on accepted evidence',
  meaning:
    'SECAS and the DCC present sufficient information to show that the criteria have been met. A criterion that claims to be met rests on at least one linked item of which the current version (the highest neither rejected nor withdrawn, and superseded by no other item) is accepted, with the content and for the criterion that the acceptance was given for.',
  formula: 'a criterion with self-status met has current evidence with status accepted',
  example:
    'AC-01 claims met; EV-003 version 2 is only submitted, version 1 was accepted: not met, for version 2 is the current one.',
  coverable: false,
  withoutSubjects: 'No criterion claims to be met yet (§5.3).',
  ...judgeEachCriterion(
    (context, criterion) => [judgeEvidenced(context, criterion)],
    (context) => context.applicable.filter(({ selfStatus }) => selfStatus === 'met'),
  ),
};

function judgeEvidenced(context: RecordContext, criterion: Criterion): Judgement {
  const key = criterion.reference;
  const current = context.evidence.ofCriterion(key);
  const accepted = current.filter((evidence) => isAcceptedFor(evidence, key));
  if (accepted.length > 0) {
    const items = joinFew(accepted.map(nameOf));
    const restsOn = [recordOf(criterion), ...accepted.map(evidenceRecord)];
    return { subject: key, outcome: 'met', restsOn, sentence: `${key}: rests on accepted evidence, ${items} (§5.3).` };
  }
  if (current.length > 0) return judgeUnaccepted(context, criterion, current);
  const gone = context.evidence.goneOfCriterion(key);
  const ahead = context.evidence.aheadOfCriterion(key);
  const successors = successorsOf(context, gone);
  return {
    subject: key,
    outcome: 'notMet',
    restsOn: [recordOf(criterion), ...[...gone, ...successors, ...ahead].map(evidenceRecord)],
    sentence: `${key}: claims to be met, yet ${missingInWords(context, key, gone, ahead)} (§5.3).`,
    mend: mendInWords(key, ahead, successors),
    waitsFor: ownerOf(criterion),
    waitsUntil: context.submission.due,
    mendAt:
      ahead.length === 0 && successors[0]
        ? fieldOf('evidence', successors[0], 'criteria')
        : fieldOf('criterion', criterion, 'evidence'),
  };
}

function mendInWords(key: string, ahead: readonly Evidence[], successors: readonly Evidence[]): string {
  if (ahead.length > 0)
    return `Add evidence for ${key} that is in effect, or claim ${key} as met once ${joinFew(ahead.map(nameOf))} is.`;
  if (successors.length > 0)
    return `Link ${joinFew(successors.map(nameOf))} to ${key}, or add other evidence for it, and have it accepted.`;
  return `Add evidence for ${key} and have it accepted.`;
}

/** Why nothing that is linked counts: it takes effect later, or it is gone, or there is nothing. */
function missingInWords(
  context: RecordContext,
  key: string,
  gone: readonly Evidence[],
  ahead: readonly Evidence[],
): string {
  if (ahead.length > 0) {
    const items = ahead.map(
      (one) => `${nameOf(one)} is linked, effective from ${formatDate(one.effectiveOn ?? context.asOf)}`,
    );
    return items.join('; ');
  }
  if (gone.length === 0) return 'no evidence is linked to it';
  const what = gone.map((one) => {
    const by = context.evidence.supersededBy(evidenceKey(one));
    if (!by) return notCurrentInWords(one, context.evidence.current(one.reference));
    return `${nameOf(one)} was superseded by ${nameOf(by)}${isLinked(by, key) ? '' : ', which is not linked to it'}`;
  });
  return what.length > 4 ? `${what.slice(0, 4).join('; ')}; and ${what.length - 4} more` : what.join('; ');
}

/** Of a linked version that is not the current one; null: none is. */
function notCurrentInWords(one: Evidence, current: Evidence | null): string {
  if (current === null) return `${nameOf(one)} was ${one.status} and nothing replaces it`;
  return one.status === 'rejected' || one.status === 'withdrawn'
    ? `${nameOf(one)} was ${one.status}, and version ${current.version}, the current one, is not linked to it`
    : `${nameOf(one)} was replaced by version ${current.version}, which is not linked to it`;
}

function isLinked({ criteria }: Evidence, key: string): boolean {
  return criteria?.includes(key) === true;
}

/** What took the place of linked evidence in the end, in its current version; it is not linked itself. */
function successorsOf({ evidence }: RecordContext, gone: readonly Evidence[]): readonly Evidence[] {
  const lasts = gone.flatMap((one) => {
    const passed = [one];
    for (let by = evidence.supersededBy(evidenceKey(one)); by && !passed.includes(by); ) {
      passed.push(by);
      by = evidence.supersededBy(evidenceKey(by));
    }
    const last = passed.at(-1) ?? one;
    return evidence.current(last.reference) ?? [];
  });
  return [...new Set(lasts)];
}

/** Linked and current, and nothing of it accepted: who has to do what depends on how far it has come. */
function judgeUnaccepted(context: RecordContext, criterion: Criterion, current: readonly Evidence[]): Judgement {
  const key = criterion.reference;
  const silent = current.filter((evidence) => evidence.status === null);
  const toDecide = current.filter((evidence) => evidence.status === 'submitted' || evidence.status === 'accepted');
  const drafts = current.filter((evidence) => evidence.status === 'draft');
  const [first] = [...toDecide, ...drafts, ...silent];
  const base = {
    subject: key,
    restsOn: [recordOf(criterion), ...current.map(evidenceRecord)],
    waitsUntil: context.submission.due,
    mendAt: fieldOf('evidence', first as Evidence, 'status'),
  };
  if (silent.length > 0 && toDecide.length === 0) {
    const names = joinFew(silent.map(nameOf));
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: cannot tell whether it rests on accepted evidence: the status of ${names} is not stated (§5.3).`,
      mend: `State the status of ${names}.`,
      waitsFor: providerOf(silent[0] as Evidence, criterion),
      mendAt: fieldOf('evidence', silent[0] as Evidence, 'status'),
    };
  }
  const states = joinFew(current.map((evidence) => `${nameOf(evidence)} ${stateInWords(evidence, key)}`));
  const waitsForSecas = toDecide.length > 0;
  return {
    ...base,
    outcome: silent.length > 0 ? 'cannotTell' : 'notMet',
    sentence: `${key}: claims to be met, yet ${states} (§5.3).`,
    mend: waitsForSecas
      ? `Accept or reject ${joinFew(toDecide.map(nameOf))}.`
      : `Finish ${joinFew(drafts.map(nameOf))}, and submit it for acceptance.`,
    waitsFor: waitsForSecas ? 'SECAS' : providerOf(drafts[0] as Evidence, criterion),
  };
}

function stateInWords(evidence: Evidence, key: string): string {
  const outdated = outdatedAcceptance(evidence, key);
  if (outdated !== null) return `${outdated}, and not as it stands now`;
  if (evidence.status === null) return 'has no status';
  return evidence.status === 'draft' ? 'is a draft' : 'is only submitted';
}

function providerOf(evidence: Evidence, criterion: Criterion): string {
  return isBlank(evidence.provider) ? ownerOf(criterion) : (evidence.provider ?? '').trim();
}

/** `EV-003 version 2`: how evidence is named in sentences. */
export function nameOf(evidence: Pick<Evidence, 'reference' | 'version'>): string {
  return `${evidence.reference} version ${evidence.version}`;
}

export function evidenceRecord(evidence: Evidence): string {
  return `evidence:${evidenceKey(evidence)}`;
}
