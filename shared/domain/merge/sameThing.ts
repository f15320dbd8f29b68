import { kinds } from '../catalogue/kinds.ts';
import { partAsEntered } from '../catalogue/modification.ts';
import { type ListKind, listKinds, type RecordKind } from '../records/recordKinds.ts';
import { authorOf, nameOfRecord, nounOf } from './conflicts.ts';
import type { Choice, Conflict } from './plan.ts';
import type { Mending } from './sameKey.ts';
import type { RecordState, Stamp } from './state.ts';
import { sameValue, standingOf, winnerOf } from './winner.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The name under which such a choice stands beside the fields of a record: `view:TAG/AC-01#twice`. */
const twice = 'twice';

/** Kinds of which the catalogue says how one thing that was entered twice is known. */
export const twiceKinds: readonly ListKind[] = listKinds.filter((kind) => sameBy(kind).length > 0);

/** What the merge knows of the records beside what they say. */
interface Known {
  readonly mending: Mending;
  /** Records that came, came back or came to say this by this merge. */
  readonly fresh: ReadonlySet<string>;
  /** The store that merges; null: nobody's, so that nothing is removed by itself. */
  readonly own: string | null;
  /** Whether a choice between the two is on the list of this store already. */
  readonly isNoted: (one: string, other: string) => boolean;
}

interface Found {
  /** To be chosen between; both stay until then. */
  readonly conflicts: readonly Conflict[];
  /** The same, where there is nothing to choose now: both came from others, or one was entered beside the other here. */
  readonly heard: readonly Conflict[];
  /** Records that say exactly what another one says, which stays. */
  readonly spare: readonly string[];
}

/** What records are one thing by: the first of its fields must be stated; null: nothing is said by which one could tell. */
export function identityOf(kind: RecordKind, fields: Fields): string | null {
  const by = sameBy(kind);
  const entered = asEntered(kind, fields);
  const values = by.map((name) =>
    String(entered[name] ?? '')
      .trim()
      .toLowerCase(),
  );
  return (values[0] ?? '') === '' ? null : JSON.stringify(values);
}

/** Without the name that the merge gave the second of two records meanwhile. */
export function asEntered(kind: RecordKind, fields: Fields): Fields {
  return kind === 'modification' ? { ...fields, part: partAsEntered((fields.part ?? null) as string | null) } : fields;
}

/** Whether two living records of a kind are one thing, as far as they tell. */
export function isSameThing(kind: RecordKind, one: Fields, other: Fields): boolean {
  const identity = identityOf(kind, one);
  if (identity === null || identity !== identityOf(kind, other)) return false;
  const apartBy: readonly string[] = kind === 'release' ? [] : kinds[kind].apartBy;
  return !apartBy.some((name) => {
    const [left, right] = [one[name] ?? null, other[name] ?? null];
    return left !== null && right !== null && !sameValue(left, right);
  });
}

/** Whether one of these fields decides what a record is the same thing as. */
export function tellsThings(kind: RecordKind, fields: readonly string[]): boolean {
  const apartBy: readonly string[] = kind === 'release' ? [] : kinds[kind].apartBy;
  return fields.some((field) => sameBy(kind).includes(field) || apartBy.includes(field));
}

function sameBy(kind: RecordKind): readonly string[] {
  return kind === 'release' ? [] : kinds[kind].sameBy;
}

/** The fields in which two records differ, with the values of the first. */
export function differenceOf(one: Fields, other: Fields): Fields {
  const names = Object.keys({ ...other, ...one }).filter((name) => name !== 'onBehalf');
  const differing = names.filter((name) => !sameValue(one[name] ?? null, other[name] ?? null));
  return Object.fromEntries(differing.map((name) => [name, one[name] ?? null]));
}

/**
 * One thing that several stores entered, each without the other's record. Where the two say the same, the store that made
 * one of them takes the spare one out; else both stay, in findings and pack, until somebody chose.
 */
