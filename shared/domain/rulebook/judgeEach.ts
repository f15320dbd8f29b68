import type { Criterion } from '../records/criterion.ts';
import type { Each, Rule } from './rule.ts';

/** The evaluator of such a rule. */
export function judgeEach<Item extends object>(each: Each<Item>): Pick<Rule, 'each' | 'evaluate'> {
  return {
    each: each as unknown as Each,
    *evaluate(context) {
      for (const item of each.of(context)) yield* each.judge(context, item);
      if (each.rest) yield* each.rest(context);
    },
  };
}

/** The evaluator of a rule that judges criteria, each by its reference: all of them, unless `of` names fewer. */
export function judgeEachCriterion(
  judge: Each<Criterion>['judge'],
  of: Each<Criterion>['of'] = ({ facts }) => facts.criteria,
): Pick<Rule, 'each' | 'evaluate'> {
  return judgeEach({ of, about: ({ reference }) => reference, judge });
}
