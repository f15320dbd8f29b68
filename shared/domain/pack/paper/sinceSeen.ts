import { formatDate } from '../../calendar/calendarDate.ts';
import { assertNever } from '../../foundation/assertNever.ts';
import { capitalise, countOf, joinWords } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { View } from '../../records/committees.ts';
import type { Criterion } from '../../records/criterion.ts';
import { freshnessOf, type StaleChange } from '../../staleness/staleness.ts';
import { staleSentence } from '../../staleness/staleSentence.ts';
import { standingOf } from '../bodyViews.ts';
import type { PackContext } from '../packContext.ts';

/** What has changed of one criterion since a body last saw it. `short` stands in a table, `sentence` with the criterion. */
export interface SinceSeen {
  readonly state: 'new' | 'unknown' | 'fresh' | 'stale';
  readonly short: string;
  readonly sentence: string;
  /** Evidence references that the body has not seen as they are now. */
  readonly unseen: ReadonlySet<string>;
}

const nothingNew: ReadonlySet<string> = new Set();

/** The body's latest answer counts, and without one what it was asked on. */
export function sinceSeen(context: PackContext, body: string, criterion: Criterion): SinceSeen {
  const { state } = standingOf(context, body, criterion);
  const view = state?.given ?? state?.asked ?? null;
  const the = theBody(body);
  if (view === null) {
    const unseen = new Set(context.rules.evidence.ofCriterion(criterion.reference).map((item) => item.reference));
    return { state: 'new', short: 'new to it', sentence: `New to ${the}: no view of it is recorded.`, unseen };
  }
  if (view.position === null && view.saw === null && view.sawText === null) {
    const day = view.askedOn ? ` on ${formatDate(view.askedOn)}` : '';
    const sentence = `${capitalise(the)} was asked${day}, without an answer yet; what it was shown is not recorded.`;
    return { state: 'unknown', short: 'asked; what it was shown is not recorded', sentence, unseen: nothingNew };
  }
  const freshness = freshnessOf(view, criterion, context.rules.evidence);
  if (freshness.kind === 'unknown') {
    const missing = `the ${joinWords(freshness.missing)} it saw ${whenOf(view)} ${freshness.missing.length === 1 ? 'is' : 'are'} not recorded`;
    const sentence = `Cannot tell what has changed since ${the} saw it: ${missing}.`;
    return { state: 'unknown', short: 'cannot tell', sentence, unseen: nothingNew };
  }
  if (freshness.kind === 'fresh') {
    const sentence = `Nothing that ${the} saw ${whenOf(view)} has changed since.`;
    return { state: 'fresh', short: 'nothing changed', sentence, unseen: nothingNew };
  }
  const { changes } = freshness;
  const sentence =
    view.position === null
      ? `Put to ${the} ${whenOf(view)}, without an answer yet; since then ${joinWords(changes.map(changeWords))}.`
      : staleSentence(changes, { view, history: state?.history ?? [], criterion });
  const unseen = new Set(changes.flatMap((change) => ('reference' in change ? [change.reference] : [])));
  return { state: 'stale', short: capitalise(shortWords(changes)), sentence, unseen };
}

function whenOf(view: View): string {
  const on = view.on ?? view.askedOn;
  return on === null ? 'then' : `on ${formatDate(on)}`;
}

/** `wording, EV-003 version 2`: what a table has room for. */
function shortWords(changes: readonly StaleChange[]): string {
  const words = changes.map((change) => {
    if (change.kind === 'wording') return 'the wording';
    if (change.kind === 'gone') return `${change.reference} ${change.how}`;
    if (change.kind === 'unlinked') return `${change.reference} no longer linked`;
    if (change.kind === 'otherFile') return `another file of ${change.reference}`;
    return `${change.reference} version ${change.kind === 'added' ? change.version : change.to}`;
  });
  return words.length <= 3
    ? joinWords(words)
    : `${words.slice(0, 2).join(', ')} and ${countOf(words.length - 2, 'more change')}`;
}

function changeWords(change: StaleChange): string {
  switch (change.kind) {
    case 'wording':
      return 'the wording of the criterion changed';
    case 'replaced':
      return change.how === null
        ? `${change.reference} version ${change.to} replaced version ${change.from}`
        : `${change.reference} version ${change.from} was ${change.how}, and version ${change.to} stands again`;
    case 'otherFile':
      return `${change.reference} version ${change.version} got another file`;
    case 'gone':
      return `${change.reference} version ${change.version} was ${change.how}`;
    case 'unlinked':
      return `${change.reference} no longer belongs to the criterion`;
    case 'added':
      return `${change.reference} version ${change.version} was added`;
    default:
      return assertNever(change);
  }
}
