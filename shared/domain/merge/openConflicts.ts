import { authorOf, conflictOf, type FoundConflict, isAnsweredOnBehalf, reasonOf, removalReason } from './conflicts.ts';
import { isOfPaper } from './following.ts';
import { holds } from './join.ts';
import type { Conflict } from './plan.ts';
import type { RecordDelta, RecordState, Version } from './state.ts';
import { firstOfEach, togetherWith } from './together.ts';
import { isAlive, isJoined, sameValue, shownOf, winnerOf } from './winner.ts';

/*
 * Whether a conflict is open follows from the joined record alone, so that every store that holds the same sees the same
 * ones open, and a choice anywhere, which overwrites every write that it saw, closes it everywhere.
 */

/**
 * Whether writes that did not know of each other stand in this register, and nobody wrote over them. What two records are
 * to each other no register tells.
 */
export function isOpenIn(state: RecordState, type: Conflict['type'], field: string): boolean {
  if (type === 'sameKey' || type === 'sameThing' || !isAlive(state)) return false;
  if (type === 'life') return state.life.some(({ alive }) => !alive);
  const differs = (name: string) => valuesIn(state.fields.get(name) ?? []).length > 1;
  return (
    differs(field) &&
    !togetherWith(state.kind, field).slice(0, togetherWith(state.kind, field).indexOf(field)).some(differs)
  );
}

/**
 * The open conflicts that a bundle brings along, because others met them already: whoever lost a write there, or never
 * knew of either, learns it so. They stand by their default and need not be decided before the bundle is applied.
 * @param mine the record as it stood here; null where it is new
 */
export function heardConflicts(
  mine: RecordState | null,
  theirs: RecordDelta,
  merged: RecordState,
  record: string,
): readonly FoundConflict[] {
  const heard = [...theirs.fields.keys()].flatMap((field) => heardIn(mine, merged, field, record) ?? []);
  const told = firstOfEach(merged.kind, heard);
  const life = heardLife(mine, merged, record);
  return life ? [...told, life] : told;
}

function heardIn(mine: RecordState | null, merged: RecordState, field: string, record: string): FoundConflict | null {
  const { kind } = merged;
  const joined = merged.fields.get(field) ?? [];
  // Marks and signatures are joined, not chosen between.
  if (joined.length < 2 || isJoined(kind, field) || isOfPaper(merged, field)) return null;
  const held = mine?.fields.get(field) ?? [];
  // It may have stood under another field that it stands together with.
  const wasOpen = mine !== null && isOpenIn(mine, 'field', field);
  if (valuesIn(joined).length < 2 || (wasOpen && !isAnotherSet(valuesIn(joined), valuesIn(held)))) return null;
  const winner = shownOf(merged, field);
  const own = joined.filter((version) => holds(held, version));
  const left = winnerOf(kind, field, own) ?? winner;
  const others = joined.filter(({ value }) => !sameValue(value, left?.value));
  const come = others.filter((version) => !holds(held, version));
  const right = winnerOf(kind, field, come.length > 0 ? come : others);
  if (!winner || !left || !right) return null;
  const side = sameValue(winner.value, left.value) ? 'mine' : 'theirs';
  const loser = side === 'mine' ? right : left;
  if (isAnsweredOnBehalf(merged, field, winner, loser)) return null;
  return conflictOf(merged, record, field, { left, right, side, reason: reasonOf(kind, field, winner, loser) });
}

/** A removal that others kept the record from. */
function heardLife(mine: RecordState | null, merged: RecordState, record: string): FoundConflict | null {
  const removal = merged.life.find(({ alive }) => !alive);
  if (!removal || !isAlive(merged)) return null;
  const isKnown = mine && isAlive(mine) && merged.life.every((version) => version.alive || holds(mine.life, version));
  if (isKnown) return null;
  const { kind, id } = merged;
  const isMine = mine !== null && holds(mine.life, removal);
  const work = merged.life.find(({ alive }) => alive) ?? newest([...merged.fields.values()].flat());
  return {
    type: 'life',
    kind,
    id,
    record,
    field: 'removed',
    mine: isMine,
    theirs: !isMine,
    mineBy: authorOf(isMine ? removal.stamp : work?.stamp),
    theirsBy: authorOf(isMine ? work?.stamp : removal.stamp),
    records: null,
    default: isMine ? 'theirs' : 'mine',
    reason: removalReason(kind, removal.stamp, work?.stamp),
  };
}

function newest(versions: readonly Version[]): Version | undefined {
  return versions.toSorted((left, right) => (left.stamp.at < right.stamp.at ? 1 : -1))[0];
}

/** The different values among writes. */
function valuesIn(versions: readonly Version[]): readonly unknown[] {
  const found: unknown[] = [];
  for (const { value } of versions) if (!found.some((known) => sameValue(known, value))) found.push(value);
  return found;
}

function isAnotherSet(values: readonly unknown[], known: readonly unknown[]): boolean {
  if (values.length < 2) return false;
  return values.length !== known.length || values.some((value) => !known.some((one) => sameValue(one, value)));
}
