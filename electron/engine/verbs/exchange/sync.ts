import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { viewerSentence } from '../../../../shared/domain/roles/mayChange.ts';
import type { Store } from '../../../store/openStore.ts';
import { readSharing } from '../../exchange/sharing.ts';
import { syncFolder } from '../../exchange/syncFolder.ts';
import { storeVerb } from '../../verb.ts';

const syncing = new WeakSet<Store>();

/** One at a time: where one runs already, its work is enough. */
export const exchangeSync = storeVerb('exchange.sync', async (context, store, { quietly }) => {
  const nothingDone = { applied: 0, sent: 0, waiting: 0, conflicts: 0, problem: null };
  const sharing = readSharing(store.db);
  if (syncing.has(store) || (quietly && sharing?.automatic !== true)) return ok(nothingDone);
  if (context.role() === 'viewer') return quietly ? ok(nothingDone) : fail('notAllowed', viewerSentence);
  syncing.add(store);
  try {
    return await syncFolder(context, store);
  } finally {
    syncing.delete(store);
  }
});
