import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ExchangeStatus } from '../../../shared/contract/exchangeMethods.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { sideOf, viewerSentence } from '../../../shared/domain/roles/mayChange.ts';
import { inTransaction, type WritableDb } from '../../store/db.ts';
import { forgetFolder, readFolderFiles } from '../../store/folderFiles.ts';
import type { Store } from '../../store/openStore.ts';
import type { ChangeSet } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { applyBundle } from '../exchange/applyBundle.ts';
import { listConflicts, settleConflict } from '../exchange/conflicts.ts';
import { exportBundle } from '../exchange/exportBundle.ts';
import { inspectBundle } from '../exchange/inspectBundle.ts';
import { ownFingerprint } from '../exchange/keyPair.ts';
import { confirmKey, forgetPeer, listKeys } from '../exchange/knownKeys.ts';
import { readReceived } from '../exchange/received.ts';
import { noteSent } from '../exchange/sentLog.ts';
import { newSharing, readSharing, waitingIn, writeSharing } from '../exchange/sharing.ts';
import { syncFolder } from '../exchange/syncFolder.ts';
import { findRelease } from '../releaseByName.ts';
import { change } from '../transact.ts';
import { storeVerb } from '../verb.ts';

/** A bundle speaks for its sender's side, so a viewer makes none. */
export const bundleExport = storeVerb('bundle.export', async (context, store, input) => {
  if (context.role() === 'viewer') return fail('notAllowed', viewerSentence);
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const made = await exportBundle(context, store, { ...input, release: found.value.id });
  if (!made.ok) return made;
  inTransaction(store.db, (db) => noteSent(db, found.value.id, input.to, context.stamps.now()));
  const { knowledge: _, ...done } = made.value;
  return ok(done);
});

export const bundleInspect = storeVerb('bundle.inspect', (context, store, input) =>
  inspectBundle(context, store, input),
);

export const bundleApply = storeVerb('bundle.apply', (context, store, input) => {
  if (context.role() === 'viewer') return fail('notAllowed', viewerSentence);
  return applyBundle(context, store, input);
});

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

/** Not an entry of any release's history: whom this store trusts is its own affair. */
export const exchangeConfirmPeer = storeVerb('exchange.confirmPeer', (context, store, input) =>
  here(context, store, (db) => {
    const { confirmed, lead = false, ...peer } = input;
    return confirmKey(db, { ...peer, isLead: lead, on: confirmed ? context.today() : null });
  }),
);

/** As before: our own affair, and no entry of any history. What it told stays; only what waits for it goes. */
export const exchangeForget = storeVerb('exchange.forget', (context, store, { fingerprint }) =>
  here(context, store, (db) => forgetPeer(db, fingerprint, context.today())),
);

export const exchangeConflicts = storeVerb('exchange.conflicts', (_context, store, { releaseId }) =>
  ok([...listConflicts(store.db, releaseId)]),
);

export const exchangeSettle = storeVerb('exchange.settle', (context, store, { releaseId, number, choice, asOf }) => {
  const work = (set: ChangeSet) => {
    const settled = settleConflict(set, releaseId, number, choice);
    return settled.ok ? ok([settled.value]) : settled;
  };
  return change(context, store, { asOf }, work);
});

export const exchangeReceived = storeVerb('exchange.received', (_context, store, { releaseId }) =>
  ok(readReceived(store.db, releaseId)),
);

export const exchangeSetSharing = storeVerb('exchange.setSharing', (context, store, { folder, release }) => {
  if (folder !== null && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return fail('invalidInput', `There is no folder ${folder}; make it, or choose another.`, folder);
  return here(context, store, (db) => {
    const known = readSharing(db);
    const releases = [...new Set([...(known?.releases ?? []), ...(release ? [release] : [])])];
    const isSame = known !== null && folder !== null && resolve(folder) === known.folder;
    if (!isSame) forgetFolder(db);
    writeSharing(
      db,
      folder === null ? null : isSame ? { ...known, releases } : newSharing(db, resolve(folder), releases),
    );
    return ok({});
  });
});

export const exchangeStopSharing = storeVerb('exchange.stopSharing', (context, store) =>
  here(context, store, (db) => {
    forgetFolder(db);
    writeSharing(db, null);
    return ok({});
  }),
);

export const exchangeArrange = storeVerb('exchange.arrange', (context, store, { automatic, releases }) =>
  here(context, store, (db) => {
    const sharing = readSharing(db);
    if (!sharing) return fail('notFound', 'No shared folder is chosen; choose one first.');
    writeSharing(db, { ...sharing, automatic, releases });
    return ok({});
  }),
);

const syncing = new WeakSet<Store>();

/** One at a time: where one runs already, its work is enough. */
export const exchangeSync = storeVerb('exchange.sync', async (context, store, { quietly }) => {
  const nothingDone = { applied: 0, sent: 0, waiting: 0, conflicts: 0 };
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

export const exchangeFindWaiting = storeVerb('exchange.findWaiting', (_context, store, { name }) => {
  const sharing = readSharing(store.db);
  // Only a name that was seen there: it must not lead anywhere else.
  if (!sharing || !readFolderFiles(store.db).has(name))
    return fail('notFound', 'This bundle is no longer in the shared folder.', name);
  return ok({ file: join(sharing.folder, name) });
});

/** What concerns this store alone; a viewer changes nothing of it either. */
function here<T>(context: EngineContext, store: Store, work: (db: WritableDb) => Result<T>): Result<T> {
  return context.role() === 'viewer' ? fail('notAllowed', viewerSentence) : inTransaction(store.db, work);
}
