import { followAll, pointersAt, type Rename, renamesOf } from '../catalogue/pointers.ts';
import { authorOf } from './conflicts.ts';
import type { Choice, Conflict, LocalEdit } from './plan.ts';
import { type KeyedKind, keyIn, renamed } from './pointers.ts';
import type { RecordState, Version } from './state.ts';
import { standingOf, winnerOf } from './winner.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The joined release as it reads, which the mending edits in place, and what is behind a record. */
export interface Mending {
  readonly living: (kind: LocalEdit['kind']) => Map<string, Fields>;
  readonly stateOf: (kind: LocalEdit['kind'], id: string) => RecordState | null;
  readonly wasMine: (kind: LocalEdit['kind'], id: string) => boolean;
  readonly choice: (name: string) => Choice | null;
  readonly edit: (kind: LocalEdit['kind'], id: string, fields: Fields) => void;
}

/**
 * Two records took one reference while neither side saw the other: both stay. The one keeps it whose writer owns the
 * field, else the one with the lower id; the other gets a letter more, and what its own side had pointed at it follows.
 * All of it follows from the joined state, so that two sides who mend at once mend alike.
 */
export function mendSameKeys(kind: KeyedKind, mending: Mending): readonly Conflict[] {
  const living = mending.living(kind);
  const byKey = new Map<string, string[]>();
  for (const [id, fields] of living) {
    const key = keyIn(kind, fields);
    const ids = byKey.get(key);
    if (ids) ids.push(id);
    else byKey.set(key, [id]);
  }
  const conflicts: Conflict[] = [];
  const clashing = [...byKey].filter(([, ids]) => ids.length > 1).sort(([left], [right]) => (left < right ? -1 : 1));
  for (const [key] of clashing) {
    // An earlier mending may have taken one of them along already.
    const ids = (byKey.get(key) ?? []).filter((id) => keyIn(kind, living.get(id) ?? {}) === key);
    if (ids.length < 2) continue;
    const { keeper, losers, second, conflict } = judge(kind, key, ids, mending);
    for (const loser of losers) rename(kind, loser, keeper, byKey, mending);
    // One modification that two entered is told as one thing; of the others each is another thing.
    if (kind !== 'modification') conflicts.push(conflict(String(living.get(second)?.reference)));
  }
  return conflicts;
}

function judge(kind: KeyedKind, key: string, ids: readonly string[], mending: Mending) {
  const record = `${kind}:${key}`;
  // Of one thing that two entered, the one that was chosen keeps its name; the other goes (`sameThing.ts`).
  const choice = mending.choice(`${record}#${kind === 'modification' ? 'twice' : 'reference'}`);
  const standing = (id: string) => {
    const version = versionOf(kind, id, mending);
    return version ? standingOf(kind, 'reference', version) : 0;
  };
  const sorted = [...ids].sort((left, right) => standing(right) - standing(left) || (left < right ? -1 : 1));
  const first = sorted[0] as string;
  const side = (id: string): Choice => (mending.wasMine(kind, id) ? 'mine' : 'theirs');
  const keeper = (choice && sorted.find((id) => side(id) === choice)) ?? first;
  const losers = sorted.filter((id) => id !== keeper);
  const second = losers[0] as string;
  const { reference } = mending.living(kind).get(keeper) ?? {};
  const by = (wanted: Choice) => {
    const id = sorted.find((one) => side(one) === wanted);
    return authorOf(id === undefined ? undefined : versionOf(kind, id, mending)?.stamp);
  };
  const conflict = (other: string): Conflict => ({
    type: 'sameKey',
    kind,
    id: keeper,
    record,
    field: 'reference',
    mine: side(keeper) === 'mine' ? reference : other,
    theirs: side(keeper) === 'mine' ? other : reference,
    mineBy: by('mine'),
    theirsBy: by('theirs'),
    records: side(keeper) === 'mine' ? { mine: keeper, theirs: second } : { mine: second, theirs: keeper },
    default: side(first),
    reason: `Both sides gave the reference ${key} to different records; both stay, and one of them is now called ${other}.`,
    chosen: choice,
  });
  return { keeper, losers, second, conflict };
}

function rename(kind: KeyedKind, loser: string, keeper: string, byKey: Map<string, string[]>, mending: Mending): void {
  const living = mending.living(kind);
  const group = lineage(kind, loser, keeper, mending);
  const names = (attempt: number) =>
    group.map((id) => {
      const was = living.get(id) ?? {};
      const fields = renamed(kind, was, attempt);
      const after = { ...was, ...fields };
      // All that its own side has under this reference goes along, so that nothing of theirs keeps it.
      return { id, is: keyIn(kind, after), fields, renames: renamesOf(kind, was, after, () => false) };
    });
  let attempt = 1;
  while (names(attempt).some(({ is }) => byKey.has(is))) attempt += 1;
  const writer = versionOf(kind, loser, mending)?.stamp.store;
  const isApart = writer !== versionOf(kind, keeper, mending)?.stamp.store;
  for (const { id, is, fields, renames } of names(attempt)) {
    byKey.set(is, [id]);
    mending.edit(kind, id, fields);
    if (writer !== undefined && isApart) follow(kind, writer, renames, mending);
  }
}

/** All versions of the evidence item that the loser's side has under this reference: they belong together. */
function lineage(kind: KeyedKind, loser: string, keeper: string, mending: Mending): readonly string[] {
  if (kind !== 'evidence') return [loser];
  const store = versionOf(kind, loser, mending)?.stamp.store;
  if (store === versionOf(kind, keeper, mending)?.stamp.store) return [loser];
  const living = mending.living(kind);
  const reference = living.get(loser)?.reference;
  const others = [...living].filter(([, fields]) => fields.reference === reference).map(([id]) => id);
  return others.filter((id) => id === loser || versionOf(kind, id, mending)?.stamp.store === store).sort();
}

/** What the loser's own side wrote meant the loser, for it knew no other record of that name. */
function follow(kind: KeyedKind, writer: string, renames: readonly Rename[], mending: Mending): void {
  for (const pointer of pointersAt[kind]) {
    for (const [id, fields] of [...mending.living(pointer.kind)]) {
      const value = followAll(pointer, fields[pointer.field], renames);
      if (value === undefined) continue;
      const versions = mending.stateOf(pointer.kind, id)?.fields.get(pointer.field) ?? [];
      if (winnerOf(pointer.kind, pointer.field, versions)?.stamp.store === writer)
        mending.edit(pointer.kind, id, { [pointer.field]: value });
    }
  }
}

function versionOf(kind: KeyedKind, id: string, mending: Mending): Version | null {
  return winnerOf(kind, 'reference', mending.stateOf(kind, id)?.fields.get('reference') ?? []);
}
