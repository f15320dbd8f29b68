import { fieldOf } from '../../findings/target.ts';
import { joinWords } from '../../foundation/words.ts';
import { type AcceptedPart, changedSinceAcceptance } from '../../records/acceptance.ts';
import { type Evidence, evidenceKey, mayBeCurrent } from '../../records/evidence.ts';
import { whoAndWhen } from '../acceptance.ts';
import { judgeEach } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { evidenceRecord } from './criteriaEvidenced.ts';

type Acceptance = NonNullable<Evidence['accepted']>;

export const evidenceAcceptedContent: Rule = {
  id: 'evidence.accepted-content',
  area: 'evidence',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: 'Accepted evidence is what was accepted',
  meaning:
    'An acceptance is given for one version, one content and the criteria named then. Where the file, its version or its criteria were changed afterwards, the item is submitted again and waits for a new decision. Good practice, not a SEC rule.',
  formula: 'version, SHA-256 and criteria of the item equal those that were accepted',
  example: 'EV-003 was accepted on 1 May 2026, and its file was replaced afterwards: not met.',
  coverable: false,
  withoutSubjects: 'No acceptance of evidence says what it was given for.',
  ...judgeEach({
    of: (context) => context.facts.evidence,
    about: () => null,
    judge: (context, evidence) => {
      const judgement = judge(context, evidence);
      return judgement ? [judgement] : [];
    },
  }),
};

function judge(context: RecordContext, evidence: Evidence): Judgement | null {
  const { accepted } = evidence;
  if (
    accepted === null ||
    !mayBeCurrent(evidence) ||
    ![accepted.on, evidence.addedOn, evidence.effectiveOn].every(context.hasHappened)
  )
    return null;
  const name = `${evidence.reference} version ${evidence.version}`;
  const base = { subject: evidenceKey(evidence), restsOn: [evidenceRecord(evidence)] };
  const changed = changedSinceAcceptance(evidence);
  if (changed.length === 0) return { ...base, outcome: 'met', sentence: `${name} is what was accepted (practice).` };
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${acceptedInWords(evidence, accepted)}; ${changesInWords(changed)} since (practice).`,
    mend: `Accept or reject ${name} as it stands now.`,
    waitsFor: 'SECAS',
    mendAt: fieldOf('evidence', evidence, 'status'),
  };
}

/** An acceptance whose giver or day nobody wrote down (an older store) names none. */
function acceptedInWords({ reference, version }: Evidence, accepted: Acceptance): string {
  return `${reference} version ${accepted.version ?? version} was accepted${whoAndWhen(accepted)}`;
}

const partWords: Readonly<Record<AcceptedPart, string>> = {
  version: 'its version',
  sha256: 'its file',
  criteria: 'its criteria',
};

function changesInWords(changed: readonly AcceptedPart[]): string {
  const isMany = changed.length > 1 || changed[0] === 'criteria';
  return `${joinWords(changed.map((part) => partWords[part]))} ${isMany ? 'have' : 'has'} been changed`;
}
