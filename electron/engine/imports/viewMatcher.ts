import { compareText } from '../../../shared/domain/foundation/naturalOrder.ts';
import { bodyOf } from '../../../shared/domain/records/bodies.ts';
import type { StoredRecord } from '../../store/records.ts';
import type { Fields } from '../fields.ts';

/** What tells one view of a body on a criterion from another. */
const telling = ['askedOn', 'on', 'position', 'paper', 'meeting', 'wording'] as const;
type Telling = (typeof telling)[number];

/**
 * A body may speak of a criterion more than once, and what it said or was asked before is never written over. A row is the
 * view that it agrees with, or the answer to a question that was open on its day; any other row is a new view. Of several
 * it is the one that it shares most with, and then the latest.
 */
export function viewMatcher(
  records: readonly StoredRecord[],
): (fields: Fields, taken?: ReadonlySet<string>) => StoredRecord | null {
  const byPair = new Map<string, StoredRecord[]>();
  for (const stored of records) {
    const known = byPair.get(pairOf(stored.fields));
    if (known) known.push(stored);
    else byPair.set(pairOf(stored.fields), [stored]);
  }
  for (const views of byPair.values()) views.sort((left, right) => compareText(when(left), when(right)));
  return (row, taken) => {
    let [best, most]: [StoredRecord | null, number] = [null, 0];
    for (const stored of byPair.get(pairOf(row)) ?? []) {
      if (taken?.has(stored.id) || !isOf(row, stored.fields)) continue;
      const shared = telling.filter((name) => row[name] !== undefined && isSame(row, stored.fields, name)).length;
      if (shared >= most) [best, most] = [stored, shared];
    }
    return best;
  };
}

function isOf(row: Fields, view: Fields): boolean {
  const isOpen = stated(view, 'position') === null && stated(view, 'on') === null;
  if (isOpen) return agrees(row, view, 'askedOn', 'paper') && isAskedBy(row, view);
  if (!agrees(row, view, 'askedOn', 'on', 'position', 'paper')) return false;
  // The wording and the meeting of a view may be corrected where both are of one day, or where neither says of which; beside
  // a view of a day they are all that tells whether a row without one means it.
  if (row.on !== undefined) return isSame(row, view, 'on');
  if (row.position !== undefined && stated(view, 'on') === null) return isAnswerTo(row, view);
  return agrees(row, view, 'meeting', 'wording') && isAnswerTo(row, view);
}

/** Nobody answers before the question; a row without a day of the answer may be the answer to any. */
function isAskedBy(row: Fields, view: Fields): boolean {
  const asked = stated(view, 'askedOn');
  return row.on === undefined || asked === null || asked <= String(row.on);
}

/** A question of a day of its own is not that to which an answer without such a day was given. */
function isAnswerTo(row: Fields, view: Fields): boolean {
  if (row.askedOn === undefined || stated(view, 'askedOn') !== null) return true;
  const on = stated(view, 'on');
  return row.position !== undefined && (on === null || String(row.askedOn) <= on);
}

/** Whether neither says anything else than the other; what one leaves out is no contradiction. */
function agrees(row: Fields, view: Fields, ...names: readonly Telling[]): boolean {
  return names.every((name) => row[name] === undefined || stated(view, name) === null || isSame(row, view, name));
}

function isSame(row: Fields, view: Fields, name: Telling): boolean {
  return stated(row, name) === stated(view, name);
}

function stated(fields: Fields, name: Telling): string | null {
  const text = String(fields[name] ?? '').trim();
  return text === '' ? null : text;
}

function when({ fields }: StoredRecord): string {
  return stated(fields, 'on') ?? stated(fields, 'askedOn') ?? '';
}

function pairOf({ body, criterion }: Fields): string {
  return `${bodyOf(String(body ?? ''))}/${String(criterion ?? '')
    .trim()
    .toLowerCase()}`;
}
