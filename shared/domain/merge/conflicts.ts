import { keyOf, type RecordKind, recordKinds } from '../records/recordKinds.ts';
import { marksOf } from '../roles/onBehalf.ts';
import { contradicts, holds, type Sides } from './join.ts';
import { type Knowledge, knows } from './knowledge.ts';
import type { Author, Choice, Conflict } from './plan.ts';
import type { LifeVersion, RecordDelta, RecordState, Stamp, Version } from './state.ts';
import { firstOfEach } from './together.ts';
import { isAlive, isJoined, ownerAt, sameValue, shownOf, standingOf, winnerOf } from './winner.ts';

/** A conflict as it comes to light, before anybody chose. */
export type FoundConflict = Omit<Conflict, 'chosen'>;

export function authorOf(stamp: Stamp | undefined): Author | null {
  return stamp ? { name: stamp.by, organisation: stamp.organisation, at: stamp.at } : null;
}

export function nameOfRecord(kind: RecordKind, fields: Readonly<Record<string, unknown>>): string {
  return `${kind}:${kind === 'release' ? String(fields.name ?? '') : keyOf(kind, fields as never)}`;
}

export function nounOf(kind: RecordKind): string {
  return kind === 'release' ? 'release' : recordKinds[kind].noun;
}

/**
 * The conflicts that this join brings to light: a write that only we hold against one that only they hold. Where one
 * side held both, it has told of them already, and where one of them was overwritten, nothing is left to tell.
 */
export function fieldConflicts(
  mine: RecordState,
  theirs: RecordDelta,
  merged: RecordState,
  record: string,
  copies: ReadonlySet<string>,
): readonly FoundConflict[] {
  const found: FoundConflict[] = [];
  for (const [field, versions] of theirs.fields) {
    const joined = merged.fields.get(field) ?? [];
    // Marks and signatures are joined, not chosen between.
    if (joined.length < 2 || isJoined(mine.kind, field)) continue;
    const own = mine.fields.get(field) ?? [];
    const onlyMine = joined.filter((version) => holds(own, version) && !holds(versions, version));
    const onlyTheirs = joined.filter((version) => !holds(own, version));
    const differs = onlyMine.some((one) => onlyTheirs.some((other) => !sameValue(one.value, other.value)));
    const [left, right, winner] = [shownOf(mine, field), shownOf(theirs, field), shownOf(merged, field)];
    if (!differs || !left || !right || !winner) continue;
    const loser = sameValue(winner.value, left.value) ? right : left;
    if (isAnsweredOnBehalf(merged, field, winner, loser)) continue;
    const side: Choice = sameValue(winner.value, left.value) ? 'mine' : 'theirs';
    const copied = copiesIn([...onlyMine, ...onlyTheirs], copies);
    const reason = `${copied}${reasonOf(mine.kind, field, winner, side === 'mine' ? right : left)}`;
    found.push(conflictOf(mine, record, field, { left, right, side, reason }));
  }
  return firstOfEach(mine.kind, found);
}

/**
 * Registers of which each side says that it overwrote what the other one holds. A store was copied and both went on under
 * one id, in a version that told no hashes: ours stays as it is, and that theirs differs is told.
 */
export function contradictions(
  mine: RecordState,
  theirs: RecordDelta,
  sides: Sides,
  record: string,
): readonly FoundConflict[] {
  const found: FoundConflict[] = [];
  const { kind } = mine;
  for (const [field, versions] of theirs.fields) {
    const own = mine.fields.get(field) ?? [];
    const [left, right] = [winnerOf(kind, field, own), winnerOf(kind, field, versions)];
    const isDoubled = left && right && holds([left], right) && !isJoined(kind, field);
    if (!isDoubled && !contradicts(own, versions, sides)) continue;
    if (!left || !right || sameValue(left.value, right.value)) continue;
    const reason = `Two copies of one store wrote under the same numbers (${left.stamp.store} and ${right.stamp.store}), and which of them came later is not recorded; what stands here stays unless you choose otherwise.`;
    found.push(conflictOf(mine, record, field, { left, right, side: 'mine', reason }));
  }
  return firstOfEach(kind, found);
}

interface TwoValues {
  readonly left: Version;
  readonly right: Version;
  /** What stands unless somebody chooses otherwise. */
  readonly side: Choice;
  readonly reason: string;
}

/** A field that two wrote, each with their value and their hand. */
export function conflictOf(
  { kind, id }: Pick<RecordState, 'kind' | 'id'>,
  record: string,
  field: string,
  { left, right, side, reason }: TwoValues,
): FoundConflict {
  return {
    type: 'field',
    kind,
    id,
    record,
    field,
    mine: left.value,
    theirs: right.value,
    mineBy: authorOf(left.stamp),
    theirsBy: authorOf(right.stamp),
    records: null,
    default: side,
    reason,
  };
}

