import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';
import { type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { type ReadableDb, statement } from '../store/db.ts';
import type { Fields } from './fields.ts';

/** Two living records of one release may not share what others point at them by. */
const keys: Partial<
  Record<RecordKind, { readonly columns: readonly string[]; readonly name: (fields: Fields) => string }>
> = {
  release: { columns: ['name'], name: (fields) => `a release named “${fields.name}”` },
  modification: {
    columns: ['reference', 'part'],
    name: (fields) => `modification ${recordKinds.modification.key(fields as never)}`,
  },
  criterion: { columns: ['reference'], name: (fields) => `criterion ${fields.reference}` },
  evidence: {
    columns: ['reference', 'version'],
    name: (fields) => `evidence ${recordKinds.evidence.key(fields as never)}`,
  },
};

/** Null where nothing stands in the way; otherwise the sentence that says what does. */
export function findClash(
  db: ReadableDb,
  kind: RecordKind,
  releaseId: string,
  id: string,
  fields: Fields,
): AppError | null {
  const key = keys[kind];
  if (!key) return null;
  const table = kind === 'release' ? 'release' : kind;
  const sameKey = key.columns.map((column) => `${column} IS ?`).join(' AND ');
  const scope = kind === 'release' ? '' : 'AND release_id = ?';
  const values = key.columns.map((column) => (fields[column] ?? null) as string | number | null);
  const found = statement<(string | number | null)[], { id: string }>(
    db,
    `SELECT id FROM ${table} WHERE ${sameKey} AND id <> ? ${scope} AND removed_in IS NULL LIMIT 1`,
  ).get(...values, id, ...(kind === 'release' ? [] : [releaseId]));
  if (!found) return null;
  const where = kind === 'release' ? 'this store' : 'this release';
  return appError(
    'conflict',
    `There is already ${key.name(fields)} in ${where}; give this one another.`,
    String(fields[key.columns[0] ?? ''] ?? ''),
  );
}
