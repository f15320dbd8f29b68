import { type Entry, entriesOf } from './entries.ts';
import { type Fields, type PointedAt, pointedAt } from './field.ts';
import { kinds, type ListKind, listKinds } from './kinds.ts';

/** A field that names another record, as people do: by its reference. */
export interface Pointer {
  readonly kind: ListKind;
  readonly field: string;
  /** The value that names the record anew; undefined where it does not name it. */
  readonly follow: (value: unknown, was: string, is: string) => unknown;
}

/** A pointer's value after renames; undefined where it names none of them. */
export function followAll({ follow }: Pointer, value: unknown, renames: readonly Rename[]): unknown {
  let followed: unknown;
  for (const { was, is } of renames) followed = follow(followed ?? value, was, is) ?? followed;
  return followed;
}

/** What a record was called, and what it is called now. */
export interface Rename {
  readonly was: string;
  readonly is: string;
}

/**
 * The names that a record loses: its key, and of evidence the reference alone too, for an exit report may be named without
 * its version. @param keepsReference whether another version still has the reference that it had; asked only where it lost it
 */
export function renamesOf(
  target: PointedAt,
  before: Fields,
  after: Fields,
  keepsReference: () => boolean,
): readonly Rename[] {
  const keyOf = (fields: Fields) => kinds[target].key(fields as never);
  const names = [{ was: keyOf(before), is: keyOf(after) }];
  if (target === 'evidence' && before.reference !== after.reference && !keepsReference())
    names.push({ was: String(before.reference), is: String(after.reference) });
  return names.filter(({ was, is }) => was !== is);
}

/** What points at records of the kinds that are known by their reference. */
export const pointersAt = Object.fromEntries(
  pointedAt.map((target) => [
    target,
    listKinds.flatMap((kind) => entriesOf(kind).flatMap((entry) => pointersOf(kind, entry, target))),
  ]),
) as unknown as Readonly<Record<PointedAt, readonly Pointer[]>>;

function pointersOf(kind: ListKind, { name, facts, parts }: Entry, target: PointedAt): readonly Pointer[] {
  const own = facts.pointsAt === target ? [{ kind, field: name, follow: inValue }] : [];
  const typed = facts.pointsAt === 'record' ? [{ kind, field: name, follow: inName(target) }] : [];
  const inParts = parts
    .filter((part) => part.facts.pointsAt === target)
    .map((part) => ({ kind, field: name, follow: inPart(part.name) }));
  return [...own, ...typed, ...inParts];
}

/** Records that are known by what they point at too: a view by its criterion, what is not live by its modification. */
const keyedBy: Readonly<Record<PointedAt, readonly ListKind[]>> = {
  modification: ['modification', 'notLive'],
  criterion: ['criterion', 'view'],
  evidence: ['evidence'],
};

/** In `kind:key`, also where the key holds the reference beside something else: `view:TAG/AC-01`. */
function inName(target: PointedAt): Pointer['follow'] {
  return (value, was, is) => {
    if (typeof value !== 'string') return undefined;
    const kind = keyedBy[target].find((one) => value.startsWith(`${one}:`));
    const key = kind && value.slice(kind.length + 1);
    if (key === was) return `${kind}:${is}`;
    return kind === 'view' && key?.endsWith(`/${was}`) ? `${value.slice(0, -was.length)}${is}` : undefined;
  };
}

function inValue(value: unknown, was: string, is: string): unknown {
  if (Array.isArray(value)) return value.includes(was) ? value.map((item) => (item === was ? is : item)) : undefined;
  return value === was ? is : undefined;
}

/** In a part of a small record, or of each in a list of them. */
function inPart(part: string): Pointer['follow'] {
  return (value, was, is) => {
    if (!Array.isArray(value)) return inRecord(value, part, was, is);
    const followed = value.map((item) => inRecord(item, part, was, is));
    return followed.some((item) => item !== undefined) ? followed.map((item, at) => item ?? value[at]) : undefined;
  };
}

function inRecord(value: unknown, part: string, was: string, is: string): Fields | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const followed = inValue((value as Fields)[part], was, is);
  return followed === undefined ? undefined : { ...value, [part]: followed };
}
