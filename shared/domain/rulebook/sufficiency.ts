import { formatDate } from '../calendar/calendarDate.ts';
import { countOf, joinFew, joinWords } from '../foundation/words.ts';
import type { Criterion, Needs } from '../records/criterion.ts';
import type { Evidence } from '../records/evidence.ts';
import { nameOf } from './rules/criteriaEvidenced.ts';

/** One thing that a criterion asks of its evidence. `unknown`: only missing data stands in the way. */
export interface NeedState {
  /** What is asked, in words: `2 accepted items effective on or after 1 October 2021`. */
  readonly asks: string;
  readonly state: 'satisfied' | 'lacking' | 'unknown';
  /** What lacks or is not recorded, in words; null where satisfied. */
  readonly lacks: string | null;
  /** What is not recorded of which items, and could make up for some of it. */
  readonly gaps: readonly NeedGap[];
  /** Items that would do, were they not effective before the day that is asked for. */
  readonly tooOld: readonly Evidence[];
}

/** One thing that is not recorded of an item, as a clause of a sentence, and how it is mended. */
export interface NeedGap {
  readonly words: string;
  readonly mend: string;
  readonly item: Evidence;
  readonly field: 'effectiveOn' | 'kind' | 'independent';
}

/** Whether a criterion's own needs are met by its accepted evidence. Good practice, never a SEC rule. */
export interface Sufficiency {
  readonly needs: readonly NeedState[];
  /** The items that were judged, and all of them are accepted and current. */
  readonly accepted: readonly Evidence[];
}

/** @param accepted the criterion's current evidence with the status *accepted* */
export function sufficiencyOf(criterion: Criterion, accepted: readonly Evidence[]): Sufficiency {
  const { needs } = criterion;
  if (!needs || !statesNeeds(needs)) return { needs: [], accepted };
  const since = needs.effectiveOnOrAfter;
  const isOld = ({ effectiveOn }: Evidence) => since !== null && effectiveOn !== null && effectiveOn < since;
  const undated = since === null ? [] : accepted.filter((one) => one.effectiveOn === null);
  const items: Items = {
    recent: accepted.filter((one) => !isOld(one) && !undated.includes(one)),
    undated,
    old: accepted.filter(isOld),
    dated: since === null ? '' : ` effective on or after ${formatDate(since)}`,
  };
  return {
    needs: [...countNeed(needs, items), ...kindNeeds(needs, items), ...independenceNeed(needs, items)],
    accepted,
  };
}

/** The accepted items by the day on which they took effect. */
interface Items {
  readonly recent: readonly Evidence[];
  readonly undated: readonly Evidence[];
  readonly old: readonly Evidence[];
  /** The day that is asked for, in words; '' where none is. */
  readonly dated: string;
}

/** `EV-001 version 1 (effective on 1 December 2025) is too old`, of what several needs would take; nothing where there is none. */
export function tooOldInWords(needs: readonly NeedState[]): readonly string[] {
  const items = [...new Set(needs.flatMap((need) => need.tooOld))];
  if (items.length === 0) return [];
  const names = items.map(
    (one) => `${nameOf(one)}${one.effectiveOn ? ` (effective on ${formatDate(one.effectiveOn)})` : ''}`,
  );
  return [`${joinFew(names)} ${items.length === 1 ? 'is' : 'are'} too old`];
}

function statesNeeds(needs: Needs): boolean {
  return (
    (needs.minimumItems ?? 0) > 0 ||
    (needs.kinds ?? []).length > 0 ||
    needs.effectiveOnOrAfter !== null ||
    needs.independent === true
  );
}

const satisfied = (asks: string): NeedState => ({ asks, state: 'satisfied', lacks: null, gaps: [], tooOld: [] });
const lacking = (asks: string, lacks: string, more: Partial<Pick<NeedState, 'gaps' | 'tooOld'>>): NeedState => ({
  asks,
  state: 'lacking',
  lacks,
  gaps: [],
  tooOld: [],
  ...more,
});
const unknown = (asks: string, gaps: readonly NeedGap[]): NeedState => ({
  asks,
  state: 'unknown',
  lacks: joinWords(gaps.map((gap) => gap.words)),
  gaps,
  tooOld: [],
});

/** The items' effective date, kind or independence is not recorded; nothing where there is no such item. */
function gap(items: readonly Evidence[], field: NeedGap['field'], asked: string): readonly NeedGap[] {
  const [item] = items;
  if (!item) return [];
  const names = joinFew(items.map(nameOf));
  if (field === 'effectiveOn') {
    const dates = items.length === 1 ? 'date' : 'dates';
    const words = `the effective ${dates} of ${names} ${items.length === 1 ? 'is' : 'are'} not recorded`;
    return [{ words, mend: `record the effective ${dates} of ${names}`, item, field }];
  }
  const whether = `whether ${names} ${items.length === 1 ? 'is' : 'are'} ${asked}`;
  return [{ words: `it is not recorded ${whether}`, mend: `record ${whether}`, item, field }];
}

function countNeed(needs: Needs, { recent, undated, dated }: Items): readonly NeedState[] {
  const minimum = Math.max(needs.minimumItems ?? 0, dated === '' ? 0 : 1);
  if (minimum === 0) return [];
  const asks = `${countOf(minimum, 'accepted item')}${dated}`;
  if (recent.length >= minimum) return [satisfied(asks)];
  const gaps = gap(undated, 'effectiveOn', '');
  const least = minimum - recent.length - undated.length;
  if (least <= 0) return [unknown(asks, gaps)];
  const lacks = `${undated.length > 0 ? 'at least ' : ''}${countOf(least, 'accepted item')}${dated}`;
  return [lacking(asks, lacks, { gaps })];
}

function kindNeeds(needs: Needs, { recent, undated, old, dated }: Items): readonly NeedState[] {
  return [...new Set(needs.kinds ?? [])].map((kind): NeedState => {
    const asks = `an accepted item of kind ${kind.trim()}${dated}`;
    const isOfKind = (one: Evidence) => plain(one.kind ?? '') === plain(kind);
    if (recent.some(isOfKind)) return satisfied(asks);
    const could = undated.filter((one) => one.kind === null || isOfKind(one));
    const unstated = [...recent, ...could].filter((one) => one.kind === null);
    if (unstated.length + could.length === 0) return lacking(asks, asks, { tooOld: old.filter(isOfKind) });
    return unknown(asks, [...gap(unstated, 'kind', `of kind ${kind.trim()}`), ...gap(could, 'effectiveOn', '')]);
  });
}

function independenceNeed(needs: Needs, { recent, undated, old, dated }: Items): readonly NeedState[] {
  if (needs.independent !== true) return [];
  const asks = `an independent item${dated}`;
  const isIndependent = (one: Evidence) => one.independent === true;
  if (recent.some(isIndependent)) return [satisfied(asks)];
  const could = undated.filter((one) => one.independent !== false);
  const unstated = [...recent, ...could].filter((one) => one.independent === null);
  if (unstated.length + could.length === 0) return [lacking(asks, asks, { tooOld: old.filter(isIndependent) })];
  return [unknown(asks, [...gap(unstated, 'independent', 'independent'), ...gap(could, 'effectiveOn', '')])];
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
