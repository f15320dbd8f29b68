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
  /** What is not recorded of which items; empty unless *unknown*. */
  readonly gaps: readonly NeedGap[];
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
  const recent = accepted.filter((one) => since === null || (one.effectiveOn !== null && one.effectiveOn >= since));
  const undated = since === null ? [] : accepted.filter((one) => one.effectiveOn === null);
  return {
    needs: [
      ...countNeed(needs, recent, undated),
      ...kindNeeds(needs, recent, undated),
      ...independenceNeed(needs, recent, undated),
    ],
    accepted,
  };
}

function statesNeeds(needs: Needs): boolean {
  return (
    (needs.minimumItems ?? 0) > 0 ||
    (needs.kinds ?? []).length > 0 ||
    needs.effectiveOnOrAfter !== null ||
    needs.independent === true
  );
}

const satisfied = (asks: string): NeedState => ({ asks, state: 'satisfied', lacks: null, gaps: [] });
const lacking = (asks: string, lacks: string): NeedState => ({ asks, state: 'lacking', lacks, gaps: [] });
const unknown = (asks: string, gaps: readonly NeedGap[]): NeedState => ({
  asks,
  state: 'unknown',
  lacks: joinWords(gaps.map((gap) => gap.words)),
  gaps,
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

function countNeed(needs: Needs, recent: readonly Evidence[], undated: readonly Evidence[]): readonly NeedState[] {
  const since = needs.effectiveOnOrAfter;
  const minimum = Math.max(needs.minimumItems ?? 0, since === null ? 0 : 1);
  if (minimum === 0) return [];
  const dated = since === null ? '' : ` effective on or after ${formatDate(since)}`;
  const asks = `${countOf(minimum, 'accepted item')}${dated}`;
  if (recent.length >= minimum) return [satisfied(asks)];
  if (recent.length + undated.length >= minimum) return [unknown(asks, gap(undated, 'effectiveOn', ''))];
  return [lacking(asks, `${countOf(minimum - recent.length, 'accepted item')}${dated}`)];
}

function kindNeeds(needs: Needs, recent: readonly Evidence[], undated: readonly Evidence[]): readonly NeedState[] {
  return [...new Set(needs.kinds ?? [])].map((kind): NeedState => {
    const asks = `an accepted item of kind ${kind.trim()}`;
    const has = (items: readonly Evidence[]) => items.some((one) => plain(one.kind ?? '') === plain(kind));
    if (has(recent)) return satisfied(asks);
    const could = undated.filter((one) => one.kind === null || plain(one.kind) === plain(kind));
    const unstated = [...recent, ...could].filter((one) => one.kind === null);
    if (unstated.length + could.length === 0) return lacking(asks, asks);
    return unknown(asks, [...gap(unstated, 'kind', `of kind ${kind.trim()}`), ...gap(could, 'effectiveOn', '')]);
  });
}

function independenceNeed(
  needs: Needs,
  recent: readonly Evidence[],
  undated: readonly Evidence[],
): readonly NeedState[] {
  if (needs.independent !== true) return [];
  const asks = 'an independent item';
  if (recent.some((one) => one.independent === true)) return [satisfied(asks)];
  const could = undated.filter((one) => one.independent !== false);
  const unstated = [...recent, ...could].filter((one) => one.independent === null);
  if (unstated.length + could.length === 0) return [lacking(asks, asks)];
  return [unknown(asks, [...gap(unstated, 'independent', 'independent'), ...gap(could, 'effectiveOn', '')])];
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
