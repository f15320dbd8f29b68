import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import type { RecordChange } from '../store/ledger.ts';
import { insertRecords, markRemoved, readRecord, type StoredRecord, updateRecord } from '../store/records.ts';
import { append, type ChangeSet, nameOf } from './changeSet.ts';
import type { Fields } from './fields.ts';
import { judgeAddition, judgeEdit, judgeRemoval } from './judge.ts';
import { marksOfReturn } from './marksOfReturn.ts';

/** Records of one kind written with one ledger entry for every thousand; fields come checked. */
export interface Batch {
  /** `id` where the record has one already, which no record of this store has. */
  readonly add: (fields: Fields, id?: string | null) => Result<'added'>;
  /** Null where nothing differs, and then the ledger says nothing. */
  readonly edit: (current: StoredRecord, fields: Fields) => Result<'edited' | null>;
  /** Writes what is still held. */
  readonly end: () => void;
}

const perEntry = 1000;

export function beginBatch(set: ChangeSet, kind: ListKind, releaseId: string, note: string): Batch {
  let held: RecordChange[] = [];
  let added: { readonly id: string; readonly fields: Fields }[] = [];

  const flush = () => {
    if (held.length === 0) return;
    const seq = appendBatch(set, kind, releaseId, held, note);
    insertRecords(set.db, kind, releaseId, added, seq);
    for (const change of held)
      if (change.before && change.after) updateRecord(set.db, kind, change.id, change.after, seq);
    held = [];
    added = [];
  };
  const hold = (change: RecordChange) => {
    held.push(change);
    if (held.length >= perEntry) flush();
  };

  return {
    add: (asked, given = null) => {
      const judged = judgeAddition(set, kind, asked);
      if (!judged.ok) return judged;
      const fields = judged.value;
      const id = given ?? set.stamps.newId();
      added.push({ id, fields });
      hold({ id, key: nameOf(kind, fields), before: null, after: stated(fields) });
      return ok('added');
    },
    edit: (current, asked) => {
      const judged = judgeEdit(set, kind, current.fields, asked);
      if (!judged.ok) return judged;
      const fields = judged.value;
      const changed = Object.keys(fields);
      if (changed.length === 0) return ok(null);
      const before = Object.fromEntries(changed.map((name) => [name, current.fields[name] ?? null]));
      const key = nameOf(kind, { ...current.fields, ...fields });
      hold({ id: current.id, key, before, after: fields });
      return ok('edited');
    },
    end: flush,
  };
}

/** Takes a batch back by another one: added records are removed, edited ones get their values back. */
export function reverseBatch(
  set: ChangeSet,
  kind: ListKind,
  releaseId: string,
  batch: readonly RecordChange[],
  note: string,
): Result<number> {
  const reversals: Reversal[] = [];
  for (const one of batch) {
    const judged = reversalOf(set, kind, one);
    if (!judged.ok) return judged;
    reversals.push(judged.value);
  }
  const reversed = reversals.map(({ change }) => change);
  const seq = appendBatch(set, kind, releaseId, reversed, note);
  for (const { change, written } of reversals) {
    const { id, before, after } = change;
    if (after === null) markRemoved(set.db, kind, id, seq);
    else if (before === null) markRemoved(set.db, kind, id, null);
    if (Object.keys(written).length > 0) updateRecord(set.db, kind, id, written, seq);
  }
  return ok(seq);
}

interface Reversal {
  readonly change: RecordChange;
  /** The fields that it writes: a record that comes or goes stands as it was written then, but for marks that are new. */
  readonly written: Fields;
}

/** What takes back what a batch did to a record, as this one may write it; the record is as the batch left it. */
function reversalOf(set: ChangeSet, kind: ListKind, { id, key, before, after }: RecordChange): Result<Reversal> {
  const isEdit = before !== null && after !== null;
  if (set.role === null)
    return ok({ change: { id, key, before: after, after: before }, written: isEdit ? before : {} });
  const current = readRecord(set.db, kind, id)?.fields ?? {};
  if (isEdit) {
    const judged = judgeEdit(set, kind, current, before);
    if (!judged.ok) return judged;
    const written = judged.value;
    const stood = Object.keys(written).map((field) => [field, current[field] ?? null]);
    return ok({ change: { id, key, before: Object.fromEntries(stood), after: written }, written });
  }
  const judged = judgeRemoval(set, kind, current);
  if (!judged.ok) return judged;
  const marks = before === null ? {} : marksOfReturn(set, kind, { id, fields: current });
  return ok({ change: { id, key, before: after, after: before && { ...before, ...marks } }, written: marks });
}

function appendBatch(
  set: ChangeSet,
  kind: ListKind,
  releaseId: string,
  batch: readonly RecordChange[],
  note: string,
): number {
  return append(set, { action: 'batch', releaseId, kind, recordId: null, recordKey: null, changes: [], batch, note });
}

function stated(fields: Fields): Fields {
  const result: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== null) result[name] = fields[name];
  return result;
}
