import { isDeepStrictEqual } from 'node:util';
import type { RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import type { ReadableDb } from '../db.ts';
import { eachEntry, type LedgerEntry, type RecordChange } from '../ledger.ts';

/** What the history allows a field to be: one value, after a restoration sometimes one of two. */
interface Held {
  readonly values: readonly unknown[];
  /** The entry that set it. */
  readonly seq: number;
}

/** A record as the history alone makes it. */
export interface ReplayedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly releaseId: string;
  key: string;
  readonly createdIn: number;
  removedIn: number | null;
  archivedIn: number | null;
  /** By field; one that was never set is null since `createdIn`. */
  readonly fields: Map<string, Held>;
  /** The entry of each field's last edit. */
  readonly stamps: Map<string, number>;
  /** A removed record that came from another store: the history tells that it is gone, not all that it said. */
  isVague: boolean;
  /** A restoration stamps more fields than its entry names. */
  stampsAreVague: boolean;
}

/** Everything the history tells of facts and registers. */
export interface Replayed {
  readonly records: ReadonlyMap<string, ReplayedRecord>;
  /** Entries that are no change of a record: issues, settings, purges. */
  readonly events: readonly LedgerEntry[];
  /** Every file's SHA-256 that an entry names. */
  readonly hashes: ReadonlySet<string>;
  /** Numbers of entries whose text is damaged. */
  readonly damaged: readonly number[];
  readonly through: number;
}

/** Plays the whole history into memory, as the writers of facts would have done it (`engine/changes.ts`, `batch.ts`). */
export function replay(db: ReadableDb): Replayed {
  const records = new Map<string, ReplayedRecord>();
  const events: LedgerEntry[] = [];
  const hashes = new Set<string>();
  const damaged: number[] = [];
  let through = 0;
  for (const entry of eachEntry(db)) {
    if ('damaged' in entry) {
      damaged.push(entry.damaged);
      continue;
    }
    through = entry.seq;
    noteHashes(entry, hashes);
    if (entry.action === 'upgrade') for (const change of entry.batch) state(records, entry.seq, change);
    else if (entry.action === 'batch') for (const change of entry.batch) play(records, entry, change);
    else if (entry.kind && entry.recordId && isChange(entry)) playSingle(records, entry, entry.kind, entry.recordId);
    else events.push(entry);
    if (entry.action === 'archive' || entry.action === 'unarchive') {
      const release = records.get(entry.recordId ?? '');
      if (release) release.archivedIn = entry.action === 'archive' ? entry.seq : null;
    }
  }
  return { records, events, hashes, damaged, through };
}

/** An upgrade states what stands, and stamps no field: nobody changed anything. */
function state(records: ReadonlyMap<string, ReplayedRecord>, seq: number, { id, after }: RecordChange): void {
  for (const [field, value] of Object.entries(after ?? {}))
    records.get(id)?.fields.set(field, { values: [value], seq });
}

function isChange({ action }: LedgerEntry): boolean {
  return action === 'create' || action === 'edit' || action === 'remove' || action === 'restore';
}

/** One record's entry, told as a batch tells it. */
function playSingle(records: Map<string, ReplayedRecord>, entry: LedgerEntry, kind: RecordKind, id: string): void {
  const pick = (side: 'before' | 'after') =>
    Object.fromEntries(entry.changes.map((change) => [change.field, change[side] ?? null]));
  const isAdded = entry.action === 'create' || entry.action === 'restore';
  const before = isAdded ? null : pick('before');
  const after = entry.action === 'remove' ? null : pick('after');
  play(records, { ...entry, kind }, { id, key: entry.recordKey ?? '', before, after });
}

function play(records: Map<string, ReplayedRecord>, entry: LedgerEntry, change: RecordChange): void {
  const { seq } = entry;
  const known = records.get(change.id);
  if (!known) {
    records.set(change.id, begin(entry, change));
    return;
  }
  known.key = change.key || known.key;
  if (change.after === null) {
    known.removedIn = seq;
    // A merge may set fields of what it removes, of which its entry tells only the removal.
    if (entry.note?.startsWith('merged ')) {
      known.isVague = true;
      known.stampsAreVague = true;
    }
    return;
  }
  if (change.before === null) revive(known, change.after, seq);
  else edit(known, change.before, change.after, seq);
}

function begin(entry: LedgerEntry, { id, key, after }: RecordChange): ReplayedRecord {
  const { seq, kind } = entry;
  return {
    kind: kind as RecordKind,
    id,
    releaseId: entry.releaseId ?? id,
    key,
    createdIn: seq,
    removedIn: after === null ? seq : null,
    archivedIn: null,
    fields: new Map(Object.entries(after ?? {}).map(([field, value]) => [field, { values: [value ?? null], seq }])),
    stamps: new Map(),
    isVague: after === null,
    stampsAreVague: false,
  };
}

/** Brought back: what the entry names has its value; the rest is as it was, or was emptied. */
function revive(record: ReplayedRecord, after: Readonly<Record<string, unknown>>, seq: number): void {
  record.removedIn = null;
  record.stampsAreVague = true;
  if (Object.keys(after).length === 0) return;
  for (const [field, held] of record.fields) {
    if (!(field in after)) record.fields.set(field, { values: [...held.values, null], seq });
  }
  for (const [field, value] of Object.entries(after)) record.fields.set(field, { values: [value ?? null], seq });
}

function edit(
  record: ReplayedRecord,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  seq: number,
): void {
  for (const [field, value] of Object.entries(after)) {
    record.fields.set(field, { values: [value ?? null], seq });
    // Where nothing differs the entry stands for a decision (a record that is kept), and no field was written.
    if (isDeepStrictEqual(before[field] ?? null, value ?? null)) record.stampsAreVague = true;
    else record.stamps.set(field, seq);
  }
}

function noteHashes(entry: LedgerEntry, hashes: Set<string>): void {
  const told = /^SHA-256 ([0-9a-f]{64})$/.exec(entry.note ?? '')?.[1];
  if (told) hashes.add(told);
  for (const { field, after } of entry.changes) if (field === 'sha256') hashes.add(String(after));
  for (const { after } of entry.batch) if (typeof after?.sha256 === 'string') hashes.add(after.sha256);
}
