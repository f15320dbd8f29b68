import { ok } from '../../../../shared/domain/foundation/result.ts';
import { removeRecord } from '../../changes.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const recordRemove = storeVerb('record.remove', (context, store, input) =>
  change(context, store, input, (set) => {
    const removed = removeRecord(set, input.kind, input.id);
    return removed.ok ? ok([removed.value]) : removed;
  }),
);
