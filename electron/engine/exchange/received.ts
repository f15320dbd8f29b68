import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { type Knowledge, knows } from '../../../shared/domain/merge/knowledge.ts';
import type { HistoryEntry } from '../../../shared/domain/merge/manifest.ts';
import { type ReadableDb, statement } from '../../store/db.ts';
import { readEntry } from '../../store/ledger.ts';

const shown = 200;

/** What the last bundle that brought anything brought, from the sender's own history. */
export function readReceived(db: ReadableDb, releaseId: string): OutputOf<'exchange.received'> {
  const heads = statement<[string], { seq: number; knowledge: string }>(
    db,
    'SELECT seq, knowledge FROM known_from WHERE release_id = ? ORDER BY seq DESC LIMIT 2',
  ).all(releaseId);
  const [last, before] = heads;
  if (!last) return { at: null, from: null, count: 0, entries: [] };
  const head = readEntry(db, last.seq);
  const after = JSON.parse(last.knowledge) as Knowledge;
  const known = before ? (JSON.parse(before.knowledge) as Knowledge) : {};
  const rows = statement<[string], { store: string; seq: number; entry: string }>(
    db,
    'SELECT store_id AS store, seq, entry FROM foreign_entry WHERE release_id = ?',
  ).all(releaseId);
  const news = rows
    .filter((row) => knows(after, row) && !knows(known, row))
    .map(({ entry }) => JSON.parse(entry) as HistoryEntry)
    .sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : right.seq - left.seq));
  return {
    at: head?.at ?? null,
    from: head?.note?.replace(/^from /, '') ?? null,
    count: news.length,
    entries: news.slice(0, shown).map(({ at, actor, organisation, action, kind, recordKey, changes }) => ({
      at,
      actor,
      organisation,
      action,
      kind,
      recordKey,
      fields: action === 'edit' ? changes.map((change) => String((change as { field?: unknown }).field ?? '')) : [],
      count: changes.length,
    })),
  };
}
