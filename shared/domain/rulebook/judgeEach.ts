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
