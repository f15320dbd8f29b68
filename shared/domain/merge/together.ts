import { kinds } from '../catalogue/kinds.ts';
import { canonicalJson } from '../foundation/canonicalJson.ts';
import type { RecordKind } from '../records/recordKinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/*
 * Some fields say one thing together: a file's name is of its content, and a status of whoever set it. Whoever writes one
 * of them writes all, so that in the joined record they are as one register: what is shown comes from one write, and a
 * conflict is met once, under the first of them that differs, and settled for all.
 */

const none: readonly string[] = [];

/** The fields that a field stands together with, itself among them, in their order; [] where it stands alone. */
export function togetherWith(kind: RecordKind, field: string): readonly string[] {
  if (kind === 'release') return none;
  const groups: readonly (readonly string[])[] = kinds[kind].together;
  return groups.find((group) => group.includes(field)) ?? none;
}

/** What is written, with what stands together with it as it reads then. */
export function withTogether(kind: RecordKind, before: Fields, written: Fields): Fields {
  const group = Object.keys(written).flatMap((field) => togetherWith(kind, field));
  const others = group.filter((field) => !(field in written));
  return { ...written, ...Object.fromEntries(others.map((field) => [field, before[field] ?? null])) };
}

/** Of what was found in several fields of one record, what is told: of those that stand together the first. */
export function firstOfEach<T extends { readonly field: string }>(kind: RecordKind, found: readonly T[]): readonly T[] {
  const fields = found.map(({ field }) => field);
  return found.filter(({ field }) => firstOf(kind, field, fields) === field);
}

/** The one of these fields under which a field is told: itself, or what stands before it in its group. */
function firstOf(kind: RecordKind, field: string, fields: readonly string[]): string {
  return togetherWith(kind, field).find((one) => fields.includes(one)) ?? field;
}

/** Whether two fields are one, or stand together. */
export function isOfOne(kind: RecordKind, one: string, other: string): boolean {
  return one === other || togetherWith(kind, one).includes(other);
}

export function compareJson(one: unknown, other: unknown): number {
  const [left, right] = [canonicalJson(one ?? null), canonicalJson(other ?? null)];
  return left === right ? 0 : left > right ? 1 : -1;
}
