import { formatDate } from '../calendar/calendarDate.ts';
import { assertNever } from '../foundation/assertNever.ts';
import { capitalise, joinFew } from '../foundation/words.ts';
import { bodyInText } from '../records/bodies.ts';
import { type Beside, type PutAgain, putAgainOf, putInWords } from './putAgain.ts';
import { positionOn, type StaleChange } from './staleness.ts';

/**
 * `TAG supported EV-003 version 1; version 2 has not been put to TAG.` and the other changes, one sentence each. What was
 * put to the body with another question or view is told as that.
 */
export function staleSentence(changes: readonly StaleChange[], beside: Beside): string {
  const { view } = beside;
  const body = bodyInText(view.body);
  const on = (what: string) => `${capitalise(body)} ${positionOn(view.position ?? 'deferred', what)}`;
  const sentences: string[] = [];
  const added = new Map<View | null, { readonly names: string[]; readonly again: PutAgain | null }>();
  for (const change of changes) {
    const again = putAgainOf(change, beside);
    if (change.kind !== 'added') {
      sentences.push(`${describeChange(change, again, body, on)}.`);
      continue;
    }
    const name = `${change.reference} version ${change.version}`;
    const known = added.get(again?.view ?? null);
    if (known) known.names.push(name);
    else added.set(again?.view ?? null, { names: [name], again });
  }
  for (const { names, again } of added.values()) {
    const when = view.on === null ? '' : ` on ${formatDate(view.on)}`;
    const start = sentences.length === 0 ? `${on(view.criterion)}${when}; ` : '';
    const put = putInWords(joinFew(names), again, body, names.length === 1 ? 'has' : 'have');
    sentences.push(`${start}${start ? put : capitalise(put)}.`);
  }
  return sentences.join(' ');
}

type View = Beside['view'];

function describeChange(
  change: Exclude<StaleChange, { kind: 'added' }>,
  again: PutAgain | null,
  body: string,
  on: (what: string) => string,
): string {
  switch (change.kind) {
    case 'wording':
      return `${on('an earlier wording of the criterion')}; ${putInWords('the present wording', again, body)}`;
    case 'replaced': {
      const since = change.how === null ? '' : `, which has since been ${change.how}`;
      const put = putInWords(`version ${change.to}`, again, body);
      return `${on(`${change.reference} version ${change.from}`)}${since}; ${put}`;
    }
    case 'otherFile': {
      const seen = `${change.reference} version ${change.version} with another file`;
      return `${on(seen)}; ${putInWords('the present file', again, body)}`;
    }
    case 'gone':
      return `${on(`${change.reference} version ${change.version}`)}, which has since been ${change.how}${withoutIt(again, body)}`;
    case 'unlinked':
      return `${on(`${change.reference} version ${change.version}`)}, which no longer belongs to the criterion${withoutIt(again, body)}`;
    default:
      return assertNever(change);
  }
}

/** Nothing of it can be put any more; that the criterion was put without it is told. */
function withoutIt(again: PutAgain | null, body: string): string {
  return again?.certain ? `; ${putInWords('the criterion without it', again, body)}` : '';
}
