import { readDataVersion } from '../store/db.ts';
import type { Store } from '../store/openStore.ts';
import { greatestIds } from '../store/recordPlaces.ts';
import { stayBehind } from './newUuid.ts';

/**
 * Keeps new ids behind every id that the store has, also where the clock was set back, or another program wrote
 * meanwhile: conditions are numbered by this order, and a number never changes.
 */
export function createFollower(): (store: Store) => void {
  let known: { readonly store: Store; readonly version: number } | null = null;
  return (store) => {
    const version = readDataVersion(store.db);
    if (known?.store === store && known.version === version) return;
    known = { store, version };
    for (const id of greatestIds(store.db)) stayBehind(id);
  };
}
