import { ok } from '../../../../shared/domain/foundation/result.ts';
import type { Change } from '../../changes.ts';
import { noRelease, saveOne } from '../../saveRecord.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Many records in one transaction: a meeting's views, pasted rows, one field of many criteria. */
export const recordSaveMany = storeVerb('record.saveMany', (context, store, { releaseId, saves, onBehalf, ...by }) =>
  change(
    context,
    store,
    by,
    (set) => {
      const facts = context.cache.read(set.db, releaseId);
      if (!facts) return noRelease(releaseId);
      const changes: Change[] = [];
      for (const save of saves) {
        const saved = saveOne(store, set, facts, releaseId, save);
        if (!saved.ok) return saved;
        changes.push(...saved.value);
      }
      return ok(changes);
    },
    { onBehalf },
  ),
);
