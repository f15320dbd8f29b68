import type { RuleContext } from './context/ruleContext.ts';
import type { ViewIndex } from './context/viewIndex.ts';
import type { Judgement, Rule } from './rule.ts';

/** All that a judgement of one record may look at besides the record; `readiness/keptFindings.ts` rests on it. */
export type RecordContext = Pick<
  RuleContext,
  'asOf' | 'final' | 'hasHappened' | 'submission' | 'requiredBodies' | 'bodiesOf' | 'evidence'
> & { readonly views: Omit<ViewIndex, 'ofBody'> };

/** A rule that judges record by record, so that a judgement can be kept while nothing that it rests on changes. */
export interface Each<Item extends object = object> {
  /** The records that it judges, in their order. */
  readonly of: (context: RuleContext) => readonly Item[];
  /** Of evidence and views it may ask for those of the criterion that `about` names, and for what their views saw. */
  readonly judge: (context: RecordContext, item: Item) => Iterable<Judgement>;
  /** The reference of the criterion; null: it asks for no record but its own. */
  readonly about: (item: Item) => string | null;
  /** What it says beyond single records, judged anew each time. */
  readonly rest?: (context: RuleContext) => Iterable<Judgement>;
}

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
