import { entriesOf, entryOf } from '../../shared/domain/catalogue/entries.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf, type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { countOfRecords } from './countOfRecords.ts';
import { wordedKey } from './wordedKey.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly record: Fields | null;
}

/**
 * What was done, in words that follow “Took back:”: `Owner of criterion AC-03`, `the new risk Cutover`, `the removal of
 * criterion AC-03`, `3 views`. `before`: the facts as they stood.
 */
export function deedOfChanges(before: ReleaseFacts, changes: readonly Change[]): string {
  const [first] = changes;
  if (!first) return 'the last change';
  if (changes.length === 1) return deedOfOne(before, first);
  const { kind } = first;
  if (kind === 'release' || changes.some((change) => change.kind !== kind)) {
    return `${deedOfOne(before, first)} and ${changes.length - 1} more`;
  }
  return countOfRecords(changes.length, kind);
}

function deedOfOne(facts: ReleaseFacts, { kind, id, record }: Change): string {
  const before = recordBefore(facts, kind, id);
  const subject = nameOf(kind, record ?? before);
  if (kind === 'testIssue') return record === null ? `the removal of ${subject}` : subject;
  if (record === null) return `the removal of ${subject}`;
  if (before === null) return `the new ${subject}`;
  // Only what is a field of the record: its id and the like stand beside its fields here and not there.
  const fields = entriesOf(kind)
    .map(({ name }) => name)
    .filter((field) => field !== 'onBehalf' && asJson(before[field]) !== asJson(record[field]));
  if (fields.length === 0) return subject;
  // Who moved an item, why and for what goes without saying beside where it was moved.
  const told = fields.includes('status') ? fields.filter((field) => !besideStatus.has(field)) : fields;
  return `${told.slice(0, 3).map(labelIn(kind)).join(', ')}${told.length > 3 ? ' and more' : ''} of ${subject}`;
}

const besideStatus: ReadonlySet<string> = new Set(['statusBy', 'statusReason', 'accepted']);

function recordBefore(facts: ReleaseFacts, kind: RecordKind, id: string): Fields | null {
  if (kind === 'release') return flattenRelease(facts);
  return recordsOf(facts, kind).find((record) => record.id === id) ?? null;
}

const labelIn = (kind: RecordKind) => (field: string) => entryOf(kind, field)?.facts.label ?? field;

/** `criterion AC-03`; a record whose key says nothing yet is named by its kind alone. */
export function nameOf(kind: RecordKind, record: Fields | null): string {
  if (kind === 'release') return 'the release';
  const { noun } = recordKinds[kind];
  const key = record === null ? '?' : keyOf(kind, record as never);
  return key.startsWith('?') ? noun : `${noun} ${wordedKey(kind, key)}`;
}

function asJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}