export function findSameThings(kind: ListKind, known: Known): Found {
  const living = known.mending.living(kind);
  const groups = new Map<string, string[]>();
  for (const [id, fields] of living) {
    const identity = identityOf(kind, fields);
    if (identity === null) continue;
    const group = groups.get(identity);
    if (group) group.push(id);
    else groups.set(identity, [id]);
  }
  const found = { conflicts: [] as Conflict[], heard: [] as Conflict[], spare: [] as string[] };
  for (const ids of groups.values()) if (ids.length > 1) judgeGroup(kind, ids, known, found);
  return found;
}

function judgeGroup(kind: ListKind, ids: readonly string[], known: Known, found: Record<keyof Found, unknown[]>): void {
  const { mending, fresh, own, isNoted } = known;
  const living = mending.living(kind);
  const fieldsOf = (id: string) => living.get(id) ?? {};
  const makers = new Map(ids.map((id) => [id, makerOf(mending.stateOf(kind, id))] as const));
  const standing = (id: string) => standingAt(kind, makers.get(id) ?? null);
  const sorted = [...ids].sort((left, right) => standing(right) - standing(left) || (left < right ? -1 : 1));
  const isTwin = (one: string, other: string) =>
    makers.get(one)?.store !== makers.get(other)?.store && isSameThing(kind, fieldsOf(one), fieldsOf(other));
  const pairs = new Map<string, readonly [keeper: string, other: string]>();
  for (const id of sorted) {
    const twin = sorted.find((other) => isTwin(id, other));
    if (twin === undefined) continue;
    const pair = sorted.indexOf(id) < sorted.indexOf(twin) ? ([id, twin] as const) : ([twin, id] as const);
    pairs.set(pair.join(), pair);
  }
  for (const [keeper, id] of pairs.values()) {
    const isFresh = fresh.has(id) || fresh.has(keeper);
    const isOurs = own !== null && [id, keeper].some((one) => makers.get(one)?.store === own);
    if (Object.keys(differenceOf(fieldsOf(id), fieldsOf(keeper))).length === 0 && isOurs && isFresh) {
      found.spare.push(id);
      continue;
    }
    if (isNoted(id, keeper)) continue;
    const isMet = mending.wasMine(kind, id) !== mending.wasMine(kind, keeper);
    const conflict = conflictOf(kind, id, keeper, known);
    found[isMet ? 'conflicts' : 'heard'].push({ ...conflict, chosen: isMet ? mending.choice(nameOf(conflict)) : null });
  }
}

function nameOf({ record, field }: Pick<Conflict, 'record' | 'field'>): string {
  return `${record}#${field}`;
}

/** `mine` and `theirs` are the ids of the two records: what they say may change until somebody chose. */
function conflictOf(kind: ListKind, id: string, keeper: string, { mending }: Known): Omit<Conflict, 'chosen'> {
  const isMine = mending.wasMine(kind, id) && !mending.wasMine(kind, keeper);
  const [mine, theirs] = isMine ? [id, keeper] : [keeper, id];
  const record = nameOfRecord(kind, asEntered(kind, mending.living(kind).get(keeper) ?? {}));
  return {
    type: 'sameThing',
    kind,
    id,
    record,
    field: twice,
    mine,
    theirs,
    mineBy: authorOf(makerOf(mending.stateOf(kind, mine)) ?? undefined),
    theirsBy: authorOf(makerOf(mending.stateOf(kind, theirs)) ?? undefined),
    records: null,
    default: null,
    reason: `Two stores each entered this ${nounOf(kind)} without the other; both stay until you choose the one that is to stand.`,
  };
}

/** The record that goes where this one of the two is chosen. */
export function goesWith({ mine, theirs }: Pick<Conflict, 'mine' | 'theirs'>, chosen: Choice): string {
  return String(chosen === 'mine' ? theirs : mine);
}

/** Whoever wrote by what the record is known first of all, which nobody writes who only works on it. */
export function makerOf(state: RecordState | null): Stamp | null {
  const [field] = state ? sameBy(state.kind) : [];
  if (!state || field === undefined) return null;
  return winnerOf(state.kind, field, state.fields.get(field) ?? [])?.stamp ?? null;
}

/** Of the record as a whole. */
function standingAt(kind: ListKind, stamp: Stamp | null): number {
  return stamp ? standingOf(kind, '', { stamp, value: null }) : 0;
}
