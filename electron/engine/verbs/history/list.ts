import { ok } from '../../../../shared/domain/foundation/result.ts';
import { countsOfBatch } from '../../../../shared/domain/records/batchCounts.ts';
import { evidenceKey } from '../../../../shared/domain/records/evidence.ts';
import type { ReadableDb } from '../../../store/db.ts';
import { type LedgerEntry, readEntries } from '../../../store/ledger.ts';
import { issuedAs } from '../../../store/nameOfFile.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { storeVerb } from '../../verb.ts';

const shownOfBatch = 20;

/** What an entry is about. That of a file taken out names the file by its hash; people know it by what it was the file of. */
function subjectOf(db: ReadableDb, { action, kind, recordId, recordKey }: LedgerEntry) {
  if (action !== 'purge' || recordId === null) return { kind, recordKey };
  const issued = issuedAs(db, (recordKey ?? '').replace(/^sha256:/, ''));
  if (issued !== null) return { kind: null, recordKey: issued };
  const item = readRecord(db, 'evidence', recordId);
  return { kind, recordKey: item ? evidenceKey(asRecord(item)) : null };
}

/** The newest changes of a release, newest first. */
export const historyList = storeVerb('history.list', (_context, store, input) =>
  ok(
    readEntries(store.db, input.releaseId, input.limit).map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      organisation: entry.organisation,
      action: entry.action,
      recordId: entry.recordId,
      ...subjectOf(store.db, entry),
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
