import { fieldOf } from '../../findings/target.ts';
import { assertNever } from '../../foundation/assertNever.ts';
import { countOf, isBlank, joinWords, quoted } from '../../foundation/words.ts';
import type { Criterion } from '../../records/criterion.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { IssueThreshold } from '../../records/testing.ts';
import { figureOf, type IssueFigures, issueFiguresOf, type ThresholdFigure } from '../../testing/thresholdFigures.ts';
import type { Judgement, Rule } from '../rule.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaConsistent: Rule = {
  id: 'criteria.consistent',
  area: 'criteria',
  severity: 'blocker',
  basis: 'reading',
  clause: '§5.3',
  title: 'Numbers do not contradict the claim',
  meaning:
    'A criterion that claims to be met, while more issues are open than the maximum cited for it, is not shown to be met. The maximum and its source are what the user typed in; issues of all phases count where the maximum names none. A maximum that names a phase, severity or criterion that nobody has counts nothing: then one cannot tell.',
  formula:
    'open issues of the severity and phase ≤ maximum open, for each maximum cited for a criterion that claims to be met',
  example: 'AC-02: met, yet 2 open severity-2 issues against a maximum of 0 (TAD v2.0 §7). Not met.',
  coverable: false,
  withoutSubjects: 'No criterion that claims to be met has a maximum of open issues cited for it.',
  evaluate: (context) => {
    const thresholds = thresholdsByCriterion(context.facts.issueThresholds);
    if (thresholds.size === 0) return [];
    const figures = issueFiguresOf(context.facts);
    const judged = context.applicable.flatMap((criterion) => {
      const cited = thresholds.get(criterion.reference);
      return criterion.selfStatus === 'met' && cited ? [judge(criterion, cited, figures)] : [];
    });
    const astray = [...thresholds].filter(([reference]) => !figures.criteria.has(reference));
    return [...judged, ...astray.map(([reference, cited]) => judgeAstray(reference, cited))];
  },
};

function judge(criterion: Criterion, thresholds: readonly IssueThreshold[], figures: IssueFigures): Judgement {
  const key = criterion.reference;
  const compared = thresholds.map((threshold) => figureOf(threshold, figures));
  const base = {
    subject: key,
    restsOn: [recordOf(criterion), ...thresholds.map((threshold) => recordName('issueThreshold', threshold))],
    waitsFor: ownerOf(criterion),
    mendAt: fieldOf('criterion', criterion, 'selfStatus'),
  };
  const told = (figures: readonly ThresholdFigure[]) => joinWords(figures.map(inWords));
  const over = compared.filter((one) => one.verdict === 'over');
  if (over.length > 0) {
    const sentence = `${key}: met, yet ${told(over)} (§5.3).`;
    return { ...base, outcome: 'notMet', sentence, mend: `Close the issues, or correct the status of ${key}.` };
  }
  const unknown = compared.filter((one) => one.verdict === 'cannotTell');
  const [first] = unknown;
  if (first) {
    const sentence = `${key}: met; cannot tell whether the numbers agree: ${told(unknown)} (§5.3).`;
    const mendAt = first.field === null ? base.mendAt : fieldOf('issueThreshold', first.threshold, first.field);
    return { ...base, outcome: 'cannotTell', sentence, mend: mendOf(first), mendAt };
  }
  return { ...base, outcome: 'met', sentence: `${key}: met, with ${told(compared)} (§5.3).` };
}

/** A maximum that is cited for a criterion which is not there holds nothing up, and nobody would see it. */
function judgeAstray(reference: string, thresholds: readonly IssueThreshold[]): Judgement {
  const records = thresholds.map((threshold) => recordName('issueThreshold', threshold));
  const cited = joinWords(thresholds.map(maximumOf));
  return {
    subject: reference,
    outcome: 'cannotTell',
    sentence: `${quoted(reference)}: cannot tell which criterion is meant, for none has this reference; ${cited} ${thresholds.length === 1 ? 'is' : 'are'} cited for it (§5.3).`,
    mend: 'Choose the criterion that the maximum is cited for, or leave it empty.',
    restsOn: records,
    waitsFor: 'DCC',
    mendAt: fieldOf('issueThreshold', thresholds[0] as IssueThreshold, 'criterion'),
  };
}

/** `a maximum of 0 open severity-2 issues in SIT (TAD v2.0 §7)`. */
function maximumOf({ severity, maximumOpen, phase, source }: IssueThreshold): string {
  const issues = severity === null ? 'open issues' : `open severity-${severity} issues`;
  return `a maximum of ${maximumOpen ?? 'an unstated number of'} ${issues}${inPhase(phase)}${from(source)}`;
}

/** `2 open severity-2 issues against a maximum of 0 in SIT (TAD v2.0 §7)`, or what keeps one from telling. */
function inWords({ threshold, open, verdict, why, field }: ThresholdFigure): string {
  const { severity, phase, maximumOpen, source } = threshold;
  if (field !== null) {
    const where = field === 'phase' ? '' : inPhase(phase);
    return `the maximum cited for it${where} ${why}${from(source)}`;
  }
  const counted = countOf(open, `open severity-${severity} issue`);
  const words = `${counted} against a maximum of ${maximumOpen}${inPhase(phase)}${from(source)}`;
  return verdict === 'cannotTell' ? `${words}, and ${why}` : words;
}

function inPhase(phase: string | null): string {
  return isBlank(phase) ? '' : ` in ${quoted(phase ?? '')}`;
}

function from(source: string | null): string {
  return isBlank(source) ? '' : ` (${quoted(source ?? '')})`;
}

function mendOf({ field }: ThresholdFigure): string {
  switch (field) {
    case 'phase':
      return 'Choose a phase that is recorded, or record the test phase.';
    case 'severity':
      return 'Choose a severity that the issues have.';
    case 'maximumOpen':
      return 'Enter how many issues may be open.';
    case 'criterion':
      return 'Choose the criterion that the maximum is cited for.';
    case null:
      return 'State of each issue whether it is open, its severity and its phase.';
    default:
      return assertNever(field);
  }
}

function thresholdsByCriterion(thresholds: readonly IssueThreshold[]): ReadonlyMap<string, readonly IssueThreshold[]> {
  const map = new Map<string, IssueThreshold[]>();
  for (const threshold of thresholds) {
    const key = threshold.criterion?.trim();
    if (!key) continue;
    const list = map.get(key);
    if (list) list.push(threshold);
    else map.set(key, [threshold]);
  }
  return map;
}
