import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { withoutFormerApproval } from '../../shared/domain/records/formerApproval.ts';
import { isNumbered, nextReference } from '../../shared/domain/records/nextReference.ts';
import type { ListKind, RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { knownStamps } from '../../shared/domain/staleness/knownStamp.ts';
import { stampView } from '../../shared/domain/staleness/stampView.ts';
import type { Store } from '../store/openStore.ts';
import { readPastChanges } from '../store/pastChanges.ts';
import { readRecord, readRecords, type StoredRecord } from '../store/records.ts';
import { type Change, type ChangeSet, checkFields, createRecord, editRecord } from './changes.ts';
import { findUnseen } from './expected.ts';
import type { Fields } from './fields.ts';
import { followRename } from './references.ts';
import { withRestoredFile } from './restoredFile.ts';

export function noRelease(releaseId: string): Result<never> {
  return fail('notFound', 'This release is no longer in the store.', releaseId);
}

interface Save {
  readonly kind: ListKind;
  readonly id: string | null;
  readonly fields: Fields;
  readonly expects?: Fields | undefined;
}

export function saveOne(
  store: Store,
  set: ChangeSet,
  facts: ReleaseFacts,
  releaseId: string,
  { kind, id, fields, expects }: Save,
): Result<readonly Change[]> {
  const current = id === null ? null : readRecord(set.db, kind, id);
  if (id !== null && (!current || current.removed || current.releaseId !== releaseId))
    return fail('notFound', 'One of these records is no longer in the release; nothing was changed.', id);
  const unseen = current && findUnseen(kind, current.fields, fields, expects ?? {});
  if (unseen) return unseen;
  const completed = completedFields(store, set, facts, { kind, releaseId, current }, fields);
  if (!completed.ok) return completed;
  if (id !== null) return editWithPointers(set, kind, id, completed.value);
  const checked = checkFields(kind, numbered(set, kind, releaseId, completed.value), false);
  if (!checked.ok) return checked;
  const created = createRecord(set, kind, { id: null, releaseId }, checked.value);
  return created.ok ? ok([created.value]) : created;
}

/** What goes along with what is written: a view's stamp, the rest of a restored file, the end of a former date's approval. */
export function completedFields(
  store: Store,
  { db, today }: Pick<ChangeSet, 'db' | 'today'>,
  facts: ReleaseFacts,
  {
    kind,
    releaseId,
    current,
  }: { readonly kind: RecordKind; readonly releaseId: string; readonly current: StoredRecord | null },
  fields: Fields,
): Result<Fields> {
  if (kind === 'view') {
    const known = knownStamps(facts, today, (since) => readPastChanges(db, releaseId, since), 'ofNow');
    return ok(stampView(facts, fields, current?.fields ?? {}, known));
  }
  if (kind === 'release' && current) return ok(withoutFormerApproval(current.fields, fields));
  return kind === 'evidence' && current ? withRestoredFile(store, current, fields) : ok(fields);
}

/** An edit, and after a change of reference everything that points at the record. */
export function editWithPointers(
  set: ChangeSet,
  kind: RecordKind,
  id: string,
  fields: Fields,
  isMeant?: Parameters<typeof followRename>[5],
): Result<readonly Change[]> {
  const before = readRecord(set.db, kind, id);
  const checked = checkFields(kind, fields, true);
  if (!checked.ok) return checked;
  const edited = editRecord(set, kind, id, checked.value);
  if (!edited.ok) return edited;
  if (!edited.value || !before) return ok([]);
  const after = { ...before.fields, ...checked.value };
  const followed = followRename({ ...set, role: null }, kind, before.releaseId, before.fields, after, isMeant);
  return followed.ok ? ok([edited.value, ...followed.value]) : followed;
}

/** A criterion or an evidence item without a reference gets the next free one, counted in the transaction that takes it. */
function numbered(set: ChangeSet, kind: ListKind, releaseId: string, fields: Fields): Fields {
  if (!isNumbered(kind) || (fields.reference ?? '') !== '') return fields;
  const taken = readRecords(set.db, kind, releaseId).map((record) => String(record.fields.reference));
  return { ...fields, reference: nextReference(kind, taken) };
}
