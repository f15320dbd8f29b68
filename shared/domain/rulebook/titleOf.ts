import type { Finding } from '../findings/finding.ts';
import { monthsInWords } from '../foundation/words.ts';
import { rules } from './rules.ts';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** What a rule is called; one that is gone, by its id. */
export function ruleTitle(rule: string): string {
  return byId.get(rule)?.title ?? rule;
}

/**
 * The title of the rule that a finding is of. A lead time that is longer for its release is named by the length that it was
 * judged by: `TAD issued to the TAG ten months before`.
 */
export function titleOf({ rule, formula }: Pick<Finding, 'rule' | 'formula'>): string {
  const known = byId.get(rule);
  if (known === undefined) return rule;
  const [own, judged] = [monthsIn(known.formula), monthsIn(formula)];
  if (own === null || judged === null) return known.title;
  return known.title.replace(monthsInWords(own), monthsInWords(judged));
}

function monthsIn(formula: string | null): number | null {
  const months = formula === null ? null : /less (\d+) months?$/.exec(formula)?.[1];
  return months ? Number(months) : null;
}
