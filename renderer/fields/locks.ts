import type { Role } from '../../shared/domain/records/profile.ts';
import type { ListKind, RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { keeperOf, sideOfAuthority } from '../../shared/domain/roles/mayChange.ts';
import { isAllOnBehalf } from '../../shared/domain/roles/onBehalf.ts';
import { ownerOf } from '../../shared/domain/roles/ownership.ts';

type Fields = Readonly<Record<string, unknown>>;
type Side = 'DCC' | 'SECAS';

/** Why something is not this person's to change, in words that follow a title. */
export interface Lock {
  readonly words: string;
  /** The side that it can be recorded for instead; null: it is that side's own word, or nobody's to record. */
  readonly side: Side | null;
}

/** What of a panel another side keeps. `isAll`: everything in it. */
export interface Kept extends Lock {
  readonly isAll: boolean;
}

const viewers: Lock = { words: 'a viewer changes nothing', side: null };

/** Whose one field is, where it is not this person's; null: it is. A part of a field (`needs.kinds`) is as its field. */
export function lockOf(role: Role | null, kind: RecordKind, field: string, record: Fields): Lock | null {
  if (role === null) return null;
  if (role === 'viewer') return viewers;
  const name = kind === 'release' ? field : (field.split('.')[0] ?? field);
  const keeper = keeperOf(role, kind, name, record, record);
  if (!keeper) return null;
  return {
    words: `${ownerOf(kind, name, record, record[name]) === 'DCC' ? 'the DCC' : 'SECAS'} keeps this`,
    side: keeper.onBehalf,
  };
}

/** Whether it is to be read only: it is another side's, and the panel does not record for that side. */
export function isOnlyRead(lock: Lock | null, isOnBehalf: boolean): boolean {
  return lock !== null && !(isOnBehalf && lock.side !== null);
}

/** Why records of this kind are not this person's to add; null: they are. The engine refuses it too. */
export function lockOfKind(role: Role | null, kind: ListKind): Lock | null {
  // Evidence is added by whoever received it, whoever provided it.
  if (kind === 'evidence' && role !== 'viewer') return null;
  return lockOf(role, kind, 'reference', {});
}

/** What of these fields of these records another side keeps; of a list without records, the list itself. */
export function keptOf(
  role: Role | null,
  kind: RecordKind,
  fields: readonly string[],
  records: readonly Fields[],
): Kept | null {
  const locks = records.flatMap((record) => fields.map((field) => lockOf(role, kind, field, record)));
  const found = locks.filter((lock) => lock !== null);
  if (kind !== 'release' && locks.length === 0) {
    const lock = lockOfKind(role, kind);
    return lock && { ...lock, isAll: true };
  }
  const [first] = found;
  if (!first) return null;
  const side = found.find((lock) => lock.side !== null)?.side ?? null;
  const isAll = found.length === locks.length;
  return { words: isAll || first === viewers ? first.words : partly(first.words), side, isAll };
}

/** Whether this person may take a record away: their own, or one that was only ever recorded for the other side. */
export function mayRemove(role: Role | null, kind: ListKind, record: Fields): boolean {
  if (lockOfKind(role, kind) === null) return true;
  const mine = role === null ? null : sideOfAuthority(role);
  const { id: _id, ...stated } = record;
  return mine !== null && isAllOnBehalf(stated, mine === 'DCC' ? 'SECAS' : 'DCC');
}

function partly(words: string): string {
  return words.replace(/keeps this$/, 'keeps part of this');
}

/** As people name it in a sentence: `the DCC`. */
export function nameOfSide(side: Side): string {
  return side === 'DCC' ? 'the DCC' : side;
}
