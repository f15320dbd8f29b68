import { type Entry, entriesOf } from './entries.ts';
import { type Fields, type PointedAt, pointedAt } from './field.ts';
import { type ListKind, listKinds } from './kinds.ts';

/** A field that names another record, as people do: by its reference. */
export interface Pointer {
  readonly kind: ListKind;
  readonly field: string;
  /** The value that names the record anew; undefined where it does not name it. */
  readonly follow: (value: unknown, was: string, is: string) => unknown;
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
  const inParts = parts
    .filter((part) => part.facts.pointsAt === target)
    .map((part) => ({ kind, field: name, follow: inPart(part.name) }));
  return [...own, ...inParts];
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
