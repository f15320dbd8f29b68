import { fail, ok } from '../../../shared/domain/foundation/result.ts';
import { readEntries, readEntry } from '../../store/ledger.ts';
import { readFieldChanges } from '../../store/records.ts';
import { storeVerb } from '../verb.ts';

const shownOfBatch = 20;

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

/** The newest changes of a release, newest first. */
export const historyList = storeVerb('history.list', (_context, store, input) =>
  ok(
    readEntries(store.db, input.releaseId, input.limit).map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      organisation: entry.organisation,
      action: entry.action,
      kind: entry.kind,
      recordId: entry.recordId,
      recordKey: entry.recordKey,
      changes: entry.changes.map((change) => ({ ...change })),
      batch: { count: entry.batch.length, first: entry.batch.slice(0, shownOfBatch).map((change) => ({ ...change })) },
      note: entry.note,
    })),
  ),
);
