import { formatDate } from '../calendar/calendarDate.ts';
import { bodyInText } from '../records/bodies.ts';
import type { View } from '../records/committees.ts';
import type { Criterion } from '../records/criterion.ts';
import { evidenceKey } from '../records/evidence.ts';
import { positionOn, type StaleChange } from './staleness.ts';

/** Another question or view of the same body that showed it what a view did not see. `certain` false: what it showed is not recorded. */
export interface PutAgain {
  readonly view: View;
  readonly certain: boolean;
  /** It came after the view that stands, and has no answer; a deferral is none. */
  readonly open: boolean;
}

/** Everything that a body was asked and said of a criterion, beside one of its views. */
export interface Beside {
  readonly view: View;
  readonly history: readonly View[];
  readonly criterion: Criterion;
}

/** The latest other question or view that showed what changed; else the latest since that may have; null: it was not put again. */
export function putAgainOf(change: StaleChange, beside: Beside): PutAgain | null {
  let best: PutAgain | null = null;
  for (const other of beside.history) {
    if (other === beside.view) continue;
    const found = shownBy(change, other, beside);
    if (found === null) continue;
    const isBetter = best === null || (found.certain && !best.certain);
    const isLater = best !== null && found.certain === best.certain && putDay(found.view) >= putDay(best.view);
    if (isBetter || isLater) best = found;
  }
  return best;
}

/** The latest question or deferral that an answer is awaited to, where all that changed was, or may have been, put by one. */
export function awaitedOf(changes: readonly StaleChange[], beside: Beside): View | null {
  const found = changes.map((change) => putAgainOf(change, beside));
  const open = found.filter((one) => one?.open);
  if (open.length < changes.length) return null;
  return open.reduce<View | null>(
    (latest, one) => (one && (latest === null || putDay(one.view) >= putDay(latest)) ? one.view : latest),
    null,
  );
}

function shownBy(change: StaleChange, other: View, { view, criterion }: Beside): PutAgain | null {
  const isSince = putDay(other) !== '' && putDay(other) >= (view.on ?? view.askedOn ?? '');
  const open = isSince && (other.position === null || other.position === 'deferred');
  const stamp = change.kind === 'wording' ? other.sawText : other.saw;
  if (stamp === null) return open ? { view: other, certain: false, open } : null;
  const isShown =
    change.kind === 'wording' ? other.sawText === criterion.text : holds(change, other.saw ?? [], isSince);
  return isShown ? { view: other, certain: true, open } : null;
}

/** A stamp holds what is there now; of what is gone, one made since holds it no longer. */
function holds(
  change: Exclude<StaleChange, { kind: 'wording' }>,
  saw: NonNullable<View['saw']>,
  isSince: boolean,
): boolean {
  const { reference } = change;
  const version = change.kind === 'replaced' ? change.to : change.version;
  const item = saw.find(({ evidence }) => evidence === evidenceKey({ reference, version }));
  if (change.kind === 'gone' || change.kind === 'unlinked') return isSince && item === undefined;
  if (item === undefined) return false;
  if (item.sha256 === null || change.sha256 === null) return change.kind !== 'otherFile';
  return item.sha256 === change.sha256;
}

/** `version 2 was put to TAG on 10 May 2026, no answer yet`; `has not been put to TAG` where it was not. */
export function putInWords(what: string, again: PutAgain | null, body: string, verb: 'has' | 'have' = 'has'): string {
  const name = bodyInText(body);
  if (again === null) return `${what} ${verb} not been put to ${name}`;
  const { view, certain, open } = again;
  const was = verb === 'has' ? 'was' : 'were';
  const asked = view.askedOn ?? (view.position === null ? null : view.on);
  const when = asked === null ? '' : ` on ${formatDate(asked)}`;
  if (!certain) return `it is not recorded whether ${what} ${was} put to ${name}${when}`;
  if (view.position === null) return `${what} ${was} put to ${name}${when}${open ? ', no answer yet' : ''}`;
  const answered = view.on === null || view.on === asked ? '' : ` on ${formatDate(view.on)}`;
  const it = verb === 'has' ? 'it' : 'them';
  return `${what} ${was} put to ${name}${when}, and ${name} ${positionOn(view.position, it)}${answered}`;
}

function putDay(view: View): string {
  return view.askedOn ?? view.on ?? '';
}
