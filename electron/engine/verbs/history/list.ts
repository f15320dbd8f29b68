import { ok } from '../../../../shared/domain/foundation/result.ts';
import { countsOfBatch } from '../../../../shared/domain/records/batchCounts.ts';
import { readEntries } from '../../../store/ledger.ts';
import { storeVerb } from '../../verb.ts';

const shownOfBatch = 20;

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
      batch: {
        count: entry.batch.length,
        did: countsOfBatch(entry.batch),
        first: entry.batch.slice(0, shownOfBatch).map((change) => ({ ...change })),
      },
      note: entry.note,
    })),
  ),
);
