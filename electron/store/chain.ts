import { createHash } from 'node:crypto';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { LedgerAction, LedgerEntry, NewEntry } from './ledgerEntry.ts';

/** Before the first entry. */
export const firstHash = '0'.repeat(64);

/** An entry as it lies in the database. */
export interface LedgerRow {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly organisation: string;
  readonly store_id: string;
  readonly action: LedgerAction;
  readonly release_id: string | null;
  readonly kind: RecordKind | null;
  readonly record_id: string | null;
  readonly record_key: string | null;
  readonly changes: string;
  readonly note: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}

/** All of an entry but its changes, which cost time to read. */
export function headOfRow(row: LedgerRow): LedgerEntry {
  return {
    seq: row.seq,
    id: row.id,
    at: row.at,
    actor: row.actor,
    organisation: row.organisation,
    storeId: row.store_id,
    action: row.action,
    releaseId: row.release_id,
    kind: row.kind,
    recordId: row.record_id,
    recordKey: row.record_key,
    changes: [],
    batch: [],
    note: row.note,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** What an entry says, in the order of its columns and of its hash; `changes` as the text that is stored, or its hash. */
export function saidBy(entry: NewEntry, changes: string): readonly (string | null)[] {
  const { id, at, actor, organisation, storeId, action, releaseId, kind, recordId, recordKey, note } = entry;
  return [id, at, actor, organisation, storeId, action, releaseId, kind, recordId, recordKey, changes, note];
}

/** The hash of an entry: over the hash before it and all that the entry says, its changes as the text that is stored. */
export function hashOf(previousHash: string, entry: NewEntry, changes: string): string {
  // A batch is long: its own hash stands for it, so that it need not be escaped into one more text.
  const said = saidBy(entry, entry.action === 'batch' ? sha256(changes) : changes);
  return sha256(JSON.stringify([previousHash, ...said]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
