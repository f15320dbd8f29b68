import { recordsOf } from '../../shared/domain/records/canonical.ts';
import type { ListKind, RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One record of a release; the release itself by its flat fields. */
export function recordIn(facts: ReleaseFacts | undefined, kind: RecordKind, id: string): Fields | null {
  if (!facts) return null;
  if (kind === 'release') return facts.release.id === id ? flattenRelease(facts) : null;
  return recordsOf(facts, kind).find((record) => record.id === id) ?? null;
}

/**
 * What stands in the fields of a record that are about to be written, for nothing is written over a value that nobody saw.
 * Made once for many records. Undefined: the window does not hold the record (test issues stay in the engine).
 */
export function shownValues(
  facts: ReleaseFacts | undefined,
): (kind: RecordKind, id: string, fields: Fields) => Fields | undefined {
  const byKind = new Map<ListKind, ReadonlyMap<unknown, Fields>>();
  const find = (kind: RecordKind, id: string) => {
    if (!facts || kind === 'release') return recordIn(facts, kind, id);
    const known = byKind.get(kind) ?? new Map(recordsOf(facts, kind).map((record) => [record.id, record]));
    byKind.set(kind, known);
    return known.get(id) ?? null;
  };
  return (kind, id, fields) => {
    const record = find(kind, id);
    return record ? Object.fromEntries(Object.keys(fields).map((field) => [field, record[field] ?? null])) : undefined;
  };
}
