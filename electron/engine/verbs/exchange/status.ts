import { basename } from 'node:path';
import type { ExchangeStatus } from '../../../../shared/contract/exchange.ts';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { sideOf } from '../../../../shared/domain/roles/mayChange.ts';
import { inTransaction } from '../../../store/db.ts';
import type { Store } from '../../../store/openStore.ts';
import { listConflicts } from '../../exchange/conflicts.ts';
import { ownFingerprint } from '../../exchange/keyPair.ts';
import { listKeys } from '../../exchange/knownKeys.ts';
import { readSharing, waitingIn } from '../../exchange/sharing.ts';
import { storeVerb } from '../../verb.ts';

/** Who we are to others, whom we know, and what waits for a person. */
export const exchangeStatus = storeVerb('exchange.status', (context, store, { releaseId }) => {
  const { organisation } = context.actor();
  const fingerprint = inTransaction(store.db, ownFingerprint);
  const peers = listKeys(store.db, fingerprint, releaseId);
  const openConflicts = releaseId === null ? 0 : listConflicts(store.db, releaseId).filter((one) => one.isOpen).length;
  return ok({
    fingerprint,
    organisation,
    side: sideOf(organisation),
    peers,
    openConflicts,
    sharing: sharingOf(store),
  });
});

function sharingOf(store: Store): ExchangeStatus['sharing'] {
  const sharing = readSharing(store.db);
  if (!sharing) return null;
  const { folder, automatic, releases, lastSync, problem } = sharing;
  const waiting = waitingIn(store.db).map(({ name, from, fingerprint, release: of, sentence }) => ({
    ...{ name, from, release: of, sentence },
    fingerprint: fingerprint === '' ? null : fingerprint,
  }));
  return { name: basename(folder), automatic, releases, lastSync, problem, waiting };
}
