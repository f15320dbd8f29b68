/** What a decision comes to. Outcomes are the user's own list; *other* is a word that says neither. */
export type DecisionKind = 'go' | 'notYet' | 'no' | 'other';

const notYet = /^(not (yet|now|ready)|no decision|defer|postpone|adjourn|delay|resubmit|come back|later)/;
const no = /^(no\b|not\b|refuse|reject|decline|withdrawn)/;
const go = /^(go\b|yes\b|approve|agree|accept|proceed)/;

/** Reads the outcome: `not yet` and what people write for it ask for another submission (`docs/domain.md`). */
export function decisionKindOf(outcome: string | null): DecisionKind {
  const words = (outcome ?? '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, ' ');
  if (notYet.test(words)) return 'notYet';
  if (no.test(words)) return 'no';
  return go.test(words) ? 'go' : 'other';
}
