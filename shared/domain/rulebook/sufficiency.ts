import { formatDate } from '../calendar/calendarDate.ts';
import type { Criterion, Needs } from '../records/criterion.ts';
import type { Evidence } from '../records/evidence.ts';
import { nameOf } from './rules/criteriaEvidenced.ts';
import { countOf, joinFew } from './words.ts';

/** One thing that a criterion asks of its evidence. `unknown`: only missing data stands in the way. */
interface NeedState {
  /** What is asked, in words: `2 accepted items effective on or after 1 October 2021`. */
  readonly asks: string;
  readonly state: 'satisfied' | 'lacking' | 'unknown';
  /** What lacks or is not recorded, in words; null where satisfied. */
  readonly lacks: string | null;
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

const satisfied = (asks: string): NeedState => ({ asks, state: 'satisfied', lacks: null });
const lacking = (asks: string, lacks: string): NeedState => ({ asks, state: 'lacking', lacks });
const unknown = (asks: string, lacks: string): NeedState => ({ asks, state: 'unknown', lacks });

function countNeed(needs: Needs, recent: readonly Evidence[], undated: readonly Evidence[]): readonly NeedState[] {
  const since = needs.effectiveOnOrAfter;
  const minimum = Math.max(needs.minimumItems ?? 0, since === null ? 0 : 1);
  if (minimum === 0) return [];
  const dated = since === null ? '' : ` effective on or after ${formatDate(since)}`;
  const asks = `${countOf(minimum, 'accepted item')}${dated}`;
  if (recent.length >= minimum) return [satisfied(asks)];
  if (recent.length + undated.length >= minimum)
    return [unknown(asks, `the effective date of ${joinFew(undated.map(nameOf))} is not recorded`)];
  return [lacking(asks, `${countOf(minimum - recent.length, 'accepted item')}${dated}`)];
}

function kindNeeds(needs: Needs, recent: readonly Evidence[], undated: readonly Evidence[]): readonly NeedState[] {
  return [...new Set(needs.kinds ?? [])].map((kind): NeedState => {
    const asks = `an accepted item of kind ${kind.trim()}`;
    const has = (items: readonly Evidence[]) => items.some((one) => plain(one.kind ?? '') === plain(kind));
    if (has(recent)) return satisfied(asks);
    const silent = [
      ...recent.filter((one) => one.kind === null),
      ...undated.filter((one) => one.kind === null || plain(one.kind) === plain(kind)),
    ];
    if (silent.length === 0) return lacking(asks, asks);
    const items = joinFew(silent.map(nameOf));
    return unknown(asks, `it is not recorded whether ${items} is of kind ${kind.trim()} and recent enough`);
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
  const silent = [
    ...recent.filter((one) => one.independent === null),
    ...undated.filter((one) => one.independent !== false),
  ];
  if (silent.length === 0) return [lacking(asks, asks)];
  return [unknown(asks, `it is not recorded whether ${joinFew(silent.map(nameOf))} is independent`)];
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
