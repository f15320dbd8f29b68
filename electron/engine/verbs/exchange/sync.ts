import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { viewerSentence } from '../../../../shared/domain/roles/mayChange.ts';
import type { Store } from '../../../store/openStore.ts';
import { readSharing } from '../../exchange/sharing.ts';
import { type Synced, syncFolder } from '../../exchange/syncFolder.ts';
import { storeVerb } from '../../verb.ts';

/** What runs over each store now. */
const running = new WeakMap<Store, ReturnType<typeof syncFolder>>();

const nothingDone: Synced = {
  applied: 0,
  sent: 0,
  waiting: 0,
  conflicts: 0,
  problem: null,
  purged: [],
  submittedAgain: [],
};

/**
 * One at a time. What the app does by itself leaves it to the one that runs; whoever asks for it waits for that one, and is
 * told what both did.
 */
export const exchangeSync = storeVerb('exchange.sync', async (context, store, { quietly }) => {
  if (quietly && (running.has(store) || readSharing(store.db)?.automatic !== true)) return ok(nothingDone);
  if (context.role() === 'viewer') return quietly ? ok(nothingDone) : fail('notAllowed', viewerSentence);
  const told: { -readonly [Key in keyof Synced]: Synced[Key] } = { ...nothingDone };
  const add = ({ applied, sent, waiting, conflicts, problem, purged, submittedAgain }: Synced) => {
    told.problem = problem;
    told.applied += applied;
    told.sent += sent;
    told.waiting = waiting;
    told.conflicts += conflicts;
    told.purged = [...told.purged, ...purged];
    told.submittedAgain = [...told.submittedAgain, ...submittedAgain];
  };
  for (let before = running.get(store); before; before = running.get(store)) {
    const done = await before;
    if (done.ok) add(done.value);
  }
  const own = syncFolder(context, store).finally(() => running.delete(store));
  running.set(store, own);
  const done = await own;
  if (!done.ok) return done;
  add(done.value);
  return ok(told);
});
