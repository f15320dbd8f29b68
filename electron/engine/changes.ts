import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { describeProblem } from '../../shared/domain/records/describeIssue.ts';
import type { Actor, Role } from '../../shared/domain/records/profile.ts';
import { keyOf, type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { refusalOf } from '../../shared/domain/roles/mayChange.ts';
import { tableOf } from '../store/columns.ts';
import type { WritableDb } from '../store/db.ts';
import { dropDrafts } from '../store/drafts.ts';
import { appendEntry, type FieldChange, type LedgerAction, type LedgerEnd } from '../store/ledger.ts';
import type { Stamps } from '../store/openStore.ts';
import { insertRecord, markRemoved, readRecord, type StoredRecord, updateRecord } from '../store/records.ts';
import type { Fields } from './fields.ts';
import { findClash } from './uniqueness.ts';

/** One transaction's hand: every change goes through it, so that none is without its ledger entry. */
export interface ChangeSet {
  readonly db: WritableDb;
  readonly stamps: Stamps;
  readonly actor: Actor;
  readonly storeId: string;
  /** Where the ledger stands; every entry of this transaction goes through it. */
  readonly ledgerEnd: LedgerEnd;
  /** Whose changes these are; null: nobody's in particular (an import, a clone), and then anything may change. */
  readonly role: Role | null;
}

/** What one change did: the entry that undoes it, and the record it left (null: removed). */
export interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly releaseId: string;
  readonly seq: number;
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

/** Adds a record with checked fields. `id` is kept when given (import), otherwise a new UUIDv7. */
export function createRecord(
  set: ChangeSet,
  kind: RecordKind,
  place: { readonly id: string | null; readonly releaseId: string | null },
  fields: Fields,
): Result<Change> {
  const id = place.id ?? set.stamps.newId();
  const releaseId = place.releaseId ?? id;
  const refused = refusedAddition(set, kind, fields);
  if (refused) return refused;
  const clash = findClash(set.db, kind, releaseId, id, fields);
  if (clash) return err(clash);
  const changes = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, after]) => ({ field, before: null, after }));
  const existing = place.id === null ? null : readRecord(set.db, kind, id);
  if (existing && (!existing.removed || existing.releaseId !== releaseId)) {
    return fail('conflict', `The id ${id} already belongs to another ${nounOf(kind)} in this store.`, id);
  }
  const seq = record(set, existing ? 'restore' : 'create', kind, id, releaseId, fields, changes);
  if (existing) {
    markRemoved(set.db, kind, id, null);
    updateRecord(set.db, kind, id, fields, seq);
  } else insertRecord(set.db, kind, { id, releaseId, fields }, seq);
  return ok({ kind, id, releaseId, seq });
}

/** Changes the fields that differ; null where nothing does, and then the ledger says nothing. */
export function editRecord(set: ChangeSet, kind: RecordKind, id: string, fields: Fields): Result<Change | null> {
  const current = living(set, kind, id);
  if (!current.ok) return current;
  const { releaseId } = current.value;
  const changes = differences(current.value.fields, fields);
  if (changes.length === 0) return ok(null);
  const after = { ...current.value.fields, ...fields };
  const refused = refusedChange(set, kind, changes, current.value.fields) ?? refusedChange(set, kind, changes, after);
  if (refused) return refused;
  const clash = findClash(set.db, kind, releaseId, id, after);
  if (clash) return err(clash);
  const seq = record(set, 'edit', kind, id, releaseId, after, changes);
  updateRecord(set.db, kind, id, Object.fromEntries(changes.map((change) => [change.field, change.after])), seq);
  dropDrafts(set.db, id, Object.keys(fields));
  return ok({ kind, id, releaseId, seq });
}

/** The fields that would change, before and after. */
export function differences(current: Fields, fields: Fields): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, after] of Object.entries(fields)) {
    const before = current[field] ?? null;
    if (!isDeepStrictEqual(before, after)) changes.push({ field, before, after });
  }
  return changes;
}

