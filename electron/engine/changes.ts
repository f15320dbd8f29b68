import type { z } from 'zod';
import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { describeProblem } from '../../shared/domain/records/describeIssue.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { tableOf } from '../store/columns.ts';
import { dropDrafts } from '../store/drafts.ts';
import { readRemovedReleases } from '../store/facts.ts';
import type { FieldChange, LedgerAction } from '../store/ledger.ts';
import { insertRecord, markRemoved, readRecord, type StoredRecord, updateRecord } from '../store/records.ts';
import { append, type ChangeSet, nameOf, nounOf } from './changeSet.ts';
import type { Fields } from './fields.ts';
import { judgeAddition, judgeEdit, judgeRemoval } from './judge.ts';
import { marksOfReturn } from './marksOfReturn.ts';
import { findClash, isNamedBy } from './uniqueness.ts';

export { type ChangeSet, nameOf, nounOf } from './changeSet.ts';

/** A record that the window is to show as it stands now. */
export interface Touched {
  readonly kind: RecordKind;
  readonly id: string;
  readonly releaseId: string;
}

/** A record that was changed, and the ledger entry that says so. */
export interface Change extends Touched {
  readonly seq: number;
  /** How many records the entry is about; 1 where it does not say. */
  readonly records?: number;
}

/** Checks fields against the domain's schema of their kind; `partial` leaves absent fields alone. */
export function checkFields(kind: RecordKind, fields: Fields, partial: boolean): Result<Fields> {
  const checked: Record<string, unknown> = {};
  const columns = tableOf(kind).columns;
  const known = new Set(columns.map((column) => column.field));
  const stranger = Object.keys(fields).find((name) => !known.has(name));
  if (stranger) return fail('invalidInput', `A ${nounOf(kind)} has no field “${stranger}”.`, stranger);
  for (const column of columns) {
    if (!(column.field in fields) && partial) continue;
    const parsed = column.schema.safeParse(fields[column.field]);
    if (!parsed.success) return err(fieldError(kind, column.field, parsed.error, fields[column.field]));
    checked[column.field] = parsed.data;
  }
  return ok(checked);
}

/**
 * Adds a record with checked fields. `id` is kept when given (import), otherwise a new UUIDv7. The id of a removed record
 * brings that one back.
 */
export function createRecord(
  set: ChangeSet,
  kind: RecordKind,
  place: { readonly id: string | null; readonly releaseId: string | null },
  asked: Fields,
): Result<Change> {
  const id = place.id ?? set.stamps.newId();
  const releaseId = place.releaseId ?? id;
  const existing = place.id === null ? null : readRecord(set.db, kind, id);
  if (existing) {
    if (!existing.removed || existing.releaseId !== releaseId) return idTaken(kind, id);
    return bringBackAs(set, kind, existing, asked);
  }
  const judged = judgeAddition(set, kind, asked);
  if (!judged.ok) return judged;
  const fields = judged.value;
  const clash = findClash(set.db, kind, releaseId, id, fields);
  if (clash) return err(clash);
  const changes = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, after]) => ({ field, before: null, after }));
  const seq = record(set, 'create', kind, id, releaseId, fields, changes);
  insertRecord(set.db, kind, { id, releaseId, fields }, seq);
  return ok({ kind, id, releaseId, seq });
}

/**
 * Brings a removed record back as it stood, and then edits it: what it said before is in the history, an undo leads back
 * to it, and whoever does this is asked for each field that changes.
 */
function bringBackAs(set: ChangeSet, kind: RecordKind, stood: StoredRecord, fields: Fields): Result<Change> {
  const { id, releaseId } = stood;
  // What is named here is asked for, unlike what a file passes over.
  const judged = judgeRemoval({ ...set, leftOut: null }, kind, stood.fields);
  if (!judged.ok) return judged;
  const clash = findClash(set.db, kind, releaseId, id, { ...stood.fields, ...fields });
  if (clash) return err(clash);
  const change = bringBack(set, kind, stood);
  const edited = editRecord(set, kind, id, fields);
  return edited.ok ? ok(change) : edited;
}

/** Brings it back as it stood; what it says for the other side is marked, by an entry of its own, as everything that is edited. */
function bringBack(set: ChangeSet, kind: RecordKind, stood: StoredRecord): Change {
  const { id, releaseId, fields } = stood;
  const marks = marksOfReturn(set, kind, stood);
  const seq = record(set, 'restore', kind, id, releaseId, fields, []);
  markRemoved(set.db, kind, id, null);
  if (Object.keys(marks).length > 0) writeEdit(set, kind, stood, marks, { ...fields, ...marks });
  return { kind, id, releaseId, seq };
}

