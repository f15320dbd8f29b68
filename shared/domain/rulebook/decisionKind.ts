/** What a decision comes to. Outcomes are the user's own list; *other* is a word that says neither. */
export type DecisionKind = 'go' | 'notYet' | 'no' | 'other';

const asksAgain =
  /^later\b|\bno decision\b|\b(not|no) (\w+ ){0,3}(yet|now|ready)\b|\b(defer|postpon|adjourn|delay|resubmi|come back)/;
const no = /^(no\b|not\b|refuse|reject|decline|withdrawn)|\bnot (to )?(be )?(go|proceed|agree|accept|approve)/;
const go = /^(go\b|yes\b|approve|agree|accept|proceed)/;

/** `The CSC has agreed`: who decided says nothing of what. */
const subject = /^((the )?(csc|change sub committee|panel|authority) |has |have |unanimously )+/;
/** `agreed to defer`: the verb says only that it was decided, and what follows says what. */
const decided =
  /^(agree|decide|resolve|vote|approve|accept)[sd]? (?=(to|on|that|a|the|not)\b)((to|on|that|a|the)\b ?)*/;
/** Said of an outcome that goes ahead: that nothing is put off. */
const withoutDelay = /\b(no|not|without)( to| be| any| further| more)* (defer|postpon|adjourn|delay)\w*/g;
/** What comes after it limits the outcome and does not turn it: `go, with the south deferred`. */
const limits = /[,;:.()\u2013\u2014]| (with|but|and|except|although|while|subject|provided|unless)\b/;

/**
 * The one reader of outcomes. `not yet`, and what people write for it, asks for another submission (`docs/domain.md`): the
 * first clause tells it, or a later one where the first does not go ahead (`no; deferred to July`).
 */
export function decisionKindOf(outcome: string | null): DecisionKind {
  const words = (outcome ?? '')
    .toLowerCase()
    .replaceAll(' - ', ', ')
    .replace(/[-\s]+/g, ' ')
    .replace(withoutDelay, '')
    .trim()
    .replace(subject, '');
  const [clause = ''] = words.split(limits);
  if (asksAgain.test(clause)) return 'notYet';
  const what = clause.replace(decided, '');
  const isNo = no.test(what);
  if (!isNo && (go.test(what) || go.test(clause))) return 'go';
  if (asksAgain.test(words)) return 'notYet';
  return isNo ? 'no' : 'other';
}
