import { fieldOf } from '../../findings/target.ts';
import { capitalise, isBlank, joinWords, saying } from '../../foundation/words.ts';
import { isAcceptedFor } from '../../records/acceptance.ts';
import { theBody } from '../../records/bodies.ts';
import type { Criterion } from '../../records/criterion.ts';
import { judgeEachCriterion } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { type NeedGap, type NeedState, sufficiencyOf, tooOldInWords } from '../sufficiency.ts';
import { evidenceRecord } from './criteriaEvidenced.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaSufficient: Rule = {
  id: 'criteria.sufficient',
  area: 'criteria',
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
  ...judgeEachCriterion(judgeSufficient, (context) => context.applicable),
};

function judgeSufficient(context: RecordContext, criterion: Criterion): readonly Judgement[] {
  const { reference: key } = criterion;
  const accepted = context.evidence.ofCriterion(key).filter((evidence) => isAcceptedFor(evidence, key));
  const { needs } = sufficiencyOf(criterion, accepted);
  if (needs.length === 0) return [];
  const lacks = needs.filter((need) => need.state === 'lacking').flatMap((need) => need.lacks ?? []);
  const gaps = gapsOf(needs);
  const base = {
    subject: key,
    restsOn: [recordOf(criterion), ...accepted.map(evidenceRecord)],
    waitsFor: ownerOf(criterion),
    waitsUntil: criterion.due ?? context.submission.due,
    mendAt: fieldOf('criterion', criterion, 'evidence'),
  };
  const why = justification(criterion);
  const missing = gaps.map((gap) => gap.words).join('; ');
  if (lacks.length === 0) {
    const [first] = gaps;
    if (!first) return [{ ...base, outcome: 'met', sentence: `${key}: its evidence is what it asks for (practice).` }];
    return [
      {
        ...base,
        outcome: 'cannotTell',
        sentence: `${key}: cannot tell whether its evidence is what it asks for: ${missing} (practice).${why}`,
        mend: `${capitalise(joinWords(gaps.map((gap) => gap.mend)))}.`,
        mendAt: fieldOf('evidence', first.item, first.field),
      },
    ];
  }
  const lacking = [joinWords(lacks), ...tooOldInWords(needs), ...(missing === '' ? [] : [`and ${missing}`])].join('; ');
  const mend = `Add ${joinWords(lacks)} for ${key}${gaps.length === 0 ? '' : `, and ${joinWords(gaps.map((gap) => gap.mend))}`}.`;
  if (criterion.selfStatus === 'met' || context.submission.passed) {
    return [{ ...base, outcome: 'notMet', sentence: `${key}: its evidence lacks ${lacking} (practice).${why}`, mend }];
  }
  return [
    {
      ...base,
      due: context.submission.due,
      outcome: 'notDue',
      sentence: `${key}: its evidence still lacks ${lacking} (practice).${why}`,
      mend,
    },
  ];
}

/** What is not recorded of which item, each told once however many needs ask for it. */
function gapsOf(needs: readonly NeedState[]): readonly NeedGap[] {
  const gaps = needs.flatMap((need) => need.gaps);
  return [...new Map(gaps.map((gap) => [gap.words, gap])).values()];
}

/** A gap that somebody stands for is still a gap; the reader hears who justifies it, and why. */
function justification(criterion: Criterion): string {
  const gap = criterion.justifiedGap;
  if (!gap?.reason || isBlank(gap.reason)) return '';
  const by = isBlank(gap.by) ? 'Somebody who is not named' : capitalise(theBody((gap.by ?? '').trim()));
  return ` ${by} justifies the gap: ${saying(gap.reason)}.`;
}
