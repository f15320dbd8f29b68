import { here } from '../../exchange/here.ts';
import { forgetPeer } from '../../exchange/knownKeys.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Like `exchange.confirmPeer` our own affair, and no entry of any history. What it told stays; only what waits for it goes.
 */
export const exchangeForget = storeVerb('exchange.forget', (context, store, { fingerprint }) =>
  here(context, store, (db) => forgetPeer(db, fingerprint, context.today())),
);
