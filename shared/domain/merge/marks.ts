import type { RecordKind } from '../records/recordKinds.ts';
import { sideOf } from '../roles/mayChange.ts';
import { ownerOf } from '../roles/ownership.ts';
import { holds } from './join.ts';
import type { MergedRecord } from './plan.ts';
import type { RecordState, Stamp } from './state.ts';
import { shownOf, standingOf, winnerOf } from './winner.ts';

export type Side = 'DCC' | 'SECAS';

/**
 * What a bundle does that is not its sender's to do, as `criterion:AC-01#text`, or `#added`, `#removed` and `#restored`:
 * what its writer does not own, and what its sender says that the other side wrote, for only the sender's own key vouches
 * for it. Shown, never refused, for the other side decided what it lets in; never applied without being asked.
 * @param mine the record as it stood here; null where it is new
 * @param sender the side that the key vouches for; null: neither, or not known
 */
export function marksIn(
  merged: MergedRecord,
  mine: RecordState | null,
  record: string,
  sender: Side | null,
): readonly string[] {
  const { state, before, after, changed } = merged;
  const isStrange = (stamp: Stamp) => {
    const side = sideOf(stamp.organisation);
    return sender !== null && side !== null && side !== sender;
  };
  if (!before || before.alive !== after.alive) {
    if (!before && !after.alive) return [];
    const name = !before ? 'added' : after.alive ? 'restored' : 'removed';
    const fresh = state.life.filter((version) => !mine || !holds(mine.life, version));
    const strange = fresh.some(({ stamp }) => isStrange(stamp) || (before && isNotTheirs(state, before.fields, stamp)));
    const isMarked = strange || (!before && isStatedByAnother(state));
    if (isMarked) return [`${record}#${name}`];
  }
  if (!before) return [];
  const fields = changed.filter((field) => {
    const winner = shownOf(state, field);
    if (winner === null) return false;
    const isNew = !holds(mine?.fields.get(field) ?? [], winner);
    return standingOf(state.kind, field, winner) === 0 || (isNew && isStrange(winner.stamp));
  });
  return fields.map((field) => `${record}#${field}`);
}

/** Whether somebody removed or brought back a record of the other side's. */
function isNotTheirs({ kind }: RecordState, fields: Readonly<Record<string, unknown>>, { organisation }: Stamp) {
  const owner = ownerOf(kind, namingField(kind), fields);
  const side = sideOf(organisation);
  return owner !== 'both' && side !== null && side !== owner;
}

/**
 * Whether a new record states what its writer does not own. Evidence may be recorded by whoever received it, and a
 * criterion that starts without evidence says nothing for its owner yet.
 */
function isStatedByAnother({ kind, fields }: RecordState): boolean {
  return [...fields].some(([field, versions]) => {
    const winner = winnerOf(kind, field, versions);
    if (winner === null || winner.value === null || field === 'onBehalf') return false;
    if (kind === 'criterion' && winner.value === 'notSubmitted') return false;
    const received = kind === 'evidence' ? { ...winner, stamp: { ...winner.stamp, ruler: null } } : winner;
    return standingOf(kind, field, received) === 0;
  });
}

/** The field by which a record is somebody's. */
function namingField(kind: RecordKind): string {
  return kind === 'release' ? 'name' : kind === 'evidence' ? 'title' : 'reference';
}
