import { fieldOf } from '../../readiness/target.ts';
import type { Criterion } from '../../records/criterion.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';
import { sufficiencyOf } from '../sufficiency.ts';
import { joinWords } from '../words.ts';
import { evidenceRecord } from './criteriaEvidenced.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaSufficient: Rule = {
  id: 'criteria.sufficient',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: "Evidence satisfies the criterion's own needs",
  meaning:
    'Where a criterion states what evidence it needs (how many items, of which kinds, how recent, independent or not), its current accepted evidence satisfies that. Good practice, not a SEC rule; judged when the criterion claims to be met and at the final submission.',
  formula: 'current accepted evidence has the number, kinds, dates and independence that the criterion asks for',
  example: 'AC-01 needs two items of which one is independent, and has one: not met.',
  coverable: false,
  withoutSubjects: 'No criterion states what evidence it needs.',
  *evaluate(context) {
    for (const criterion of context.applicable) yield* judgeSufficient(context, criterion);
  },
};

function judgeSufficient(context: RuleContext, criterion: Criterion): readonly Judgement[] {
  const { reference: key } = criterion;
  const accepted = context.evidence.ofCriterion(key).filter((evidence) => evidence.status === 'accepted');
  const { needs } = sufficiencyOf(criterion, accepted);
  if (needs.length === 0) return [];
  const lacks = needs.filter((need) => need.state !== 'satisfied');
  const base = {
    subject: key,
    restsOn: [recordOf(criterion), ...accepted.map(evidenceRecord)],
    waitsFor: ownerOf(criterion),
    waitsUntil: criterion.due ?? context.submission.due,
    mendAt: fieldOf('criterion', criterion, 'needs'),
  };
  if (lacks.length === 0)
    return [{ ...base, outcome: 'met', sentence: `${key}: its evidence is what it asks for (practice).` }];
  const words = joinWords(lacks.flatMap((need) => need.lacks ?? []));
  const why = justification(criterion);
  if (lacks.every((need) => need.state === 'unknown')) {
    const sentence = `${key}: nobody can tell whether its evidence is what it asks for: ${words} (practice).${why}`;
    return [{ ...base, outcome: 'cannotTell', sentence, mend: 'Complete the data of the evidence.' }];
  }
  const mend = `Add accepted evidence for ${key}: it lacks ${words}.`;
  if (criterion.selfStatus === 'met' || context.submission.passed) {
    return [{ ...base, outcome: 'notMet', sentence: `${key}: its evidence lacks ${words} (practice).${why}`, mend }];
  }
  return [
    {
      ...base,
      due: context.submission.due,
      outcome: 'notDue',
      sentence: `${key}: its evidence still lacks ${words} (practice).${why}`,
      mend,
    },
  ];
}

/** A gap that somebody stands for is still a gap; the reader hears who justifies it, and why. */
function justification(criterion: Criterion): string {
  const gap = criterion.justifiedGap;
  if (!gap?.reason) return '';
  const reason = gap.reason.trim().replace(/\.$/, '');
  return ` ${gap.by ?? 'Somebody who is not named'} justifies the gap: “${reason}”.`;
}
