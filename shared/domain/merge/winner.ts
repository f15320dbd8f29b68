import { canonicalJson } from '../foundation/canonicalJson.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { sideOf } from '../roles/mayChange.ts';
import { joinMarks } from '../roles/onBehalf.ts';
import { isSignedList, type Owner, ownerOf } from '../roles/ownership.ts';
import { joinSigned } from './joinSigned.ts';
import { type Knowledge, knows } from './knowledge.ts';
import type { LifeVersion, RecordState, SeenRecord, Stamp, Version } from './state.ts';
import { compareJson, togetherWith } from './together.ts';

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
  const order = compareJson(one.value, other.value);
  if (order !== 0) return order > 0;
  if (one.stamp.store !== other.stamp.store) return one.stamp.store > other.stamp.store;
  return one.stamp.seq > other.stamp.seq;
}

type Fields = Readonly<Record<string, unknown>>;
type Registers = Pick<RecordState, 'kind' | 'fields'>;

/** The version that a field of a record shows: of fields that stand together, all show the same write's. */
export function shownOf(state: Registers, field: string): Version | null {
  const versions = state.fields.get(field) ?? [];
  const group = togetherWith(state.kind, field);
  const isSettled = group.every((one) => (state.fields.get(one)?.length ?? 0) < 2);
  const write = isSettled ? null : writeShown(state, group);
  const own = write && versions.find(({ stamp }) => isSameWrite(stamp, write));
  return own ?? winnerOf(state.kind, field, versions);
}

function isSameWrite(one: Stamp, other: Stamp): boolean {
  return one.store === other.store && one.seq === other.seq;
}

/**
 * The write that fields standing together show. One that wrote more of them goes first, for in stores that wrote them
 * apart it is the one that says most; then as for a single field, by all that it wrote.
 */
function writeShown({ kind, fields }: Registers, group: readonly string[]): Stamp | null {
  const writes: { readonly stamp: Stamp; readonly values: Record<string, unknown> }[] = [];
  for (const field of group)
    for (const { stamp, value } of fields.get(field) ?? []) {
      const known = writes.find((write) => isSameWrite(write.stamp, stamp));
      if (known) known.values[field] = value;
      else writes.push({ stamp, values: { [field]: value } });
    }
  const most = Math.max(...writes.map(({ values }) => Object.keys(values).length));
  const [first, ...others] = writes.filter(({ values }) => Object.keys(values).length === most);
  if (!first) return null;
  const lead = group.find((field) => field in first.values) ?? '';
  const standing = ({ stamp, values }: typeof first) => standingOf(kind, lead, { stamp, value: values[lead] });
  const isAhead = (one: typeof first, other: typeof first) => {
    const ahead = standing(one) - standing(other);
    if (ahead !== 0) return ahead > 0;
    if (one.stamp.at !== other.stamp.at) return one.stamp.at > other.stamp.at;
    const order = compareJson(one.values, other.values);
    if (order !== 0) return order > 0;
    return one.stamp.store === other.stamp.store
      ? one.stamp.seq > other.stamp.seq
      : one.stamp.store > other.stamp.store;
  };
  return others.reduce((best, write) => (isAhead(write, best) ? write : best), first).stamp;
}

/** A value of a register, with what the same write wrote into the fields that it stands together with; null: it is gone. */
export function writtenWith({ kind, fields }: Registers, field: string, value: unknown): Fields | null {
  const write = fields.get(field)?.find((version) => sameValue(version.value ?? null, value ?? null));
  if (!write) return null;
  const others = togetherWith(kind, field).flatMap((name) => {
    const own = fields.get(name)?.find(({ stamp }) => isSameWrite(stamp, write.stamp));
    return own ? [[name, own.value ?? null] as const] : [];
  });
  return { ...Object.fromEntries(others), [field]: value };
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

/** The value that a register shows: marks and lists of signatures are joined, anything else is one write's. */
function valueShown(state: RecordState, field: string): unknown {
  const versions = state.fields.get(field) ?? [];
  if (field === 'onBehalf') return marksIn(state, versions);
  const shown = shownOf(state, field);
  if (shown !== null && versions.length > 1 && isSignedList(state.kind, field)) return joinSigned(versions, shown);
  return shown?.value ?? null;
}

/** Whether several writes of a field are joined, so that there is nothing to choose between. */
export function isJoined(kind: RecordKind, field: string): boolean {
  return field === 'onBehalf' || isSignedList(kind, field);
}

/** A record as people see it; equal states give equal records. */
export function seen(state: RecordState): SeenRecord {
  const fields: Record<string, unknown> = {};
  for (const field of state.fields.keys()) fields[field] = valueShown(state, field);
  return { alive: isAlive(state), fields };
}
