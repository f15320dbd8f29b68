/** What a decision comes to. Outcomes are the user's own list; *other* is a word that says neither. */
export type DecisionKind = 'go' | 'notYet' | 'no' | 'other';

const asksAgain =
  /^(later|hold)\b|\bno decision\b|\bnot (go live |to go live )?(before|until|till)\b|\b(not|no) (\w+ ){0,3}(yet|now|ready)\b|\b(defer|postpon|adjourn|delay|resubmi|come back|on hold|held over)|\bto (be )?(revisit|reconven|reconsider)/;
const no =
  /^(no\b|not\b|refus|reject|declin|den(y|ied)|withdr[ae]w|revoke|rescind|cancel|abandon|veto|oppose|disa(gree|pprove))|\b(not|cannot|can't|don't|won't|unable to) (to )?(be )?(go|proceed|agree|accept|approve)/;
const go =
  /^(go(es)?\b|yes\b|ok(ay)?\b|approve|agree|accept|proceed|endorse|authorise|signed off|(approval|agreement|acceptance|endorsement)\b)/;

/** Agreed for now, and not decided: `approved in principle`. */
const inPrinciple = /\bin principle\b/;

/** A word for going ahead that only names what was asked: what follows says how it went. */
const turnedDown =
  /^(approval|agreement|acceptance|go( live)?|release|request|proposal|submission)( \w+){0,2} (not|refused|rejected|declined|denied|withheld|withdrawn|revoked|cancelled)\b/;
/** A decision to go that no longer stands, whoever took it back. */
const takenBack =
  /^((the|its|their|that|this|our) )?((earlier|former|first|previous|positive) )?(go (live )?)?decision( \w+){0,4} (withdrawn|revoked|rescinded|cancelled|annulled)\b/;
const isOpen =
  /^(approval|agreement|acceptance|endorsement)( \w+){0,2} (pending|required|awaited|sought|requested|needed|expected)\b/;
/** `agreed to note the papers`: agreed, and neither way. */
const agreedElse =
  /^(agree|decide|resolve|vote)[sd]? to (note|review|consider|discuss|ask|request|seek|await|wait|monitor|escalate|refer|consult|investigate|look)\b/;

/** `Decision:`, `Go/no-go:`: the name of what follows. */
const label = /^(go ?\/ ?no go|decision|outcome|result)( decision)? ?: ?/;
/** `The CSC has agreed`, `Release approved`: who decided on what says nothing of how. */
const subject =
  /^((the |all )?(csc|(change )?sub committee|committee|sec panel|panel|authority|members|board|((january|february|march|april|may|june|july|august|september|october|november|december) )?(20\d\d )?(sec )?(system |documentation )?release|it|majority)( members)? |has |have |had |raised |did |was |were |is |been |by |to |shall |will |may |can |should )+(?=\S)/;
/** How it was decided, or how far: a go with conditions is a go. */
const manner = /^((un)?conditional(ly)?|unanimous(ly)?|formal(ly)?|partial(ly)?|majority|full(y)?) (?=\S)/;
/** `agreed to defer`: the verb says only that it was decided, and what follows says what. */
const decided =
  /^(agree|decide|resolve|vote|approve|accept)[sd]? (?=(to|on|that|a|the|not)\b)((to|on|that|a|the)\b ?)*/;
/** Said of an outcome that goes ahead: that nothing is put off. */
const withoutDelay = /\b(no|not|without)( to| be| any| further| more)* (defer|postpon|adjourn|delay)\w*/g;
/** What nobody has against it: its `no` is none to the release. */
const nothingAgainst =
  /^(there (was|were|is|are) )?(no|without|not) (any |further |more |additional |outstanding |open |other )*(objection|object|objected|opposed|concern|comment|issue|reservation|question|dissent|blocker|evidence|condition|action|risk|impact|change)s?\b( (was|were|are|is|to|from (the )?(members|csc)|raised|received|made|needed|required|outstanding|open|remaining|with|about|on|the|it|go live|release)\b)*/;
const unopposed = /^(there (was|were|is|are) )?(no|without|not) (any )?(objections?|object|objected|opposed|dissent)\b/;
/** What comes after it limits the outcome and does not turn it: `go, with the south deferred`. */
const limits = /[,;:.()\u2013\u2014]| (?:with|but|and|except|although|while|subject|provided|unless)\b/;

/**
 * The one reader of outcomes. `not yet`, and what people write for it, asks for another submission (`docs/domain.md`): the
 * first clause tells it, or a later one where the first does not go ahead (`no; deferred to July`). A clause that says
 * neither leaves it to a later one that says nothing else (`noted and approved`).
 */
export function decisionKindOf(outcome: string | null): DecisionKind {
  const words = (outcome ?? '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(' - ', ', ')
    .replace(/[-\s]+/g, ' ')
    // Quotation marks and signs (`✓ Go`) say nothing.
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(withoutDelay, '')
    .trim()
    .replace(label, '')
    .replace(subject, '')
    .replace(manner, '');
  const [said = ''] = words.split(limits);
  if (asksAgain.test(said)) return 'notYet';
  const [clause = '', ...later] = clausesOf(words.replace(nothingAgainst, ''));
  const first = kindOfClause(clause);
  if (first === 'go') return 'go';
  if (asksAgain.test(words)) return 'notYet';
  if (first === 'no') return 'no';
  const plain = later.map(kindOfPlain).find((kind) => kind !== 'other');
  return plain ?? (unopposed.test(words) ? 'go' : 'other');
}

function clausesOf(words: string): readonly string[] {
  return words
    .split(limits)
    .map((clause) => clause.trim().replace(subject, '').replace(manner, ''))
    .filter((clause) => clause !== '');
}

function kindOfClause(clause: string): DecisionKind {
  const what = clause.replace(decided, '');
  if (no.test(what) || turnedDown.test(clause) || takenBack.test(clause)) return 'no';
  if (isOpen.test(clause) || agreedElse.test(clause) || inPrinciple.test(clause)) return 'other';
  return go.test(what) || go.test(clause) ? 'go' : 'other';
}

/** A later clause counts where it is nothing but the outcome. */
function kindOfPlain(clause: string): DecisionKind {
  const isPlain = /^((not )?(approved|agreed|accepted)|approval|(no )?go( live| ahead)?|rejected|refused|proceed)$/;
  return isPlain.test(clause) ? kindOfClause(clause) : 'other';
}