/**
 * Changes the fields that differ, and those that their owner confirms; null where there are none, and then the ledger says nothing.
 * @param isPassing the record is removed in the same transaction, so that its name stands in nobody's way
 */
export function editRecord(
  set: ChangeSet,
  kind: RecordKind,
  id: string,
  fields: Fields,
  isPassing = false,
): Result<Change | null> {
  const current = living(set, kind, id);
  if (!current.ok) return current;
  const { releaseId } = current.value;
  const judged = judgeEdit(set, kind, current.value.fields, fields);
  if (!judged.ok) return judged;
  const names = Object.keys(judged.value);
  if (names.length === 0) return ok(null);
  const after = { ...current.value.fields, ...judged.value };
  // What was brought here under a name that is taken, as by an exchange, may still be changed in everything else.
  const clash = !isPassing && isNamedBy(kind, names) ? findClash(set.db, kind, releaseId, id, after) : null;
  if (clash) return err(clash);
  const change = writeEdit(set, kind, current.value, judged.value, after);
  dropDrafts(set.db, id, Object.keys(fields));
  return ok(change);
}

/** @param after the record with what is written */
function writeEdit(
  set: ChangeSet,
  kind: RecordKind,
  { id, releaseId, fields }: StoredRecord,
  written: Fields,
  after: Fields,
): Change {
  const changes = Object.entries(written).map(([field, value]) => ({
    field,
    before: fields[field] ?? null,
    after: value ?? null,
  }));
  const seq = record(set, 'edit', kind, id, releaseId, after, changes);
  updateRecord(set.db, kind, id, written, seq);
  return { kind, id, releaseId, seq };
}

/** Removes a record; it can be restored, for a removal is a fact like any other. */
export function removeRecord(set: ChangeSet, kind: RecordKind, id: string): Result<Change> {
  const current = living(set, kind, id);
  if (!current.ok) return current;
  const { releaseId, fields } = current.value;
  const judged = judgeRemoval(set, kind, fields);
  if (!judged.ok) return judged;
  const changes = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, before]) => ({ field, before, after: null }));
  const seq = record(set, 'remove', kind, id, releaseId, fields, changes);
  markRemoved(set.db, kind, id, seq);
  return ok({ kind, id, releaseId, seq });
}

/**
 * Brings a removed record back as it was. A release that bore the same name already when this one was removed does not stand
 * in its way: both sides may have set one up, and two lived here before they were joined.
 */
export function restoreRecord(set: ChangeSet, kind: RecordKind, id: string): Result<Change> {
  const stored = readRecord(set.db, kind, id);
  if (!stored?.removed)
    return fail('conflict', `This ${nounOf(kind)} is not removed, so it cannot be brought back.`, id);
  const judged = judgeRemoval(set, kind, stored.fields);
  if (!judged.ok) return judged;
  const removal = kind === 'release' ? readRemovedReleases(set.db).find((one) => one.id === id) : undefined;
  const clash = findClash(set.db, kind, stored.releaseId, id, stored.fields, removal?.removedIn);
  if (clash) return err(clash);
  return ok(bringBack(set, kind, stored));
}

/** An entry that changes no field: an import, an export, an archive. Returns its sequence number. */
export function noteEvent(
  set: ChangeSet,
  action: LedgerAction,
  releaseId: string | null,
  recordKey: string | null,
  note: string | null,
): number {
  return append(set, {
    action,
    releaseId,
    kind: releaseId === null ? null : 'release',
    recordId: releaseId,
    recordKey,
    changes: [],
    batch: [],
    note,
  });
}

export function idTaken(kind: RecordKind, id: string): Result<never> {
  return fail('conflict', `The id ${id} already belongs to another ${nounOf(kind)} in this store.`, id);
}

function living(set: ChangeSet, kind: RecordKind, id: string): Result<StoredRecord> {
  const stored = readRecord(set.db, kind, id);
  if (stored && !stored.removed) return ok(stored);
  return fail('notFound', `This ${nounOf(kind)} is no longer in the store; it may have been removed meanwhile.`, id);
}

function record(
  set: ChangeSet,
  action: LedgerAction,
  kind: RecordKind,
  id: string,
  releaseId: string,
  fields: Fields,
  changes: readonly FieldChange[],
): number {
  return append(set, {
    action,
    releaseId,
    kind,
    recordId: id,
    recordKey: nameOf(kind, fields),
    changes,
    batch: [],
    note: null,
  });
}

function fieldError(kind: RecordKind, field: string, error: z.ZodError, value: unknown): AppError {
  const problem = describeProblem(error, value);
  const isWhole = problem.where === '' || problem.where.startsWith('[');
  const where = isWhole ? `${field}${problem.where}` : `${field}.${problem.where}`;
  return appError('invalidInput', `In this ${nounOf(kind)}, ${where} ${problem.what}.`, field);
}
