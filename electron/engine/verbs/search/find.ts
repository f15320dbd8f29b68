import { ok } from '../../../../shared/domain/foundation/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { readReleases } from '../../../store/facts.ts';
import { findText, indexMore, isIndexed } from '../../../store/search.ts';
import { storeVerb } from '../../verb.ts';

/** As many entries as are indexed while somebody waits; upkeep brings the rest on between whiles. */
const atOnce = 2000;

/** Looks for words in every record. The index is brought on first, as far as a person may wait for it. */
export const searchFind = storeVerb('search.find', (_context, store, input) => {
  if (!isIndexed(store.db)) inTransaction(store.db, (db) => indexMore(db, atOnce));
  const names = new Map(readReleases(store.db).map(({ id, name }) => [id, name]));
  const hits = findText(store.db, input.text, input.releaseId, input.limit).flatMap((hit) => {
    const release = names.get(hit.releaseId);
    return release === undefined ? [] : [{ ...hit, release, snippet: hit.snippet.map((part) => ({ ...part })) }];
  });
  return ok({ hits, complete: isIndexed(store.db) });
});
