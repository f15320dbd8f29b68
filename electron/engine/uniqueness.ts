import { kinds, type ListKind, type RecordKind } from '../../shared/domain/catalogue/kinds.ts';
import { releaseUnique } from '../../shared/domain/catalogue/sections.ts';
import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';
import { plainName } from '../../shared/domain/foundation/plainName.ts';
import type { ReadableDb } from '../store/db.ts';
import { readReleaseNames } from '../store/facts.ts';
import { hasDouble } from '../store/recordPlaces.ts';
import type { Fields } from './fields.ts';

/**
 * Two living records of one release may not share what others point at them by. Null where nothing stands in the way.
 * @param since of releases, only those count that are here since this ledger entry; 0: all
 */
export function findClash(
  db: ReadableDb,
  kind: RecordKind,
  releaseId: string,
  id: string,
  fields: Fields,
  since = 0,
): AppError | null {
  const unique = uniqueIn(kind);
  if (unique.length === 0) return null;
  if (kind === 'release') {
    const other = readReleaseNames(db).find(
      (one) => one.id !== id && one.createdIn >= since && isSameName(one.name, String(fields.name ?? '')),
    );
    return other ? clashOf(kind, { ...fields, name: other.name }, unique) : null;
  }
  return hasDouble(db, kind, { id, releaseId }, unique, fields) ? clashOf(kind, fields, unique) : null;
}

/** A release is found by its name in any case, so two that differ in that alone, or in what nobody sees, have one name. */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

function uniqueIn(kind: RecordKind): readonly string[] {
  return kind === 'release' ? releaseUnique : kinds[kind].unique;
}

/** Whether a record is called otherwise where one of these fields is. */
export function isNamedBy(kind: RecordKind, fields: readonly string[]): boolean {
  return fields.some((field) => uniqueIn(kind).includes(field));
}

/** The same among records that are written together into a release which holds none of the kind yet. */
export function clashFinder(kind: ListKind): (fields: Fields) => AppError | null {
  const unique: readonly string[] = kinds[kind].unique;
  const taken = new Set<string>();
  return (fields) => {
    if (unique.length === 0) return null;
    const key = JSON.stringify(unique.map((field) => fields[field] ?? null));
    if (taken.has(key)) return clashOf(kind, fields, unique);
    taken.add(key);
    return null;
  };
}

function clashOf(kind: RecordKind, fields: Fields, unique: readonly string[]): AppError {
  const where = kind === 'release' ? 'this store' : 'this release';
  return appError(
    'conflict',
    `There is already ${nameOf(kind, fields)} in ${where}; give this one another.`,
    String(fields[unique[0] ?? ''] ?? ''),
  );
}

function nameOf(kind: RecordKind, fields: Fields): string {
  return kind === 'release'
    ? `a release named “${fields.name}”`
    : `${kinds[kind].noun} ${kinds[kind].key(fields as never)}`;
}
