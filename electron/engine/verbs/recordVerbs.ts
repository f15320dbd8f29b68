import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { stampFor } from '../../../shared/domain/readiness/staleness.ts';
import type { ListKind, RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { readRecord } from '../../store/records.ts';
import { type Change, type ChangeSet, checkFields, createRecord, editRecord, removeRecord } from '../changes.ts';
import type { Fields } from '../fields.ts';
import { followRename } from '../references.ts';
import { answer, change, transact } from '../transact.ts';
import { storeVerb } from '../verb.ts';

export const recordCreate = storeVerb('record.create', (context, store, input) => {
  const facts = context.cache.read(store.db, input.releaseId);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', input.releaseId);
  return change(context, store, input.asOf, (set) => {
    const stamped = input.kind === 'view' ? stampView(facts, input.fields, {}) : input.fields;
    const fields = checkFields(input.kind, stamped, false);
    if (!fields.ok) return fields;
    const created = createRecord(set, input.kind, { id: null, releaseId: input.releaseId }, fields.value);
    return created.ok ? ok([created.value]) : created;
  });
});

export const recordEdit = storeVerb('record.edit', (context, store, input) => {
  const current = readRecord(store.db, input.kind, input.id);
  if (!current || current.removed) return fail('notFound', 'This record is no longer in the store.', input.id);
  const facts = context.cache.read(store.db, current.releaseId);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', current.releaseId);
  const stamped = input.kind === 'view' ? stampView(facts, input.fields, current.fields) : input.fields;
  const made = transact(context, store, (set) => editWithPointers(set, input.kind, input.id, stamped));
  if (!made.ok) return made;
  const unchanged: Change = { kind: input.kind, id: input.id, releaseId: current.releaseId, seq: 0 };
  return answer(context, store, input.asOf, made.value.length > 0 ? made.value : [unchanged]);
});

/** Many records in one transaction: a meeting's views, pasted rows, one field of many criteria. */
export const recordSaveMany = storeVerb('record.saveMany', (context, store, input) => {
  const facts = context.cache.read(store.db, input.releaseId);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', input.releaseId);
  return change(context, store, input.asOf, (set) => {
    const changes: Change[] = [];
    for (const save of input.saves) {
      const saved = saveOne(set, facts, input.releaseId, save);
      if (!saved.ok) return saved;
      changes.push(...saved.value);
    }
    return ok(changes);
  });
});

export const recordRemove = storeVerb('record.remove', (context, store, input) =>
  change(context, store, input.asOf, (set) => {
    const removed = removeRecord(set, input.kind, input.id);
    return removed.ok ? ok([removed.value]) : removed;
  }),
);

interface Save {
  readonly kind: ListKind;
  readonly id: string | null;
  readonly fields: Fields;
}

function saveOne(
  set: ChangeSet,
  facts: ReleaseFacts,
  releaseId: string,
  { kind, id, fields }: Save,
): Result<readonly Change[]> {
  const current = id === null ? null : readRecord(set.db, kind, id);
  if (id !== null && (!current || current.removed || current.releaseId !== releaseId))
    return fail('notFound', 'One of these records is no longer in the release; nothing was changed.', id);
  const stamped = kind === 'view' ? stampView(facts, fields, current?.fields ?? {}) : fields;
  if (id !== null) return editWithPointers(set, kind, id, stamped);
  const checked = checkFields(kind, stamped, false);
  if (!checked.ok) return checked;
  const created = createRecord(set, kind, { id: null, releaseId }, checked.value);
  return created.ok ? ok([created.value]) : created;
}

/** An edit, and after a change of reference everything that points at the record. */
export function editWithPointers(
  set: ChangeSet,
  kind: RecordKind,
  id: string,
  fields: Fields,
): Result<readonly Change[]> {
  const before = readRecord(set.db, kind, id);
  const checked = checkFields(kind, fields, true);
  if (!checked.ok) return checked;
  const edited = editRecord(set, kind, id, checked.value);
  if (!edited.ok) return edited;
  if (!edited.value || !before) return ok([]);
  const followed = followRename({ ...set, role: null }, kind, before.releaseId, before.fields, {
    ...before.fields,
    ...checked.value,
  });
  return followed.ok ? ok([edited.value, ...followed.value]) : followed;
}

/**
 * A view that is given now is stamped with what the body saw: the criterion's wording and the current evidence. A stamp
 * that the caller states (a reaffirmation, an import) stands.
 */
function stampView(facts: ReleaseFacts, fields: Fields, current: Fields): Fields {
  const given = fields.position ?? null;
  const isNew = given !== null && given !== current.position;
  if (!isNew || 'sawText' in fields || 'saw' in fields) return fields;
  // Asked with a paper: the body answers to what that paper showed, whatever has changed since.
  const isPapers =
    (current.position ?? null) === null && (current.paper ?? null) !== null && (current.saw ?? null) !== null;
  if (isPapers && (fields.paper ?? current.paper) === current.paper) return fields;
  const criterion = String(fields.criterion ?? current.criterion ?? '');
  return { ...fields, ...stampFor(facts, criterion) };
}
