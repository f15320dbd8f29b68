import { canonicalJson } from '../foundation/canonicalJson.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { sideOf } from '../roles/mayChange.ts';
import { joinMarks } from '../roles/onBehalf.ts';
import { isSignedList, type Owner, ownerOf } from '../roles/ownership.ts';
import { joinSigned } from './joinSigned.ts';
import { type Knowledge, knows } from './knowledge.ts';
import type { LifeVersion, RecordState, SeenRecord, Version } from './state.ts';

export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  return canonicalJson(left) === canonicalJson(right);
}

/** The field that decides whose the other fields of a record are; null where the kind alone decides. */
export function rulingField(kind: RecordKind): 'owner' | 'provider' | null {
  if (kind === 'criterion') return 'owner';
  return kind === 'evidence' ? 'provider' : null;
}

/** Whose the field was when this version was written. */
export function ownerAt(kind: RecordKind, field: string, { stamp, value }: Version): Owner {
  return ownerOf(kind, field, { owner: stamp.ruler, provider: stamp.ruler }, value);
}

/** 2: written by whose it is; 0: by the other side; 1: it is both's, or the organisation is neither. */
export function standingOf(kind: RecordKind, field: string, version: Version): 0 | 1 | 2 {
  const owner = ownerAt(kind, field, version);
  const side = sideOf(version.stamp.organisation);
  if (owner === 'both' || side === null) return 1;
  return owner === side ? 2 : 0;
}

/**
 * The version that a register shows: its owner's, then the later one, then the one whose value sorts higher: the name of
 * the store that wrote it may be another one elsewhere (`branches.ts`).
 */
export function winnerOf(kind: RecordKind, field: string, versions: readonly Version[]): Version | null {
  let best: Version | null = null;
  for (const version of versions) if (!best || isAhead(kind, field, version, best)) best = version;
  return best;
}

function isAhead(kind: RecordKind, field: string, one: Version, other: Version): boolean {
  const standing = standingOf(kind, field, one) - standingOf(kind, field, other);
  if (standing !== 0) return standing > 0;
  if (one.stamp.at !== other.stamp.at) return one.stamp.at > other.stamp.at;
  const [mine, theirs] = [canonicalJson(one.value ?? null), canonicalJson(other.value ?? null)];
  if (mine !== theirs) return mine > theirs;
  if (one.stamp.store !== other.stamp.store) return one.stamp.store > other.stamp.store;
  return one.stamp.seq > other.stamp.seq;
}

/** Whether a record lives: somebody keeps it, or wrote something in it that no removal had seen. */
export function isAlive({ life, fields }: RecordState): boolean {
  if (life.length === 0 || life.some((version) => version.alive)) return true;
  return [...fields.values()].some((versions) => versions.some((version) => !isRemoved(life, version)));
}

function isRemoved(life: readonly LifeVersion[], version: Version): boolean {
  return life.some(({ saw }) => saw !== null && knows(saw as Knowledge, version.stamp));
}

/** What awaits its owner's word: whatever either side marked, but for what its owner has written. */
function marksIn({ kind, fields }: RecordState, writes: readonly Version[]): unknown {
  const isOwners = (field: string) => {
    const winner = winnerOf(kind, field, fields.get(field) ?? []);
    return winner !== null && standingOf(kind, field, winner) === 2;
  };
  return joinMarks(
    writes.map(({ value }) => value),
    isOwners,
  );
}

/** What a register shows: marks and lists of signatures are joined, anything else is its winner's. */
function shownOf(state: RecordState, field: string, versions: readonly Version[]): unknown {
  if (field === 'onBehalf') return marksIn(state, versions);
  const winner = winnerOf(state.kind, field, versions);
  if (winner === null) return null;
  if (versions.length > 1 && isSignedList(state.kind, field)) return joinSigned(versions, winner);
  return winner.value ?? null;
}

/** Whether several writes of a field are joined, so that there is nothing to choose between. */
export function isJoined(kind: RecordKind, field: string): boolean {
  return field === 'onBehalf' || isSignedList(kind, field);
}

/** A record as people see it; equal states give equal records. */
export function seen(state: RecordState): SeenRecord {
  const fields: Record<string, unknown> = {};
  for (const [field, versions] of state.fields) fields[field] = shownOf(state, field, versions);
  return { alive: isAlive(state), fields };
}