/** Removes a record; it can be restored, for a removal is a fact like any other. */
export function removeRecord(set: ChangeSet, kind: RecordKind, id: string): Result<Change> {
  const current = living(set, kind, id);
  if (!current.ok) return current;
  const { releaseId, fields } = current.value;
  const refused = refusedAddition(set, kind, fields);
  if (refused) return refused;
  const changes = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, before]) => ({ field, before, after: null }));
  const seq = record(set, 'remove', kind, id, releaseId, fields, changes);
  markRemoved(set.db, kind, id, seq);
  return ok({ kind, id, releaseId, seq });
}

/** Brings a removed record back as it was. */
export function restoreRecord(set: ChangeSet, kind: RecordKind, id: string): Result<Change> {
  const stored = readRecord(set.db, kind, id);
  if (!stored?.removed)
    return fail('conflict', `This ${nounOf(kind)} is not removed, so it cannot be brought back.`, id);
  const refused = refusedAddition(set, kind, stored.fields);
  if (refused) return refused;
  const clash = findClash(set.db, kind, stored.releaseId, id, stored.fields);
  if (clash) return err(clash);
  const seq = record(set, 'restore', kind, id, stored.releaseId, stored.fields, []);
  markRemoved(set.db, kind, id, null);
  return ok({ kind, id, releaseId: stored.releaseId, seq });
}

/** An entry that changes no field: an import, an export, an archive. Returns its sequence number. */
export function noteEvent(
  set: ChangeSet,
  action: LedgerAction,
  releaseId: string | null,
  recordKey: string | null,
  note: string | null,
): number {
  return appendEntry(
    set.db,
    {
      ...header(set),
      action,
      releaseId,
      kind: releaseId === null ? null : 'release',
      recordId: releaseId,
      recordKey,
      changes: [],
      batch: [],
      note,
    },
    set.ledgerEnd,
  );
}

/**
 * Adding and removing: judged by what names the record's side. Evidence may be recorded by whoever received it, also for
 * the other side; once it is there it is its provider's.
 */
export function refusedAddition(set: ChangeSet, kind: RecordKind, fields: Fields): Result<never> | null {
  if (set.role === null) return null;
  const stated = Object.entries(fields).filter(([name, value]) => value !== null && !decidedLater(kind, name, value));
  const judged = kind === 'evidence' ? { ...fields, provider: null } : fields;
  const sentence = refusalOf(set.role, kind, Object.fromEntries(stated), judged);
  return sentence === null ? null : fail('notAllowed', sentence, kind);
}

/** A criterion may be set up with the status it has; only changing it afterwards is its owner's. */
function decidedLater(kind: RecordKind, name: string, value: unknown): boolean {
  return kind === 'criterion' ? name !== 'reference' : kind === 'evidence' && name === 'status' && value !== 'accepted';
}

export function refusedChange(
  set: ChangeSet,
  kind: RecordKind,
  changes: readonly FieldChange[],
  record: Fields,
): Result<never> | null {
  if (set.role === null) return null;
  const fields = Object.fromEntries(changes.map((change) => [change.field, change.after]));
  const sentence = refusalOf(set.role, kind, fields, record);
  return sentence === null ? null : fail('notAllowed', sentence, changes[0]?.field ?? kind);
}

export function nounOf(kind: RecordKind): string {
  return kind === 'release' ? 'release' : recordKinds[kind].noun;
}

export function nameOf(kind: RecordKind, fields: Fields): string {
  return kind === 'release' ? String(fields.name ?? '') : keyOf(kind, fields as never);
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
  return appendEntry(
    set.db,
    {
      ...header(set),
      action,
      releaseId,
      kind,
      recordId: id,
      recordKey: nameOf(kind, fields),
      changes,
      batch: [],
      note: null,
    },
    set.ledgerEnd,
  );
}

export function header(set: ChangeSet) {
  const { name, organisation } = set.actor;
  return { id: set.stamps.newId(), at: set.stamps.now(), actor: name, organisation, storeId: set.storeId };
}

function fieldError(kind: RecordKind, field: string, error: z.ZodError, value: unknown): AppError {
  const problem = describeProblem(error, value);
  const where = problem.where === '' ? field : `${field}.${problem.where}`;
  return appError('invalidInput', `In this ${nounOf(kind)}, ${where} ${problem.what}.`, field);
}
