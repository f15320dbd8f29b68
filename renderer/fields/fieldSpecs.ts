import { type Entry, entriesOf } from '../../shared/domain/catalogue/entries.ts';
import { kinds, type ListKind, listKinds } from '../../shared/domain/catalogue/kinds.ts';
import { type FieldSpec, specFor } from './fieldSpec.ts';

const specs = new Map<ListKind, readonly FieldSpec[]>(
  listKinds.map((kind) => [kind, inOrder(entriesOf(kind), kinds[kind].form)]),
);

/** The fields of a kind of record, in the order in which they are shown. */
export function specsOf(kind: ListKind): readonly FieldSpec[] {
  return specs.get(kind) ?? [];
}

/**
 * What of these fields is shown as a field.
 * @param form those that come first; the others follow in their own order
 */
export function inOrder(entries: readonly Entry[], form: readonly string[] = []): readonly FieldSpec[] {
  return inFormOrder(entries.flatMap(specsFor), form);
}

function inFormOrder(specs: readonly FieldSpec[], form: readonly string[]): readonly FieldSpec[] {
  const place = ({ field }: FieldSpec) => (form.includes(field) ? form.indexOf(field) : form.length);
  return specs.toSorted((left, right) => place(left) - place(right));
}

function specsFor({ name, schema, facts, parts }: Entry): readonly FieldSpec[] {
  const { type } = facts.control;
  if (type === 'elsewhere') return [];
  const shown = parts.filter((part) => part.facts.control.type !== 'elsewhere');
  if (type === 'parts') return shown.map((part) => specFor(`${name}.${part.name}`, part.schema, part.facts));
  const own = specFor(name, schema, facts);
  if (shown.length === 0) return [own];
  const rows = shown.map((part) => specFor(part.name, part.schema, part.facts));
  return [{ ...own, parts: inFormOrder(rows, facts.control.order ?? []) }];
}
