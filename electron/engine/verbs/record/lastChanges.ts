import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { readEntry } from '../../../store/ledger.ts';
import { readFieldChanges } from '../../../store/records.ts';
import { storeVerb } from '../../verb.ts';

/** Who last changed each field, when, and in which store. */
export const recordLastChanges = storeVerb('record.lastChanges', (_context, store, input) => {
  const fields = readFieldChanges(store.db, input.kind, input.id);
  if (fields.size === 0) return fail('notFound', 'This record is not in the store.', input.id);
  const history = [];
  for (const [field, seq] of fields) {
    const entry = readEntry(store.db, seq);
    if (!entry) return fail('storeCorrupt', `Entry ${seq} of the history is missing; run “store check”.`, field);
    const { at, actor, organisation, storeId } = entry;
    history.push({ field, at, actor, organisation, storeId });
  }
  return ok(history);
});