/** Where one of the writers is another copy of a store, which its name tells nobody. */
function copiesIn(versions: readonly Version[], copies: ReadonlySet<string>): string {
  const copy = versions.find(({ stamp }) => copies.has(stamp.store));
  const other = copy && versions.find(({ stamp }) => stamp.store !== copy.stamp.store);
  return copy && other ? `Two copies of one store wrote this (${other.stamp.store} and ${copy.stamp.store}). ` : '';
}

/** The owner's word against one that was recorded for it, and said to be: what was waited for has come. */
export function isAnsweredOnBehalf(state: RecordState, field: string, winner: Version, loser: Version): boolean {
  const isOwners = standingOf(state.kind, field, winner) === 2 && standingOf(state.kind, field, loser) === 0;
  if (!isOwners) return false;
  const writes = state.fields.get('onBehalf') ?? [];
  return writes.some(({ value }) => marksOf({ onBehalf: value }).some((mark) => mark.field === field));
}

/** Why the winner stands meanwhile. */
export function reasonOf(kind: RecordKind, field: string, winner: Version, loser: Version): string {
  const by = (version: Version) => handOf(version.stamp);
  const [ahead, behind] = [standingOf(kind, field, winner), standingOf(kind, field, loser)];
  if (ahead > behind) {
    const owner = ownerAt(kind, field, ahead === 2 ? winner : loser);
    return `${owner === 'DCC' ? 'The DCC' : 'SECAS'} owns this field, so what ${by(winner)} wrote stands unless you choose otherwise.`;
  }
  const both =
    winner.stamp.organisation === loser.stamp.organisation ? 'Both are of one side' : 'Both sides may write this field';
  return `${both}, so the later one, by ${by(winner)}, stands unless you choose otherwise.`;
}

function handOf({ by, organisation }: Stamp): string {
  return `${by} (${organisation || 'no organisation'})`;
}

/** Who removed it, and who worked on it meanwhile: two of one side may have, and one of them may read this. */
export function removalReason(kind: RecordKind, removal: Stamp, work: Stamp | undefined): string {
  const worker = work ? handOf(work) : 'somebody else';
  return `${handOf(removal)} removed this ${nounOf(kind)} while ${worker} worked on it; it stays, so that nothing is lost, unless you choose otherwise.`;
}

/** A removal against an edit or a restoration that knew nothing of it, as it comes to light in this join. */
export function lifeConflict(
  mine: RecordState,
  merged: RecordState,
  sides: { readonly mine: Knowledge; readonly theirs: Knowledge },
  record: string,
): FoundConflict | null {
  if (!isAlive(merged)) return null;
  const removals = merged.life.filter((version) => !version.alive);
  const theirRemovals = removals.filter((version) => !holds(mine.life, version));
  const myRemovals = removals.filter((version) => holds(mine.life, version) && !knows(sides.theirs, version.stamp));
  const myWork = worksIn(merged, (version) => !knows(sides.theirs, version.stamp));
  const theirWork = worksIn(merged, (version) => !knows(sides.mine, version.stamp));
  const theyRemoved = theirRemovals.some((removal) => myWork.some((stamp) => !knows(removal.saw ?? {}, stamp)));
  const iRemoved = myRemovals.some((removal) => theirWork.some((stamp) => !knows(removal.saw ?? {}, stamp)));
  if (!theyRemoved && !iRemoved) return null;
  const removal = (theyRemoved ? theirRemovals[0] : myRemovals[0]) as LifeVersion;
  const work = (theyRemoved ? myWork : theirWork)[0];
  return {
    type: 'life',
    kind: mine.kind,
    id: mine.id,
    record,
    field: 'removed',
    mine: !theyRemoved,
    theirs: theyRemoved,
    mineBy: authorOf(theyRemoved ? work : removal.stamp),
    theirsBy: authorOf(theyRemoved ? removal.stamp : work),
    records: null,
    default: theyRemoved ? 'mine' : 'theirs',
    reason: removalReason(mine.kind, removal.stamp, work),
  };
}

function worksIn(state: RecordState, isTheirs: (version: { readonly stamp: Version['stamp'] }) => boolean) {
  const written = [...state.fields.values()].flat().filter(isTheirs);
  return [...written, ...state.life.filter((version) => version.alive && isTheirs(version))].map(({ stamp }) => stamp);
}
