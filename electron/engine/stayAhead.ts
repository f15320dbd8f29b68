import { statement } from '../store/db.ts';
import type { Store } from '../store/openStore.ts';
import { stayBehind } from './newUuid.ts';

/**
 * Keeps new ids behind every id that the store has, also where the clock was set back, or another program wrote
 * meanwhile: conditions are numbered by this order, and a number never changes.
 */
export function createFollower(): (store: Store) => void {
  let known: { readonly store: Store; readonly version: number } | null = null;
  return (store) => {
    // Changes with every commit of another connection.
    const version = store.db.pragma('data_version', { simple: true }) as number;
    if (known?.store === store && known.version === version) return;
    known = { store, version };
    for (const table of ['ledger', 'condition']) {
      const greatest = statement<[], { id: string | null }>(store.db, `SELECT max(id) AS id FROM ${table}`).get()?.id;
      if (greatest) stayBehind(greatest);
    }
  };
}
