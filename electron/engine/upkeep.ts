import type { StoreChange } from '../../shared/contract/processMessages.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { backUpDaily } from '../store/backups.ts';
import { inTransaction } from '../store/db.ts';
import { isWorkChanged } from '../store/ledger.ts';
import { keepReserve } from '../store/reserve.ts';
import { indexMore, isIndexed } from '../store/search.ts';
import { sweep } from '../store/sweep.ts';
import type { Engine } from './engine.ts';

const pollEvery = 1000;
const firstUpkeepAfter = 15_000;
const indexedAtOnce = 200;

/**
 * What the app's engine does by itself: it tells when the store moved on (a terminal may have written), takes away
 * what an interrupted run left, and makes a backup a day, well after start-up so that opening the window is never slowed.
 */
export function keepUp(
  engine: Engine,
  onChange: (change: StoreChange) => void,
  logFailure: (error: unknown) => void,
): void {
  let known = engine.revision();
  const poll = () => {
    const revision = engine.revision();
    const store = engine.openedStore();
    if (store && revision !== null && revision !== known)
      onChange({ revision, work: known === null || isWorkChanged(store.db, known) });
    known = revision;
  };
  const writable = () => {
    const store = engine.openedStore();
    return store?.readOnly === undefined ? store : null;
  };
  const backUp = () => {
    const store = writable();
    if (store) backUpDaily(store.db, store.paths, londonDay(Date.now()));
  };
  const tidy = () => {
    const store = writable();
    if (!store) return;
    sweep(store.paths, Date.now());
    keepReserve(store.paths);
  };
  // Upkeep that fails (a full disk, say) is logged; it must never end the engine that people work with.
  const guarded = (work: () => void) => () => {
    try {
      work();
    } catch (error) {
      logFailure(error);
    }
  };
  const index = () => {
    const store = writable();
    if (store && !isIndexed(store.db)) inTransaction(store.db, (db) => indexMore(db, indexedAtOnce));
  };
  setInterval(guarded(poll), pollEvery).unref();
  // Long after the window is there, and a little at a time.
  setTimeout(() => setInterval(guarded(index), pollEvery).unref(), firstUpkeepAfter / 3).unref();
  setTimeout(guarded(tidy), firstUpkeepAfter / 3).unref();
  setTimeout(guarded(backUp), firstUpkeepAfter).unref();
}
