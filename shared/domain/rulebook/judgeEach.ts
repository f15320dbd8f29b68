import type { Criterion } from '../records/criterion.ts';
import type { Each } from './rule.ts';

/** The evaluator of such a rule. */
export function judgeEach<Item extends object>(each: Each<Item>): { readonly each: Each } {
  return { each: each as unknown as Each };
}

/** The evaluator of a rule that judges criteria, each by its reference: all of them, unless `of` names fewer. */
export function judgeEachCriterion(
  judge: Each<Criterion>['judge'],
  of: Each<Criterion>['of'] = ({ facts }) => facts.criteria,
): { readonly each: Each } {
  return judgeEach({ of, about: ({ reference }) => reference, judge });
}
