import { type ListKind, listKinds, type RecordKind } from '../records/recordKinds.ts';
import { type Mark, marksOf } from '../roles/onBehalf.ts';
import { nameOfRecord } from './conflicts.ts';
import type { Choice } from './plan.ts';
import { keyedKinds } from './pointers.ts';
import { identityOf, isSameThing } from './sameThing.ts';
import { sameValue } from './winner.ts';

type Fields = Readonly<Record<string, unknown>>;

interface HeldRecord {
  readonly id: string;
  readonly fields: Fields;
}

/** A release as it reads: its own fields, and its living records by kind. */
export interface HeldRelease {
  readonly release: HeldRecord;
  readonly records: (kind: ListKind) => readonly HeldRecord[];
}

/** Both releases state it, and differently. */
interface Difference {
  /** `criterion:AC-01` */
  readonly record: string;
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Null: nobody chose, and `mine` stands. */
  readonly chosen: Choice | null;
}

/** A record of the release that stays, and what of it comes from the other. */
export interface JoinedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly fields: Fields;
  /** Those of the fields that take the place of another value, and whether somebody chose that. */
  readonly replaced: ReadonlyMap<string, { readonly isChosen: boolean }>;
  /** What of these values was recorded on its owner's behalf there. */
  readonly marks: readonly Mark[];
}

/** What makes one release of two. */
export interface ReleaseJoin {
  /** Records that only the release that goes has; `from` is their id there. */
  readonly added: readonly { readonly kind: ListKind; readonly from: string; readonly fields: Fields }[];
  /** Fields of the release that stays, and of its records, that are taken from the other. */
  readonly edited: readonly JoinedRecord[];
  readonly differences: readonly Difference[];
  /** Choices that name no difference. */
  readonly strayChoices: readonly string[];
}

/**
 * One release that two sides set up, each without the other's. Records are matched by what they are named by, or by what
 * they are the same thing by; what only one states is taken, and where both state something else it is chosen. Pure.
 * @param stays the release that is kept @param goes the one whose facts go into it
 * @param isMine whether `mine` are the values of the release that stays; which stays, the lower id decides
 */
export function joinReleases(
  stays: HeldRelease,
  goes: HeldRelease,
  isMine: boolean,
  choices: Readonly<Record<string, Choice>>,
): ReleaseJoin {
  const added: ReleaseJoin['added'][number][] = [];
  const edited: ReleaseJoin['edited'][number][] = [];
  const differences: Difference[] = [];
  const used = new Set<string>();
  /** Two that are one thing may be called differently, as two releases are: either name is understood. */
  const choiceOf = (names: readonly string[], field: string): Choice | null => {
    const asked = names.map((name) => `${name}#${field}`);
    for (const name of asked) used.add(name);
    const name = asked.find((one) => Object.hasOwn(choices, one));
    return name === undefined ? null : (choices[name] ?? null);
  };
  const compare = (kind: RecordKind, one: HeldRecord, other: HeldRecord) => {
    const record = nameOfRecord(kind, one.fields);
    const names = [record, nameOfRecord(kind, other.fields)];
    const fields: Record<string, unknown> = {};
    const replaced = new Map<string, { isChosen: boolean }>();
    for (const field of Object.keys(one.fields)) {
      const [kept, left] = [one.fields[field] ?? null, other.fields[field] ?? null];
      if (left === null || sameValue(kept, left) || field === 'onBehalf') continue;
      if (kept === null) {
        fields[field] = left;
        continue;
      }
      const chosen = choiceOf(names, field);
      const values = isMine ? { mine: kept, theirs: left } : { mine: left, theirs: kept };
      differences.push({ record, field, ...values, chosen });
      const stands = values[chosen ?? 'mine'];
      if (sameValue(stands, kept)) continue;
      fields[field] = stands;
      replaced.set(field, { isChosen: chosen !== null });
    }
    const marks = marksOf(other.fields).filter(({ field }) => Object.hasOwn(fields, field));
    if (Object.keys(fields).length > 0) edited.push({ kind, id: one.id, fields, replaced, marks });
  };
  compare('release', stays.release, goes.release);
  for (const kind of listKinds) {
    const twinOf = finder(kind, stays.records(kind));
    for (const record of goes.records(kind)) {
      const twin = twinOf(record.fields);
      if (twin) compare(kind, twin, record);
      else added.push({ kind, from: record.id, fields: record.fields });
    }
  }
  return { added, edited, differences, strayChoices: Object.keys(choices).filter((name) => !used.has(name)) };
}

/** Finds each record once: by what it is named by; where nothing points at it by that, by what it is the same thing by. */
function finder(kind: ListKind, records: readonly HeldRecord[]): (fields: Fields) => HeldRecord | null {
  const isPointedAt = (keyedKinds as readonly string[]).includes(kind);
  const namesOf = (fields: Fields) => {
    const identity = isPointedAt ? null : identityOf(kind, fields);
    return [nameOfRecord(kind, fields), ...(identity === null ? [] : [identity])];
  };
  const byName = new Map<string, HeldRecord[]>();
  for (const record of records)
    for (const name of namesOf(record.fields)) byName.set(name, [...(byName.get(name) ?? []), record]);
  const used = new Set<HeldRecord>();
  return (fields) => {
    const isFree = (record: HeldRecord) => !used.has(record);
    const [name, identity] = namesOf(fields);
    const named = byName.get(name ?? '')?.find(isFree);
    const same = byName.get(identity ?? '')?.find((one) => isFree(one) && isSameThing(kind, one.fields, fields));
    const twin = named ?? same ?? null;
    if (twin) used.add(twin);
    return twin;
  };
}
