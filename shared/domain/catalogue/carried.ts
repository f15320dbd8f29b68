import { type Entry, entriesOf } from './entries.ts';
import type { Fields } from './field.ts';
import type { RecordKind } from './kinds.ts';

/** Whether anything of a kind carries over to the next release. */
export function carriesOver(kind: RecordKind): boolean {
  return entriesOf(kind).some(isCarried);
}

/** What of a record carries over; everything else begins anew. */
export function carriedFields(kind: RecordKind, record: Fields): Fields {
  return Object.fromEntries(
    entriesOf(kind)
      .filter(isCarried)
      .map((entry) => [entry.name, carriedValue(entry, record[entry.name])]),
  );
}

function isCarried({ facts }: Entry): boolean {
  return facts.clone === 'carry';
}

function carriedValue({ parts }: Entry, value: unknown): unknown {
  const fresh = parts.filter(({ facts }) => facts.clone === 'fresh').map(({ name }) => [name, null] as const);
  if (fresh.length === 0 || value === null || typeof value !== 'object') return value;
  const anew = Object.fromEntries(fresh);
  return Array.isArray(value) ? value.map((item) => ({ ...item, ...anew })) : { ...value, ...anew };
}
