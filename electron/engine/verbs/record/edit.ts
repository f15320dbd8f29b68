import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { readRecord } from '../../../store/records.ts';
import { answer } from '../../answer.ts';
import type { Touched } from '../../changes.ts';
import { findUnseen } from '../../expected.ts';
import { completedFields, editWithPointers, noRelease } from '../../saveRecord.ts';
import { write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const recordEdit = storeVerb('record.edit', (context, store, { kind, id, fields, expects, onBehalf, ...by }) => {
  const written = write(context, store, { onBehalf }, (set): Result<readonly Touched[]> => {
    const current = readRecord(set.db, kind, id);
    if (!current || current.removed) return fail('notFound', 'This record is no longer in the store.', id);
    const { releaseId } = current;
    const unseen = findUnseen(kind, current.fields, fields, expects ?? {});
    if (unseen) return unseen;
    const facts = context.cache.read(set.db, releaseId);
    if (!facts) return noRelease(releaseId);
    const completed = completedFields(store, set, facts, { kind, releaseId, current }, fields);
    if (!completed.ok) return completed;
    const edited = editWithPointers(set, kind, id, completed.value);
    return edited.ok && edited.value.length === 0 ? ok([{ kind, id, releaseId }]) : edited;
  });
  if (!written.ok) return written;
  return answer(context, store, by, written.value.value, written.value);
});
