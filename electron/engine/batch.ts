import { isDeepStrictEqual } from 'node:util';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { appendEntry, type RecordChange } from '../store/ledger.ts';
import { insertRecords, markRemoved, type StoredRecord, updateRecord } from '../store/records.ts';
import { type ChangeSet, header, nameOf } from './changes.ts';
import type { Fields } from './fields.ts';

/** Records of one kind written with one ledger entry for every thousand; fields come checked. */
export interface Batch {
  readonly add: (fields: Fields) => void;
  /** Null where nothing differs, and then the ledger says nothing. */
  readonly edit: (current: StoredRecord, fields: Fields) => 'edited' | null;
  /** Writes what is still held. Returns the last entry's number; 0 where there was none. */
  readonly end: () => number;
}

const perEntry = 1000;

export function beginBatch(set: ChangeSet, kind: ListKind, releaseId: string, note: string): Batch {
  let held: RecordChange[] = [];
  let added: { readonly id: string; readonly fields: Fields }[] = [];
  let last = 0;

  const flush = () => {
    if (held.length === 0) return;
    last = appendBatch(set, kind, releaseId, held, note);
    insertRecords(set.db, kind, releaseId, added, last);
    for (const change of held)
      if (change.before && change.after) updateRecord(set.db, kind, change.id, change.after, last);
    held = [];
    added = [];
  };
  const hold = (change: RecordChange) => {
    held.push(change);
    if (held.length >= perEntry) flush();
  };

  return {
    add: (fields) => {
      const id = set.stamps.newId();
      added.push({ id, fields });
      hold({ id, key: nameOf(kind, fields), before: null, after: stated(fields) });
    },
    edit: (current, fields) => {
      const changed = Object.keys(fields).filter(
        (name) => !isDeepStrictEqual(current.fields[name] ?? null, fields[name]),
      );
      if (changed.length === 0) return null;
      const pick = (from: Fields) => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
      const key = nameOf(kind, { ...current.fields, ...fields });
      hold({ id: current.id, key, before: pick(current.fields), after: pick(fields) });
      return 'edited';
    },
    end: () => {
      flush();
      return last;
    },
  };
}

/** Takes a batch back by another one: added records are removed, edited ones get their values back. */
export function reverseBatch(
  set: ChangeSet,
  kind: ListKind,
  releaseId: string,
  batch: readonly RecordChange[],
  note: string,
): number {
  const reversed = batch.map(({ id, key, before, after }): RecordChange => ({ id, key, before: after, after: before }));
  const seq = appendBatch(set, kind, releaseId, reversed, note);
  for (const { id, before, after } of reversed) {
    if (after === null) markRemoved(set.db, kind, id, seq);
    else if (before === null) markRemoved(set.db, kind, id, null);
    else updateRecord(set.db, kind, id, after, seq);
  }
  return seq;
}

function appendBatch(
  set: ChangeSet,
  kind: ListKind,
  releaseId: string,
  batch: readonly RecordChange[],
  note: string,
): number {
  const entry = {
    action: 'batch',
    releaseId,
    kind,
    recordId: null,
    recordKey: null,
    changes: [],
    batch,
    note,
  } as const;
  return appendEntry(set.db, { ...header(set), ...entry }, set.ledgerEnd);
}

function stated(fields: Fields): Fields {
  const result: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== null) result[name] = fields[name];
  return result;
}
