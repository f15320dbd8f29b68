import type { RuleContext } from './ruleContext.ts';

/**
 * Why there is no User testing, as the end of a sentence: it is stated, or, where nothing is stated, the rules on testing
 * do not apply. Null where there is some, or it is not known whether there is.
 */
export function noUserTesting({ facts, testing }: Pick<RuleContext, 'facts' | 'testing'>): string | null {
  const { planned } = facts.userTesting;
  if (planned === false) return '';
  return planned === null && testing.answer === 'no' ? `: ${testing.why}` : null;
}
