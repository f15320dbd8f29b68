import { entriesOf } from '../catalogue/entries.ts';
import type { PartFacts } from '../catalogue/field.ts';
import type { CellType, Imported } from '../catalogue/imported.ts';
import type { ListKind } from '../catalogue/kinds.ts';
import { plainWord } from './plainWord.ts';

export interface ImportField extends Imported {
  /** The field of the record; `needs.kinds` is a part of one that holds several. */
  readonly field: string;
  /** Also the heading of our own tables. */
  readonly label: string;
}

/**
 * What of a kind of record can be imported.
 * @param first the fields that may take a column before the others, in this order
 */
export function importFieldsOf(kind: ListKind, first: readonly string[] = []): readonly ImportField[] {
  const fields = entriesOf(kind).flatMap(({ name, facts, parts }) => [
    ...importField(name, facts),
    ...parts.flatMap((part) => importField(`${name}.${part.name}`, part.facts)),
  ]);
  const place = ({ field }: ImportField) => (first.includes(field) ? first.indexOf(field) : first.length);
  return fields.sort((left, right) => place(left) - place(right));
}

function importField(field: string, { label, column, imported }: Pick<PartFacts, 'label' | 'column' | 'imported'>) {
  return imported ? [{ field, label: column ?? label, ...imported }] : [];
}

/** How the cells of a column of that name are read. */
export function typeOfColumn({ type, readOtherwise }: ImportField, column: string): CellType {
  const is = readOtherwise?.names.some((name) => plainWord(name) === plainWord(column.replace(/ \(\d+\)$/, '')));
  return is && readOtherwise ? readOtherwise.type : type;
}
