import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { knows } from '../../../shared/domain/merge/knowledge.ts';
import type { HistoryEntry } from '../../../shared/domain/merge/manifest.ts';
import { countsOfBatch } from '../../../shared/domain/records/batchCounts.ts';
import { bundleStands } from '../../store/changeGroups.ts';
import type { ReadableDb } from '../../store/db.ts';
import { readLastHeard } from '../../store/knowledge.ts';
import { readEntry } from '../../store/ledger.ts';
import { readForeignEntries } from '../../store/releaseHistory.ts';

const shown = 200;

/** What the last bundle that brought anything brought, from the sender's own history. */
export function readReceived(db: ReadableDb, releaseId: string): OutputOf<'exchange.received'> {
  const [last, before] = readLastHeard(db, releaseId);
  if (!last) return { at: null, from: null, isTakenBack: false, count: 0, entries: [] };
  const head = readEntry(db, last.seq);
  const news = readForeignEntries(db, releaseId)
    .filter((row) => knows(last.knowledge, row) && !knows(before?.knowledge ?? {}, row))
    .map(({ entry }) => JSON.parse(entry) as HistoryEntry)
    .sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : right.seq - left.seq));
  return {
    at: head?.at ?? null,
    from: head?.note?.replace(/^from /, '') ?? null,
    isTakenBack: !bundleStands(db, releaseId, last.seq),
    count: news.length,
    entries: news.slice(0, shown).map(({ at, actor, organisation, action, kind, recordKey, changes }) => ({
      at,
      actor,
      organisation,
      action,
      kind,
      recordKey,
      fields: action === 'edit' ? changes.map((change) => String((change as { field?: unknown }).field ?? '')) : [],
      did: countsOfBatch(action === 'batch' ? changes : []),
    })),
  };
}
