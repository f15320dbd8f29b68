import { plainName } from '../../../shared/domain/foundation/plainName.ts';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import { usualReference } from '../../../shared/domain/importing/modificationCell.ts';
import { keyOf, type ListKind } from '../../../shared/domain/records/recordKinds.ts';
import type { StoredRecord } from '../../store/records.ts';
import type { Fields } from '../fields.ts';
import { viewMatcher } from './viewMatcher.ts';

/**
 * Finds the record that a row speaks of; null: it is a new one.
 * @param taken what rows before it have changed, where a record is not told by its name: a question has one answer
 */
export type Match = (fields: Fields, taken?: ReadonlySet<string>) => StoredRecord | null;

/** What two rows share that speak of one record of a kind, however each writes its name. */
export function rowName(kind: ImportKind, record: ListKind, fields: Fields): string {
  const name = (one: Fields) => plainName(keyOf(record, one as never));
  // A release may hold MP1 where the list, or the reading of it, says MP001.
  return kind === 'scope'
    ? name({ ...fields, reference: usualReference(String(fields.reference ?? '')) })
    : name(fields);
}

/** How a row finds the record it updates, so that the same file twice doubles nothing. */
export function matcherOf(kind: ImportKind, record: ListKind, records: readonly StoredRecord[]): Match {
  if (kind === 'views') return viewMatcher(records);
  const nameOf = (fields: Fields) => plainName(keyOf(record, fields as never));
  const byName = new Map(records.map((stored) => [nameOf(stored.fields), stored]));
  if (kind !== 'scope') return (fields) => byName.get(nameOf(fields)) ?? null;
  const usual = (fields: Fields) => rowName(kind, record, fields);
  const byUsual = new Map(records.map((stored) => [usual(stored.fields), stored]));
  return (fields) => byName.get(nameOf(fields)) ?? byUsual.get(usual(fields)) ?? null;
}
