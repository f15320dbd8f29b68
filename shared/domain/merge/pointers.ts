import { type Fields, type PointedAt, pointedAt } from '../catalogue/field.ts';
import { kinds } from '../catalogue/kinds.ts';
import { copyOfPart } from '../catalogue/modification.ts';

/** Kinds of which two living records of one release may not share a key, in the order in which clashes are mended. */
export const keyedKinds = pointedAt;
export type KeyedKind = PointedAt;

export function keyIn(kind: KeyedKind, fields: Fields): string {
  return kinds[kind].key(fields as never);
}

/** The fields that give a record the `attempt`th other name: AC-07b, EV-012c; a modification is never another one. */
export function renamed(kind: KeyedKind, fields: Fields, attempt: number): Fields {
  const tail = attempt < 26 ? String.fromCharCode(97 + attempt) : `-${attempt + 1}`;
  if (kind !== 'modification') return { reference: `${fields.reference}${tail}` };
  return { part: copyOfPart((fields.part ?? null) as string | null, attempt) };
}
