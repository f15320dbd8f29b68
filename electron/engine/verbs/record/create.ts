import { noRelease, saveOne } from '../../saveRecord.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const recordCreate = storeVerb('record.create', (context, store, { releaseId, kind, fields, onBehalf, ...by }) =>
  change(
    context,
    store,
    by,
    (set) => {
      const facts = context.cache.read(set.db, releaseId);
      return facts ? saveOne(store, set, facts, releaseId, { kind, id: null, fields }) : noRelease(releaseId);
    },
    { onBehalf },
  ),
);
