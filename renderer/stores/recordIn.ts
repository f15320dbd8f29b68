import { recordsOf } from '../../shared/domain/records/canonical.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One record of a release; the release itself by its flat fields. */
export function recordIn(facts: ReleaseFacts | undefined, kind: RecordKind, id: string): Fields | null {
  if (!facts) return null;
  if (kind === 'release') return facts.release.id === id ? flattenRelease(facts) : null;
  return recordsOf(facts, kind).find((record) => record.id === id) ?? null;
}

/** What stands in these fields of it, for nothing is written over a value that nobody saw. */
export function valuesIn(facts: ReleaseFacts | undefined, kind: RecordKind, id: string, fields: Fields): Fields {
  const record = recordIn(facts, kind, id) ?? {};
  return Object.fromEntries(Object.keys(fields).map((field) => [field, record[field] ?? null]));
}
