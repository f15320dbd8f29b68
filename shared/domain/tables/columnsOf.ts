import { type Entry, entriesOf, listedWords, type PartEntry, plainSchema } from '../catalogue/entries.ts';
import type { Fields, PartFacts } from '../catalogue/field.ts';
import { kinds, type ListKind } from '../catalogue/kinds.ts';
import { writeList } from '../importing/ownList.ts';
import { exportedWord } from '../importing/words.ts';
import type { Column } from './column.ts';
import type { TableValue } from './table.ts';

interface NamedColumn extends Column<Fields> {
  /** The field, or the part of one: `needs.kinds`. */
  readonly field: string;
}

/**
 * The columns of the table of a kind. Where a field can be imported its heading is the label of the import, so that what
 * was exported, mended in a spreadsheet and imported updates the same records; other columns are for reading only.
 */
export function columnsOf(kind: ListKind): readonly Column<Fields>[] {
  const columns = entriesOf(kind).flatMap(columnsOfEntry);
  const order: readonly string[] = kinds[kind].columns ?? [];
  const place = ({ field }: NamedColumn) => (order.includes(field) ? order.indexOf(field) : order.length);
  return columns.sort((left, right) => place(left) - place(right));
}

function columnsOfEntry(entry: Entry): readonly NamedColumn[] {
  const { name, facts, parts } = entry;
  if (facts.column === null) return [];
  if (parts.length === 0 || entry.isList) return [columnFor(name, entry, (record) => record[name])];
  return parts
    .filter((part) => part.facts.column !== null)
    .map((part) => columnFor(`${name}.${part.name}`, part, (record) => (record[name] as Fields | null)?.[part.name]));
}

function columnFor(field: string, entry: Entry | PartEntry, of: (record: Fields) => unknown): NamedColumn {
  const show = shownBy(entry);
  const shownOf = (record: Fields) => {
    const value = of(record) ?? null;
    return value === null ? null : show(value);
  };
  return { field, name: entry.facts.column ?? entry.facts.label, type: columnType(entry), of: shownOf };
}

function columnType({ schema, facts }: Entry | PartEntry): Column<Fields>['type'] {
  if (facts.inTable) return 'text';
  if (facts.control.type === 'date') return 'date';
  const { type } = plainSchema(schema);
  if (type === 'number') return 'number';
  return type === 'boolean' ? 'yesNo' : 'text';
}

/** `TAG; OPSG`; an empty list says `None`; of a list of several parts each item as its parts: `Technical Code, 1.0, 2.0`. */
function shownBy(entry: Entry | PartEntry): (value: unknown) => TableValue {
  const { schema, facts } = entry;
  const word = 'isList' in entry && !facts.inTable && entry.parts.length > 0 ? inParts(entry) : wordsOf(schema, facts);
  return (value) => {
    const shown = word(value);
    return Array.isArray(shown) ? writeList(shown) : (shown as TableValue);
  };
}

function inParts({ parts }: Entry): (value: unknown) => readonly string[] {
  const names = parts.filter(({ facts }) => facts.column !== null).map(({ name }) => name);
  const item = (one: Fields) => names.map((name) => one[name] ?? null).filter((value) => value !== null);
  return (value) => (value as readonly Fields[]).map((one) => item(one).join(', '));
}

/** A coded value in the word that people read, and that imports understand. */
function wordsOf(
  schema: Entry['schema'],
  { inTable, imported }: PartFacts | Entry['facts'],
): (value: unknown) => unknown {
  if (typeof inTable === 'function') return (value) => inTable(value as never);
  if (!inTable && (!imported || listedWords(schema).length === 0)) return (value) => value;
  const one = (value: string) => (inTable ? (inTable[value] ?? value) : exportedWord(imported?.type ?? 'text', value));
  return (value) => (Array.isArray(value) ? value.map(one) : one(String(value)));
}
